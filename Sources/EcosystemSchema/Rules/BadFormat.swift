import Diagnostics
import FrontMatter
import SourceText

package enum BadFormat {
  package static let rule = Rule(
    id: "bad-format", severity: .error,
    title: "Dates, addresses and the like are written in their usual form",
    why: """
      A date is year-month-day, such as 2026-03-09, and must exist in the calendar; a web address begins with https:// and has no spaces. \
      Otherwise neither a reader nor a program can follow it.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nreview: {drafted: 2025-02-30}\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nreview: {drafted: 2025-02-28}\n---\n"))

  static func report(_ subject: Subject, _ format: Format) -> Diagnostic {
    subject.report(rule, "\(subject.title) \(subject.shown) is not \(format.noun)", label: format.hint)
  }
}
