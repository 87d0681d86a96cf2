import Diagnostics
import FrontMatter
import SourceText

package enum OutOfRange {
  package static let rule = Rule(
    id: "out-of-range", severity: .error,
    title: "A number lies between the limits of its field",
    why: """
      A latitude beyond 90 degrees or a year with five digits is a slip of the keyboard. The limits are those of the schema and wide enough for \
      everything that can be true.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nyear: 19900\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nyear: 1990\n---\n"))

  static func report(_ subject: Subject, below limit: Limit, isExclusive: Bool) -> Diagnostic {
    let bound = isExclusive ? "more than \(limit.text)" : "at least \(limit.text)"
    return subject.report(rule, "\(subject.title) must be \(bound), not \(subject.node.text)", label: bound)
  }

  static func report(_ subject: Subject, above limit: Limit, isExclusive: Bool) -> Diagnostic {
    let bound = isExclusive ? "less than \(limit.text)" : "at most \(limit.text)"
    return subject.report(rule, "\(subject.title) must be \(bound), not \(subject.node.text)", label: bound)
  }

  static func report(_ subject: Subject, step: Limit) -> Diagnostic {
    subject.report(
      rule, "\(subject.title) must be a multiple of \(step.text), not \(subject.node.text)", label: "a multiple of \(step.text)")
  }
}
