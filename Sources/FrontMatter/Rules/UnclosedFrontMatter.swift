import Diagnostics
import SourceText

package enum UnclosedFrontMatter {
  package static let rule = Rule(
    id: "front-matter-unclosed", severity: .error,
    title: "The front matter ends with a fence",
    why:
      "Without the second line of three hyphens nobody can say where the front matter ends and the text begins. It stands alone on its line.",
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n\nA text.\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nA text.\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Front matter is never closed", label: "opened here",
      explanation: "Put a line '---' after the last key.")
  }
}
