import Diagnostics
import SourceText

package enum FileTooLarge {
  package static let rule = Rule(
    id: "file-too-large", severity: .error,
    title: "A sheet is at most 1 MiB",
    why: """
      A full datasheet has some 20 KB. A larger file is a slip (a picture pasted as text, a log) and would slow every build. The limit can be \
      raised in Site/site.yaml: `limits: {file_bytes: 2000000}`.
      """,
    bad: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n" + String(repeating: "a line of text\n", count: 70_000)
    ),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\na line of text\n"))

  package static func report(at location: Location, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(rule, at: location, "File has \(Wording.grouped(size)) bytes; the limit is \(Wording.grouped(limit))")
  }
}
