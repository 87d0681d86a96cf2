import Diagnostics
import SourceText

package enum SchemaRecursion {
  package static let rule = Rule(
    id: "schema-recursion", severity: .error,
    title: "References in a schema do not run in a circle",
    why: """
      A schema may describe something that contains itself, a tree of regions for instance, because each step goes one level deeper into the sheet. A \
      reference that comes back to its own start without going deeper would never end.
      """,
    bad: Example(
      "Sheets/schemas/example.schema.yaml",
      "title: Example\n$ref: \"#/$defs/a\"\n$defs:\n  a: {$ref: \"#/$defs/b\"}\n  b: {$ref: \"#/$defs/a\"}\n"),
    good: Example(
      "Sheets/schemas/example.schema.yaml", "title: Example\n$ref: \"#/$defs/a\"\n$defs:\n  a: {items: {$ref: \"#/$defs/a\"}}\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Reference comes back to its own start", label: "never ends",
      explanation: "The schemas on the way all describe the same value. Put one of them under 'properties' or 'items'.")
  }

  static func report(tooLargeAt location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Schema builds on too many others",
      explanation: "At most 16 schemas may refer to one another in a row, and at most 20,000 judge one value.")
  }
}
