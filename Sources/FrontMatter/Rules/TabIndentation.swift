import Diagnostics
import SourceText

package enum TabIndentation {
  package static let rule = Rule(
    id: "yaml-tab", severity: .error,
    title: "Lines of the front matter are indented with spaces",
    why: """
      YAML does not take tabs for indentation, because editors show them at different widths. Use two spaces for each level; most editors can \
      be told to do so by themselves (the project's .editorconfig does).
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nauthors:\n\t- A. Writer\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nauthors:\n  - A. Writer\n---\n"))

  /// - Parameter location: one tab, or several in a row.
  static func report(at location: Location) -> Diagnostic {
    let spaces = String(repeating: "  ", count: location.span.length)
    // How far the line should stand in, only its author knows.
    return Diagnostic(
      rule, at: location, "Tab in the indentation", label: "use spaces",
      fixes: [Fix("Write two spaces instead of each tab", .needsReview, [TextEdit(location, spaces)])])
  }
}
