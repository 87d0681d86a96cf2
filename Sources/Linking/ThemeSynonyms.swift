import FrontMatter
import SheetModel

/// Other words for the themes: their names, aliases and `synonyms`, without regard to case, marks, hyphens and spaces.
package struct ThemeSynonyms: Sendable {
  private let ids: Set<String>
  private let byWord: [String: String]

  /// A word that several themes claim means none of them.
  init(_ themes: [Sheet]) {
    ids = Set(themes.map(\.id.id))
    var words: [String: Set<String>] = [:]
    for theme in themes {
      let listed = theme.tree.root["synonyms"]?.items.filter(\.isScalar).map(\.text) ?? []
      for word in [theme.id.id, theme.name.value, theme.theme?.short ?? ""] + theme.aliases.map(\.value) + listed {
        words[Self.folded(word), default: []].insert(theme.id.id)
      }
    }
    byWord = words.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The id of the theme that a word means; nil where the word is an id itself, or means none.
  package func theme(_ word: String) -> String? { ids.contains(word) ? nil : byWord[Self.folded(word)] }

  /// The id of the theme that a reference names by another word.
  package func theme(of reference: Reference) -> String? { reference.kinds == ["theme"] ? theme(reference.id) : nil }

  private static func folded(_ word: String) -> String {
    DiacriticFolding.fold(word).filter { $0 != "-" && $0 != "_" && $0 != " " }
  }
}

extension Sheet {
  /// The sheet with the ids of the themes in place of the words that mean them.
  func namingThemes(_ synonyms: ThemeSynonyms) -> Sheet {
    guard let cluster else { return self }
    let words = [cluster.theme?.value].compactMap { $0 } + cluster.secondaryThemes
    guard words.contains(where: { synonyms.theme($0) != nil }) else { return self }
    var sheet = self
    sheet.cluster = cluster.renamingThemes { synonyms.theme($0) ?? $0 }
    return sheet
  }
}
