import Diagnostics
import SourceText

package enum AliasLimit {
  package static let rule = Rule(
    id: "yaml-alias-limit", severity: .error,
    title: "Aliases repeat at most 10,000 values",
    why: """
      Nine aliases of nine aliases of nine … make a billion values out of a few lines, which would fill any memory. Reading stops at ten thousand \
      repeated values, far above what a sheet needs.
      """,
    bad: Example(
      "Sheets/concepts/example.md",
      "---\naim: draft\nname: Example\n"
        + (1...6).map {
          "x-\($0): &a\($0) [" + Array(repeating: $0 == 1 ? "1" : "*a\($0 - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        .joined() + "---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-1: &a [1, 2]\nx-2: *a\n---\n"))

  static func report(_ name: String, at location: Location, limit: Int) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Alias \(Wording.quoted("*" + name)) repeats more than \(Wording.grouped(limit)) values")
  }
}
