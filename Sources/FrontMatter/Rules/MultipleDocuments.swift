import Diagnostics
import SourceText

package enum MultipleDocuments {
  package static let rule = Rule(
    id: "yaml-several-documents", severity: .error,
    title: "The front matter is one YAML document",
    why:
      "A line of three dots, or a directive, begins another document. What stands in it would belong to nothing. Take the line away.",
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\n...\nname: Example\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Second document begins here",
      explanation: "A line '...' ended the one before. Take that line away, so that all keys stand together.")
  }
}
