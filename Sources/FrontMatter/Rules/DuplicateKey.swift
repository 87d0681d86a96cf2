import Diagnostics
import SourceText

package enum DuplicateKey {
  package static let rule = Rule(
    id: "yaml-duplicate-key", severity: .error,
    title: "A key stands once in its mapping",
    why: """
      YAML keeps only one of two equal keys, and programs disagree about which. What the other one says would be lost without a word, so \
      the second is an error. Merge the two, or take one away.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nname: Sample\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"))

  static func report(_ key: String, at location: Location, first: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Key \(Wording.quoted(key)) is used twice", label: "used again here",
      notes: [Note(at: first, "first used here")])
  }
}
