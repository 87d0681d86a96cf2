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
    let near = NearestWords.of(keyword, among: Keyword.allCases.map(\.rawValue))
    return Diagnostic(
      rule, at: location, "Keyword \(Wording.quoted(keyword)) is unknown", label: Wording.didYouMean(near),
      explanation: near.isEmpty ? "If it is the name of a field, it belongs under 'properties'." : nil,
      fixes: near.count == 1 ? [.replace(location, with: near[0], .needsReview)] : [])
  }
}
