import Diagnostics
import FrontMatter
import SourceText

package enum NotAllowed {
  package static let rule = Rule(
    id: "not-allowed", severity: .error,
    title: "What the schema rules out does not stand in a sheet",
    why: """
      A schema can say that a field must not be there, by itself or beside another one, and that a value must fit exactly one of several descriptions. \
      Take the field away, or change what rules it out.
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
      rank: false
      sources: {$ref: "common.schema.yaml#/$defs/sources"}
      gaps: {$ref: "common.schema.yaml#/$defs/gaps"}
    required: [aim, name]

    """
  )

  static func report(_ subject: Subject) -> Diagnostic {
    subject.report(rule, at: subject.sign, "\(subject.title) is not allowed here", label: "take it away")
  }

  static func report(key: Node, _ subject: Subject) -> Diagnostic {
    subject.report(rule, at: key, "Field \(Wording.quoted(key.text)) is not allowed\(subject.inPlace) beside the others")
  }

  /// - Parameter what: the schema's own words for what it rules out.
  static func report(_ subject: Subject, what: String?) -> Diagnostic {
    subject.report(
      rule, at: subject.node.isScalar ? subject.node : subject.sign,
      subject.node.isScalar ? "\(subject.title) \(subject.shown) is not allowed" : "\(subject.title) is not allowed in this form",
      explanation: what)
  }

  /// For what the schema refuses on a way that leaves no single culprit.
  static func report(unexplained root: Node, path: String, sheet: String?) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: path, span: root.span), "File is not as its schema wants it", sheet: sheet, pointer: "")
  }

  static func report(ambiguous subject: Subject) -> Diagnostic {
    subject.report(
      rule, at: subject.node.isScalar ? subject.node : subject.sign,
      "\(subject.title) fits more than one description, only one may fit",
      explanation: subject.description)
  }
}
