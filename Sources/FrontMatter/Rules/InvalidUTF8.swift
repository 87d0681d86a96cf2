import Diagnostics
import SourceText

package enum InvalidUTF8 {
  package static let rule = Rule(
    id: "invalid-utf8", severity: .error,
    title: "Files are written in UTF-8",
    why: """
      The file was saved in another encoding, most often Windows-1252 or ISO 8859-1, so its accents would come out wrong. Save it again as UTF-8; \
      every editor has the choice in its save dialogue or status line.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Exémple\n---\n", savedAs: .latin1),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Exémple\n---\n"))

  package static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "File is not saved as UTF-8", label: "the first character that cannot be read",
      explanation: "It was saved in another encoding, most often Windows-1252. Save it again as UTF-8.")
  }
}
