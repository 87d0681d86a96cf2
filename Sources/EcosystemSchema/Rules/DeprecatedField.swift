import Diagnostics
import FrontMatter
import SourceText

package enum DeprecatedField {
  package static let rule = Rule(
    id: "deprecated-field", severity: .warning,
    title: "A field that the schema is about to drop is not used",
    why: """
      A schema marks a field with `deprecated: true` when another one takes its place, or when nobody reads it any longer. Sheets that have it \
      stay valid for a while; move what it says to where the description of the field tells you.
      """,
    bad: Example(files: [schema, ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nrank: 1\n---\n")]),
    good: Example(files: [schema, ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n")]))

  private static let schema = (
    path: "Sheets/schemas/concept.schema.yaml",
    text: """
    title: Concept
    type: object
    properties:
      aim: {$ref: "common.schema.yaml#/$defs/aim"}
      name: {$ref: "common.schema.yaml#/$defs/name"}
      rank: {type: integer, deprecated: true, description: Lists are no longer ordered by merit.}
      sources: {$ref: "common.schema.yaml#/$defs/sources"}
      gaps: {$ref: "common.schema.yaml#/$defs/gaps"}
    required: [aim, name]

    """
  )

  /// - Parameter what: the schema's own words for the field.
  static func report(_ place: Place, title: String, what: String?, path: String, sheet: String?) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: path, span: place.sign.span), "\(title) is not to be used any longer",
      label: "the schema will drop it",
      explanation: what, sheet: sheet, pointer: place.pointer)
  }
}
