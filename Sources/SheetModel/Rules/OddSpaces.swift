import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText

package enum OddSpaces {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "odd-spaces", severity: .warning,
    title: "Names and titles have single spaces, and none at their ends",
    why: """
      Two spaces in a row or one at the end of a name cannot be seen, but they make two names of one: the search does not find it, and the same \
      organisation stands twice in lists. `clusterbook fix` puts them right.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: \"Example  concept \"\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: \"Example concept\"\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    FieldWalk.visit(sheet.tree.root, context.field) { step in
      let node = step.node
      guard node.isScalar, node.form != .literal, node.form != .folded, step.field.values.isEmpty, node.withText(isOdd) else {
        return
      }
      let written = context.file.text(node.span)
      guard !written.contains("\n") else { return }
      let quote = node.form == .plain ? "" : String(written.prefix(1))
      let inner = node.form == .plain ? written : String(written.dropFirst().dropLast())
      let even = inner.split(whereSeparator: { $0 == " " }).joined(separator: " ")
      guard even != inner, !even.isEmpty else { return }
      found.append(
        sheet.report(
          rule, at: node.span, "\(step.field.title) \(Wording.quoted(node.text)) has spaces too many",
          fixes: [Fix("Write single spaces", .safe, [TextEdit(sheet.location(node.span), quote + even + quote)])]))
    }
    return found
  }

  private static func isOdd(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if first == 0x20 || last == 0x20 { return true }
    var previous: UInt8 = 0
    for byte in text {
      if byte == 0x20 && previous == 0x20 { return true }
      previous = byte
    }
    return false
  }
}
