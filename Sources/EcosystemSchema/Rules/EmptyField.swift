import Diagnostics
import FrontMatter
import SourceText

package enum EmptyField {
  package static let rule = Rule(
    id: "empty-field", severity: .error,
    title: "A key that is written has a value",
    why: """
      A key without a value says neither what is true nor that nothing is known. Write the value, or take the key away; \
      where it was looked for and not found, say so under `gaps`.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nyear:\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nyear: 1990\n---\n"))

  static func report(_ subject: Subject, wanted: TypeSet, isRequired: Bool) -> Diagnostic {
    let words = wanted.words.filter { $0 != "nothing" }
    let choice =
      words.isEmpty || words.count > 3
      ? nil : "write \(Wording.list(words, last: "or"))" + (isRequired ? "" : ", or take the key away")
    return subject.reportAlways(
      rule, at: subject.node.span.isEmpty ? subject.sign : subject.node, "\(subject.title) has no value", label: choice)
  }
}
