import FrontMatter
import Linking
import SheetModel

/// What stands in a print edition, in the order of the book, and under which number. Worked out before its first page is written, so that a
/// reference can name the number of a sheet that comes later.
struct Edition: Sendable {
  /// A sheet with its number in the book.
  struct Entry: Sendable {
    let number: Int
    let sheet: Sheet

    /// Stands before every id of the sheet: ids of sheets are unique only within their kind.
    var prefix: String { Edition.prefix(of: sheet.id) }
    var anchor: String { prefix + "top" }
  }

  /// A part of the book: a theme, a country, a kind of sheet.
  struct Part: Sendable {
    enum Subject: Sendable, Hashable {
      case theme(String)
      /// Clusters whose theme has no sheet.
      case noTheme
      case country(String)
      case kind(SheetKind)
    }

    let letter: String
    let title: String
    let subject: Subject
    let entries: [Entry]

    var anchor: String {
      switch subject {
      case .theme(let id): "part-theme-\(id)"
      case .noTheme: "part-other"
      case .country(let code): "part-country-\(code.lowercased())"
      case .kind(let kind): "part-kind-\(kind.rawValue)"
      }
    }
  }

  let id: EditionID
  let site: SiteContext
  let parts: [Part]
  let entries: [Entry]
  /// How many datasheets the edition would hold; where they are too many, `entries` is empty.
  let wanted: Int
  private let places: [SheetID: Int]
  private let kinds: Set<SheetKind>
  private let anchors: [String: String]

  /// - Parameter id: a theme or macro-region with clusters.
  init(_ id: EditionID, _ site: SiteContext) {
    self.id = id
    self.site = site
    let groups = EditionOrder.groups(id, site)
    wanted = groups.reduce(0) { $0 + $1.sheets.count }
    var parts: [Part] = []
    var entries: [Entry] = []
    for group in wanted > EditionRoutes.mostDatasheets ? [] : groups {
      let numbered = group.sheets.enumerated().map { Entry(number: entries.count + $0 + 1, sheet: $1) }
      parts.append(
        Part(letter: Edition.letter(parts.count), title: group.title, subject: group.subject, entries: numbered))
      entries += numbered
    }
    self.parts = parts
    self.entries = entries
    places = Dictionary(entries.enumerated().map { ($1.sheet.id, $0) }) { first, _ in first }
    kinds = Set(entries.map(\.sheet.id.kind))
    anchors = EditionAnchors.make(parts, entries, site)
  }

  /// Whether there are more datasheets than a document can hold.
  var isTooLarge: Bool { wanted > EditionRoutes.mostDatasheets }

  /// The place of a sheet in the book; nil where it is not in it.
  func entry(_ id: SheetID) -> Entry? { places[id].map { entries[$0] } }

  /// Whether the book holds sheets of a kind at all.
  func holds(_ kind: SheetKind) -> Bool { kinds.contains(kind) }

  /// Where in the document stands what a page of the site holds, without `#`; nil where that is not in the book.
  func anchor(ofPage address: String) -> String? { anchors[address] }

  /// The clusters of the book, in its order.
  var clusters: [Entry] { entries.filter { $0.sheet.id.kind == .cluster } }

  /// The name of a part of the atlas; nil for the whole.
  var partTitle: String? {
    switch id {
    case .whole: nil
    case .theme(let id): site.theme(id)?.name.value ?? id
    case .macroRegion(let id): site.geography.macroRegion(id)?.name ?? id
    }
  }

  /// `cluster-medicon-valley--`.
  static func prefix(of id: SheetID) -> String { "\(id.kind.rawValue)-\(id.id)--" }

  /// A, B … Z, AA, AB …
  static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(0x41 + index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  /// The day of the newest review of a sheet in the book: the only date that it bears, since it must not change with the day of the build.
  var newestReview: String? {
    entries.compactMap { entry in
      let review = entry.sheet.tree.root["review"]
      return [review?["checked_on"], review?["drafted"]].compactMap { $0.flatMap { CalendarDate($0.text)?.text } }.max()
    }.max()
  }
}
