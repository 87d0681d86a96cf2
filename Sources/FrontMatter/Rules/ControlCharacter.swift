import Diagnostics
import SourceText

package enum ControlCharacter {
  package static let rule = Rule(
    id: "yaml-control-character", severity: .error,
    title: "YAML holds no control characters",
    why: """
      Invisible characters such as U+0007 or U+FFFE come in with text that was copied from a PDF or a terminal. YAML forbids them, and no reader \
      could see them. Delete the character; if it is hard to see, retype the word.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Exam\u{7}ple\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"))

  /// - Parameter location: the whole character, however many bytes it has.
  static func report(at location: Location, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Control character \(name(of: location, in: file)) is not allowed here",
      label: "an invisible character stands here", fixes: [Fix("Delete the character", .needsReview, [TextEdit(location, "")])])
  }

  static func report(lineSeparator location: Location, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Line separator \(name(of: location, in: file)) breaks the line",
      label: "an invisible character stands here",
      explanation: "YAML reads on as if a new line began here.",
      fixes: [Fix("Write a space instead", .needsReview, [TextEdit(location, " ")])])
  }

  /// `U+0007`
  private static func name(of location: Location, in file: SourceFile) -> String {
    let value = file.text(location.span).unicodeScalars.first?.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
