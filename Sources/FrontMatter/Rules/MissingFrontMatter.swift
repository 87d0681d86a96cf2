import Diagnostics
import SourceText

package enum MissingFrontMatter {
  package static let rule = Rule(
    id: "front-matter-missing", severity: .error,
    title: "A sheet begins with its front matter",
    why: """
      The first line of a sheet is a fence of three hyphens, then come `key: value` lines, then a second fence; the text follows. Without it the \
      sheet has no name and no place. Nothing may stand before the first fence, no blank line either.
      """,
    bad: Example("Sheets/concepts/example.md", "# Example\n\nA text.\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nA text.\n"))

  /// - Parameter location: the first line of the file.
  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Front matter is missing", label: "the first line must be '---'",
      explanation: "A sheet begins with a line '---', then lines of `key: value`, then a second line '---'; the text follows.")
  }

  /// - Parameter location: the blank lines.
  static func report(blankBefore location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Blank line stands before the front matter", label: "the first line must be '---'",
      fixes: [Fix("Delete what is blank", .safe, [TextEdit(location, "")])])
  }

  /// - Parameter location: the first line, of hyphens, but not three.
  static func report(fence location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Fence of the front matter is not three hyphens", label: "did you mean '---'?",
      fixes: [Fix("Write three hyphens", .safe, [TextEdit(location, "---")])])
  }

  static func report(emptyAt location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Front matter is empty", explanation: "Write at least `aim:` and `name:` between the two lines '---'.")
  }
}
