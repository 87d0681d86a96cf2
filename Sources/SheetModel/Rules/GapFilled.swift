import Diagnostics
import FrontMatter

package enum GapFilled {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "gap-filled", severity: .warning,
    title: "A field under `gaps` is empty",
    why: """
      `gaps` says what was looked for and not found. Once the field is filled the gap is history: take the entry away. Where the value is \
      doubtful, write `reason: conflicting`, or a `note` beside the value.
      """,
    bad: Example(
      "Sheets/policies/example.md",
      "---\naim: draft\nname: Example\nfrom: 2005\ngaps:\n  - {field: from, reason: not-found}\n---\n"),
    good: Example(
      "Sheets/policies/example.md", "---\naim: draft\nname: Example\ngaps:\n  - {field: from, reason: not-found}\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    sheet.gaps.compactMap { gap in
      let path = gap.field.value
      guard gap.reason != "conflicting", let value = sheet.tree.root.at(path), AnswerBook.isFilled(value, context.field.at(path))
      else { return nil }
      return sheet.report(
        rule, at: gap.field.span, "Field \(Wording.quoted(gap.field.value)) stands under 'gaps' and is filled",
        notes: [Note(at: sheet.location(value.span), "its value stands here")])
    }
  }
}
