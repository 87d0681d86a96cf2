import Diagnostics
import SourceText

package enum ColonInText {
  package static let rule = Rule(
    id: "yaml-colon-in-text", severity: .error,
    title: "A text that contains a colon and a space stands in quotes",
    why: """
      A colon with a space behind it begins a value. A second one on the same line, as in many titles, makes the line unreadable: YAML cannot tell \
      whether a text goes on or another key begins. In quotes the text is one text; `clusterbook fix` puts them.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example: a concept\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: \"Example: a concept\"\n---\n"))

  static func report(_ value: PlainValue) -> Diagnostic {
    Diagnostic(
      rule, at: value.location, "Colon in the middle of a text that is not in quotes", label: "put it in quotes",
      fixes: [value.quoting])
  }
}
