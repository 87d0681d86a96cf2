import Diagnostics
import SourceText

package enum TooDeep {
  package static let rule = Rule(
    id: "yaml-too-deep", severity: .error,
    title: "Values are nested at most 64 deep",
    why: """
      No datasheet needs more than eight levels. Deeper nesting is a slip (a bracket typed over and over) or an attack on the reader, whose time \
      grows with the square of the depth; so reading stops there.
      """,
    bad: Example(
      "Sheets/concepts/example.md",
      "---\naim: draft\nname: Example\nx-deep: " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
        + "\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-deep: [[[[]]]]\n---\n"))

  static func report(at location: Location, limit: Int) -> Diagnostic {
    Diagnostic(rule, at: location, "Nesting is deeper than \(limit) levels")
  }
}
