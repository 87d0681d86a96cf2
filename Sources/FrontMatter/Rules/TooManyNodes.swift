import Diagnostics
import SourceText

package enum TooManyNodes {
  package static let rule = Rule(
    id: "yaml-too-many-values", severity: .error,
    title: "A sheet holds at most 400,000 values",
    why:
      "A full datasheet holds fewer than a thousand values. A file with hundreds of thousands is not one, and is not read to its end.",
    bad: Example(
      "Sheets/concepts/example.md",
      "---\naim: draft\nname: Example\nx-many: [" + String(repeating: "1,", count: 400_001) + "1]\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-many: [1, 1]\n---\n"))

  static func report(at location: Location, limit: Int) -> Diagnostic {
    Diagnostic(rule, at: location, "File holds more than \(Wording.grouped(limit)) values")
  }
}
