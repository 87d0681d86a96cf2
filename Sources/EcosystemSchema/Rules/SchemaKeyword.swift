import Diagnostics
import SourceText

package enum SchemaKeyword {
  package static let rule = Rule(
    id: "schema-keyword", severity: .error,
    title: "A schema uses keywords that are known",
    why: """
      A keyword with a slip in it would check nothing, and nobody would notice. So every keyword is one of JSON Schema 2020-12 that this program knows, or one \
      of its own that begin with `x-`: x-refers-to, x-tier, x-group, x-fact, x-question, x-synonyms, x-display, x-unit, x-message, x-labels.
      """,
    bad: Example("Sheets/schemas/example.schema.yaml", "title: Example\ntype: object\npropertys:\n  name: {type: string}\n"),
    good: Example("Sheets/schemas/example.schema.yaml", "title: Example\ntype: object\nproperties:\n  name: {type: string}\n"))

  static func report(_ keyword: String, at location: Location) -> Diagnostic {
    let near = near(keyword)
    return Diagnostic(
      rule, at: location, "Keyword \(Wording.quoted(keyword)) is unknown", label: Wording.didYouMean(near),
      explanation: near.isEmpty ? "If it is the name of a field, it belongs under 'properties'." : nil,
      fixes: near.count == 1 ? [.replace(location, with: near[0], .needsReview)] : [])
  }

  /// In schemas that are not the project's: the standard lets unknown keywords stand.
  ///
  /// - Parameter draft: the schema's edition, where another one knows the keyword.
  static func report(passedOver keyword: String, at location: Location, count: Int, draft: Draft?) -> Diagnostic {
    let trouble = draft.map { "is not one of \($0.name)" } ?? "is unknown"
    var diagnostic = Diagnostic(
      rule, at: location, "Keyword \(Wording.quoted(keyword)) \(trouble) and checks nothing",
      label: draft == nil ? Wording.didYouMean(near(keyword)) : nil,
      explanation: count > 1 ? "It stands at \(Wording.count(count, "place")) in this file." : nil)
    diagnostic.severity = .warning
    return diagnostic
  }

  private static func near(_ keyword: String) -> [String] {
    NearestWords.of(keyword, among: Keyword.allCases.filter { !$0.isOld }.map(\.rawValue))
  }
}
