import Diagnostics
import SourceText

package enum YAMLSyntax {
  package static let rule = Rule(
    id: "yaml-syntax", severity: .error,
    title: "The front matter is YAML that can be read",
    why: """
      The lines between the two fences are YAML: `key: value`, lists with `- `, and two spaces more for what belongs to the key above. \
      A value that contains `: ` or ` #`, or begins with one of `[ ] { } @ * & ! | > % '` stands in quotes.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n  year: 1990\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nyear: 1990\n---\n"))

  static func report(problem: String, at location: Location, context: Location?) -> Diagnostic {
    let (message, explanation) = sentence(for: problem)
    return Diagnostic(
      rule, at: location, message, explanation: explanation,
      notes: context.map { [Note(at: $0, "what was being read begins here")] } ?? [])
  }

  static func report(notAMapping location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Front matter is not a list of keys and values",
      explanation: "Write `key: value` lines between the two fences, beginning with `aim:` and `name:`.")
  }

  private static func sentence(for problem: String) -> (String, String?) {
    switch problem {
    case "mapping values are not allowed in this context":
      (
        "Colon begins a second value on one line",
        "A text that contains a colon and a space stands in quotes: `name: \"Example: a concept\"`. If a new key was meant, its line must "
          + "be indented like the keys beside it."
      )
    case "did not find expected key", "did not find expected '-' indicator":
      (
        "Indentation does not fit the lines above",
        "Keys that belong together begin in the same column; what belongs to a key stands two spaces further in."
      )
    case "could not find expected ':'":
      ("Colon is missing after a key", "Every line of a mapping is `key: value`, with a space after the colon.")
    case "block sequence entries are not allowed in this context":
      ("List item stands where a value was expected", "A list begins on the line below its key, each item with `- `.")
    default:
      ("YAML cannot be read here", "The reader says: \(problem).")
    }
  }
}
