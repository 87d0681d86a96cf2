import Diagnostics
import FrontMatter
import SourceText

package enum TooManyItems {
  package static let rule = Rule(
    id: "too-many-items", severity: .error,
    title: "A list has no more items than its field allows",
    why:
      "A span of years or the two ends of a range are two numbers; a third one has no meaning. A comma in a number makes two of it: write 1.5, not 1,5.",
    bad: Example(files: [
      schema, ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nyears: [1990, 2000, 2010]\n---\n"),
    ]),
    good: Example(files: [schema, ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nyears: [1990, 2010]\n---\n")]))

  private static let schema = (
    path: "Sheets/schemas/concept.schema.yaml",
    text: """
    title: Concept
    type: object
    properties:
      aim: {$ref: "common.schema.yaml#/$defs/aim"}
      name: {$ref: "common.schema.yaml#/$defs/name"}
      years: {title: Years, type: array, items: {type: integer}, maxItems: 2}
      sources: {$ref: "common.schema.yaml#/$defs/sources"}
      gaps: {$ref: "common.schema.yaml#/$defs/gaps"}
    required: [aim, name]

    """
  )

  static func report(_ subject: Subject, most: Int) -> Diagnostic {
    subject.report(
      rule, at: firstBeyond(most, subject.node),
      "\(subject.title) has \(Wording.count(subject.node.count, "item")), at most \(Wording.grouped(most)) may stand here",
      label: "one too many")
  }

  static func report(_ subject: Subject, mostKeys most: Int) -> Diagnostic {
    subject.report(
      rule, at: subject.sign,
      "\(subject.title) has \(Wording.count(subject.node.count, "key")), at most \(Wording.grouped(most)) may stand here")
  }

  static func report(_ subject: Subject, mostFitting most: Int) -> Diagnostic {
    subject.report(
      rule, at: subject.sign,
      "\(subject.title) may have only \(Wording.count(most, "item")) of the kind that its description names",
      explanation: subject.description)
  }

  private static func firstBeyond(_ most: Int, _ list: Node) -> Node {
    for (position, item) in list.items.enumerated() where position == most { return item }
    return list
  }
}
