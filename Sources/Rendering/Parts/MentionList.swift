import EcosystemSchema
import Linking
import Markup
import SheetAnalysis
import SheetModel

/// Which texts link to a sheet by its file, and which pages of the site's own mention it: what the atlas, which knows front matter and `[[id]]`, does not know.
struct MentionIndex: Sendable {
  /// The sheets whose text links to a sheet's file.
  private let links: [SheetID: [SheetID]]
  /// The pages of `Site/pages/`, by id.
  private let pages: [SheetID: [String]]

  init(_ analysis: Analysis, _ published: [Sheet]) {
    var links: [SheetID: [SheetID]] = [:]
    for sheet in published {
      var seen: Set<SheetID> = []
      for link in sheet.body.links {
        if case .sheet(let id) = LinkTarget.of(link, in: sheet.path), seen.insert(id).inserted {
          links[id, default: []].append(sheet.id)
        }
      }
    }
    var pages: [SheetID: [String]] = [:]
    for text in analysis.texts {
      var named: Set<SheetID> = []
      for reference in text.body.references {
        if case .sheet(let id) = analysis.atlas.resolve(reference) { named.insert(id) }
      }
      for link in text.body.links { if case .sheet(let id) = LinkTarget.of(link, in: text.path) { named.insert(id) } }
      for id in named { pages[id, default: []].append(text.id) }
    }
    self.links = links
    self.pages = pages
  }

  func links(to id: SheetID) -> [SheetID] { links[id] ?? [] }
  func pages(naming id: SheetID) -> [String] { (pages[id] ?? []).sorted() }
}

/// The sheets and pages that speak of a sheet, each with the field in which it does; without those that its page names anyhow.
enum MentionList {
  private static let most = 100

  static func html(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet else { return HTML() }
    let site = scope.site
    var places: [SheetID: [String]] = [:]
    func add(_ id: SheetID, _ place: String) {
      guard site.isPublished(id), id != sheet.id, !(places[id]?.contains(place) ?? false) else { return }
      places[id, default: []].append(place)
    }
    for backlink in site.atlas.backlinks(to: sheet.id) {
      guard let path = backlink.field else {
        add(backlink.from, "text")
        continue
      }
      let key = path.split(separator: ".").first.map(String.init) ?? path
      guard !isShown(backlink.from.kind, key, on: sheet.id.kind) else { continue }
      add(backlink.from, site.field(of: backlink.from.kind)?.child(key)?.title.lowercased() ?? key)
    }
    for id in site.mentions.links(to: sheet.id) { add(id, "text") }
    let named = places.sorted { a, b in
      let (x, y) = (site.atlas[a.key]?.name.value ?? "", site.atlas[b.key]?.name.value ?? "")
      return a.key.kind == b.key.kind && x != y ? DiacriticFolding.precedes(x, y) : a.key < b.key
    }
    var items = named.map { id, places -> HTML in
      "\(scope.sheetLink(id))<span class=\"why\">\(id.kind.title.lowercased()), in \(places.sorted().joined(separator: ", "))</span>"
    }
    items += site.mentions.pages(naming: sheet.id).map { page(id: $0, scope) }
    guard !items.isEmpty else { return HTML() }
    let more: HTML = items.count > most ? "\n<p class=\"note\">and \(Numbers.grouped(items.count - most)) more</p>" : HTML()
    return Blocks.list(Array(items.prefix(most)), className: "related") + more
  }

  private static func page(id: String, _ scope: Scope) -> HTML {
    let text = scope.site.analysis.texts.first { $0.id == id }
    let address = id == "home" ? "index.html" : id + ".html"
    return "<a href=\"\(scope.link(address))\">\(text?.title ?? id)</a><span class=\"why\">page of this site</span>"
  }

  /// Clusters that name a theme, a policy or another sheet stand on its page in a list of their own; a relation stands among the relations.
  private static func isShown(_ from: SheetKind, _ field: String, on kind: SheetKind) -> Bool {
    guard from == .cluster else { return false }
    return kind == .cluster ? field == "relations" : kind == .theme ? field == "theme" || field == "secondary_themes" : true
  }
}
