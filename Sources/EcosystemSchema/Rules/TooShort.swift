import Diagnostics
import FrontMatter
import SourceText

package enum TooShort {
  package static let rule = Rule(
    id: "too-short", severity: .error,
    title: "A text is as long as its field asks for",
    why: "Some texts say nothing below a certain length. The schema gives the number of characters.",
    bad: Example(files: [schema, ("Sheets/concepts/example.md", "---\naim: draft\nname: Ex\n---\n")]),
    good: Example(files: [schema, ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n")]))

  private static let schema = (
    path: "Sheets/schemas/concept.schema.yaml",
    text: """
    title: Concept
    type: object
    properties:
      aim: {$ref: "common.schema.yaml#/$defs/aim"}
      name: {title: Name, type: string, minLength: 4}
      sources: {$ref: "common.schema.yaml#/$defs/sources"}
      gaps: {$ref: "common.schema.yaml#/$defs/gaps"}
    required: [aim, name]

    """
  )

  static func report(_ subject: Subject, by lack: Int, least: Int) -> Diagnostic {
    subject.report(
      rule, "\(subject.title) is \(Wording.count(lack, "character")) too short",
      label: "at least \(Wording.count(least, "character"))")
  }
}
