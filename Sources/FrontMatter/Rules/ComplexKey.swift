import Diagnostics
import SourceText

package enum ComplexKey {
  package static let rule = Rule(
    id: "yaml-complex-key", severity: .error,
    title: "A key is a word, not a list or a mapping",
    why:
      "YAML allows a list as a key; nothing in a datasheet can be named that way. Most often a value in braces should have been in quotes.",
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-odd: {[a, b]: c}\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-odd: {a: c}\n---\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Key is a list or a mapping",
      explanation: "A key is a plain word. If the braces belong to the text, put the whole value in quotes.")
  }
}
