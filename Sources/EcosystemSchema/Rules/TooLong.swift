import Diagnostics
import FrontMatter
import SourceText

package enum TooLong {
  package static let rule = Rule(
    id: "too-long", severity: .error,
    title: "A text is no longer than its place on the page",
    why: """
      Summaries and names stand in lists, on cards and in search results, where there is room for so much and no more. What is longer belongs in the body of \
      the sheet.
      """,
    bad: Example(
      "Sheets/concepts/example.md",
      "---\naim: draft\nname: Example\nsummary: " + String(repeating: "It goes on. ", count: 60) + "End.\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nsummary: It ends.\n---\n"))

  static func report(_ subject: Subject, by excess: Int, most: Int) -> Diagnostic {
    subject.report(
      rule, "\(subject.title) is \(Wording.count(excess, "character")) too long",
      label: "\(Wording.count(excess, "character")) more than the \(Wording.grouped(most)) allowed")
  }
}
