import Diagnostics
import SourceText

package enum UnclosedBracket {
  package static let rule = Rule(
    id: "yaml-unclosed-bracket", severity: .error,
    title: "A list or mapping in brackets is closed, with commas between its parts",
    why: """
      `[a, b]` is a list and `{key: value, other: value}` a mapping. A bracket that is not closed, or a comma that is missing, makes YAML read on \
      into the next lines. A text inside brackets that holds a comma, a bracket or a colon stands in quotes.
      """,
    bad: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\nauthors: [A. Writer, B. Author\nyear: 1990\n---\n"),
    good: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\nauthors: [A. Writer, B. Author]\nyear: 1990\n---\n"))

  static func report(at location: Location, bracket: String, found: Location) -> Diagnostic {
    let closing = bracket == "{" ? "}" : "]"
    return Diagnostic(
      rule, at: location, "Bracket '\(bracket)' is not closed, or a comma is missing inside", label: "opened here",
      notes: [Note(at: found, "here ',' or '\(closing)' was expected")])
  }
}
