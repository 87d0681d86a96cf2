import Diagnostics
import FrontMatter
import SourceText

package enum LetterForm {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "letter-form", severity: .warning,
    title: "Letters with marks are written as one character",
    why: """
      An é can be stored as one character or as an e with a mark set over it; both look the same. Text copied from a PDF or from macOS often has the \
      second form, and then searching, sorting and comparing fail. Everything here is in the first form (Unicode's NFC); `clusterbook fix` writes it.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Exe\u{301}mple\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Ex\u{E9}mple\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let edits = ComposedLetters.edits(context.file)
    guard let first = edits.first else { return [] }
    return [
      sheet.report(
        rule, at: first.location.span, "Letter \(Wording.quoted(first.text)) is written as a letter and a mark",
        label: edits.count > 1 ? "the first of \(Wording.count(edits.count, "letter"))" : "write it as one character",
        fixes: [Fix("Write letters and their marks as one character", .safe, edits)])
    ]
  }
}
