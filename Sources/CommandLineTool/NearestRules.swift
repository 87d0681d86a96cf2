import SourceText

/// The rules whose ids are nearest to a word.
enum NearestRules {
  static func of(_ id: String) -> [String] { NearestWords.of(id, among: RuleCatalogue.all.map(\.id)) }
}
