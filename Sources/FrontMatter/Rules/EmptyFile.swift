import Diagnostics
import SourceText

package enum EmptyFile {
  package static let rule = Rule(
    id: "empty-file", severity: .error,
    title: "A sheet is not empty",
    why:
      "An empty file is a sheet that was begun and forgotten, or one that was lost while saving. Fill it, bring it back, or delete it.",
    bad: Example("Sheets/concepts/example.md", "\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "File is empty",
      explanation: "`clusterbook new` writes a commented sheet to begin with.")
  }
}
