import Diagnostics
import SourceText

package enum UnclosedQuote {
  package static let rule = Rule(
    id: "yaml-unclosed-quote", severity: .error,
    title: "A quoted text has both its quotes",
    why: """
      A text that begins with a quote ends with the same one. Inside double quotes a quote is written `\\"`, inside single quotes it is doubled: \
      `'l''Oréal'`. In plain text a quote in the middle of a word needs nothing.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: \"Example\nyear: 1990\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: \"Example\"\nyear: 1990\n---\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Quote is never closed", label: "opened here",
      explanation:
        "Everything after it was read as one text. Inside double quotes a quote is written \\\", inside single quotes ''.")
  }
}
