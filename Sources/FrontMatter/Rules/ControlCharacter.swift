import Diagnostics
import SourceText

package enum ControlCharacter {
  package static let rule = Rule(
    id: "yaml-control-character", severity: .error,
    title: "The front matter holds no control characters",
    why: """
      Invisible characters such as U+0007 or U+FFFE come in with text that was copied from a PDF or a terminal. YAML forbids them, and no reader \
      could see them. Delete the character; if it is hard to see, retype the word.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Exam\u{7}ple\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Control character in the front matter", label: "an invisible character stands here",
      fixes: [Fix("Delete the character", .needsReview, [TextEdit(location, "")])])
  }
}
