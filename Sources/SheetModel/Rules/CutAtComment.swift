import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText

package enum CutAtComment {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  package static let rule = Rule(
    id: "cut-at-comment", severity: .warning,
    title: "A text with ` #` in it stands in quotes",
    why: """
      A `#` after a space begins a comment: `name: Foo # bar` is the name Foo, and the rest is lost without a word. If it belongs to the text, put the \
      text in quotes; if it is a comment, give it a line of its own above the key.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Number #1 in Europe\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: \"Number #1 in Europe\"\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    FieldWalk.visit(sheet.tree.root, context.field) { step in
      guard step.node.form == .plain, isFreeText(step.field), let comment = comment(after: step.node, context.file) else {
        return
      }
      let isEmpty = step.node.isBlank
      let start = isEmpty ? comment.start : step.node.span.start
      let span = Span(start, comment.end)
      let written = context.file.text(span)
      found.append(
        sheet.report(
          rule, at: span, "Text is cut at '#': YAML reads \(isEmpty ? "nothing" : Wording.quoted(step.node.text) + " only")",
          label: "what follows is a comment",
          explanation: "Put the text in quotes, or give the comment a line of its own.",
          fixes: [Fix("Put the whole text in quotes", .needsReview, [TextEdit(sheet.location(span), QuotedText.double(written))])]
        ))
    }
    return found
  }

  /// Any text may stand here: no choice, no code, no reference.
  private static func isFreeText(_ field: Field) -> Bool {
    field.types.contains(.string) && field.types.isDisjoint(with: [.integer, .number, .boolean]) && field.values.isEmpty
      && field.refersTo.isEmpty && field.format == nil
  }

  /// The comment that stands where a text goes on: one space behind it, or `#` with a word right behind.
  private static func comment(after node: Node, _ file: SourceFile) -> Span? {
    let bytes = file.bytes
    var at = node.span.end
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at + 1 < bytes.count, bytes[at] == 0x23, at > 0, bytes[at - 1] == 0x20 else { return nil }
    let isWord = bytes[at + 1] > 0x20 && bytes[at + 1] != 0x23
    // A code or an id has no blank in it, and a comment beside it is one.
    let isProse = node.text.contains(" ") || node.text.contains { $0.isUppercase }
    guard isWord || (isProse && at - node.span.end == 1), !node.isBlank || isWord else { return nil }
    var end = at
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while end > at, bytes[end - 1] == 0x20 { end -= 1 }
    return Span(at, end)
  }
}
