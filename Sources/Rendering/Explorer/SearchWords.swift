import FrontMatter
import SheetModel

/// The words by which a reader may look for a cluster besides those of its row: its names at home and abroad, places, players, branches. In small
/// letters without marks, each once.
enum SearchWords {
  /// More would make a page heavy and find everything.
  static let limit = 400

  static func of(_ sheet: Sheet, _ site: SiteContext) -> String {
    let root = sheet.tree.root
    let geography = site.geography
    var words = Collector(shown: [sheet.name.value, Places.text(sheet, site)])
    for alias in sheet.aliases { words.add(alias.value) }
    words.add(scalars: root["native_name"])
    for place in sheet.cluster?.places ?? [] { words.add(place.name) }
    for code in sheet.cluster?.subdivisions ?? [] { words.add(geography.subdivisionName(code.value)) }
    root["sectors"]?.items.forEach { item in words.add(scalars: item["label"] ?? item["code"]) }
    for key in ["keywords", "specialisations"] { words.add(scalars: root[key]) }
    root["players"]?.entries.forEach { component in
      for player in component.value.items { words.add(scalars: player["name"]) }
    }
    return words.list.joined(separator: " ")
  }

  /// Splits a text into words as the script splits what a reader types.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in DiacriticFolding.fold(text).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }

  private struct Collector {
    private(set) var list: [String] = []
    private var seen: Set<String> = []

    /// - Parameter shown: what the row says itself; of that only other spellings are listed.
    init(shown: [String]) {
      seen = Set(shown.flatMap(SearchWords.split))
      for text in shown { addSpelledOut(text) }
    }

    mutating func add(_ text: String) {
      for word in split(text) where list.count < limit && seen.insert(word).inserted { list.append(word) }
      addSpelledOut(text)
    }

    /// München is also looked for as Muenchen, Ørsted as Oersted.
    private mutating func addSpelledOut(_ text: String) {
      guard text.utf8.contains(where: { $0 > 0x7F }) else { return }
      for word in split(SearchWords.spelledOut(text)) where list.count < limit && seen.insert(word).inserted { list.append(word) }
    }

    /// A scalar, the scalars of a list, or those of a mapping such as `{text, lang}`, of which the language says nothing.
    mutating func add(scalars node: Node?) {
      guard let node else { return }
      if node.isScalar { return add(node.text) }
      if node.isSequence { return node.items.forEach { add(scalars: $0) } }
      for entry in node.entries where entry.key.text != "lang" { add(scalars: entry.value) }
    }
  }

  /// Letters that some languages spell out where a keyboard lacks them.
  private static func spelledOut(_ text: String) -> String {
    var out = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "ä": out += "ae"
      case "ö", "ø": out += "oe"
      case "ü": out += "ue"
      case "å": out += "aa"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
