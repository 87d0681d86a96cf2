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

  /// - Parameter all: every tab in the indentation of the same front matter; the reader stops at the first.
  static func report(at location: Location, all: [Location]) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Tab in the indentation",
      label: all.count > 1 ? "the first of \(Wording.count(all.count, "tab"))" : "use spaces",
      fixes: [Fix("Write two spaces for every tab in the indentation", .safe, all.map { TextEdit($0, "  ") })])
  }
}
