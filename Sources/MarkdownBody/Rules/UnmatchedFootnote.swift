import Diagnostics
import SourceText

package enum UnmatchedFootnote {
  package static let rule = Rule(
    id: "unmatched-footnote", severity: .warning,
    title: "Every sign of a footnote has its note, and every note its sign",
    why: """
      In the text stands `[^1]`, and on a line of its own `[^1]: The note`. A sign without a note appears on the page as `[^1]`; a note to which no \
      sign refers does not appear at all. Footnotes are for remarks; a source is cited with `[@id]`.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nA claim.[^1]\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nA claim.[^1]\n\n[^1]: With a remark.\n"))

  static func report(_ finding: FootnoteCheck.Finding, at location: Location) -> Diagnostic {
    let label = Wording.quoted("[^\(finding.label)]")
    return finding.isDefinition
      ? Diagnostic(
        rule, at: location, "Footnote \(label) is not referred to in the text", label: "this note does not reach the page",
        explanation:
          "Write '[^\(finding.label)]' where it belongs, or delete the note. Of two notes with the same label only the first counts."
      )
      : Diagnostic(
        rule, at: location, "Footnote \(label) has no note", label: "expected a line '[^\(finding.label)]: …'",
        explanation: "A source is cited with '[@id]'.")
  }
}
