import Diagnostics
import SourceText

package enum CarriageReturn {
  package static let rule = Rule(
    id: "carriage-return", severity: .note,
    title: "Lines end with LF",
    why: """
      Files saved on Windows may end their lines with CR LF. They are read as they are; but in a project with mixed line ends every comparison of \
      two versions shows lines that nobody changed.
      """,
    bad: Example("Sheets/concepts/example.md", "---\r\naim: draft\r\nname: Example\r\n---\r\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"))

  static func report(at location: Location, in file: SourceFile) -> Diagnostic {
    let edits = file.bytes.indices.filter { file.bytes[$0] == 0x0D }.map { i in
      let isPair = i + 1 < file.bytes.count && file.bytes[i + 1] == 0x0A
      return TextEdit(Location(path: file.path, span: Span(i, i + 1)), isPair ? "" : "\n")
    }
    let isPaired = edits.contains { $0.text.isEmpty }
    return Diagnostic(
      rule, at: location, isPaired ? "Lines end with CR LF" : "Lines end with CR",
      label: "the first of \(Wording.count(edits.count, "line end"))",
      fixes: [Fix("Write LF at the end of every line", .safe, edits)])
  }
}
