import Diagnostics
import FrontMatter
import SourceText

package enum BadPattern {
  package static let rule = Rule(
    id: "bad-pattern", severity: .error,
    title: "Codes and identifiers have the form that their field describes",
    why: """
      Country codes, identifiers and paths of fields follow a pattern that the schema gives. A text that does not follow it cannot lead anywhere.
      """,
    bad: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\ngaps: [{field: Its Definition, reason: not-found}]\n---\n"),
    good: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\ngaps: [{field: definition, reason: not-found}]\n---\n"))

  static func report(_ subject: Subject, _ pattern: Pattern) -> Diagnostic {
    subject.report(
      rule, "\(subject.title) \(subject.shown) does not have the form of this field",
      explanation: subject.message == nil
        ? [subject.description, "Its pattern is \(pattern.source)"].compactMap { $0 }.joined(separator: " ") : nil)
  }
}
