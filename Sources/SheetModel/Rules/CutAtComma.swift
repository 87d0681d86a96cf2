import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText

package enum CutAtComma {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  package static let rule = Rule(
    id: "cut-at-comma", severity: .error,
    title: "A text or number with a comma in it stands in quotes inside braces",
    why: """
      Inside `{…}` a comma ends a value: `{event: City, Ericsson and KTH}` is three keys to YAML, two of them without a value, and the text would end \
      at `City`. Put the text in quotes, or write the entry in lines. A number is written without a thousands separator, with a point for its decimals.
      """,
    bad: Example("Sheets/clusters/example.md", example("City, Ericsson and KTH")),
    good: Example("Sheets/clusters/example.md", example("\"City, Ericsson and KTH\"")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    FieldWalk.visit(sheet.tree.root, context.field) { step in
      guard step.node.form == .flowMapping else { return }
      var whole: Node?
      var pieces: [Node] = []
      func finish() {
        if let whole, !pieces.isEmpty { found.append(report(whole, pieces, step.field, sheet, context.file)) }
        pieces = []
      }
      for entry in step.node.entries {
        if isPiece(entry, step.field, context.file), whole != nil {
          pieces.append(entry.key)
        } else {
          finish()
          whole = entry.value.form == .plain && !entry.value.isBlank ? entry.value : nil
        }
      }
      finish()
    }
    return found
  }

  /// Whether an entry is what follows a comma: a key that the schema does not know, without a colon.
  private static func isPiece(_ entry: Entry, _ field: Field, _ file: SourceFile) -> Bool {
    guard entry.key.form == .plain, entry.value.form == .plain, entry.value.span.isEmpty, !entry.key.span.isEmpty,
      field.child(entry.key.text) == nil
    else { return false }
    let after = file.bytes[min(entry.key.span.end, file.bytes.count)...].first { ![0x20, 0x0A, 0x0D].contains($0) }
    return after != 0x3A
  }

  private static func report(_ whole: Node, _ pieces: [Node], _ field: Field, _ sheet: Sheet, _ file: SourceFile) -> Diagnostic {
    let span = Span(whole.span.start, pieces.last?.span.end ?? whole.span.end)
    let written = file.text(span)
    if whole.number != nil, let number = number(whole.text, pieces.map(\.text)) {
      return sheet.report(
        rule, at: span, "Number \(Wording.quoted(written)) is cut at its comma", label: "write \(number)",
        fixes: [.replace(sheet.location(span), with: number, .needsReview)])
    }
    // A word that looks like a key may be one whose value was forgotten.
    let isText = pieces.contains { piece in
      piece.text.contains { !$0.isASCII || $0 == " " || $0.isUppercase || $0.isNumber }
    }
    return sheet.report(
      rule, at: span, "Text is cut at its comma: YAML reads \(Wording.quoted(whole.text)) only",
      label: "put the whole text in quotes",
      fixes: [
        Fix("Put the text in quotes", isText ? .safe : .needsReview, [TextEdit(sheet.location(span), QuotedText.double(written))])
      ])
  }

  /// `12,500` and `1,204,000` without their separators, `12,5` with a point; nil where it is neither.
  private static func number(_ first: String, _ rest: [String]) -> String? {
    guard first.utf8.allSatisfy({ (0x30...0x39).contains($0) }), rest.allSatisfy({ Int($0) != nil }) else { return nil }
    if first.utf8.count <= 3, rest.allSatisfy({ $0.utf8.count == 3 }) { return first + rest.joined() }
    return rest.count == 1 ? first + "." + rest[0] : nil
  }

  private static func example(_ event: String) -> String {
    "---\naim: draft\nname: Example\ntimeline:\n  - {year: 1985, event: \(event)}\n---\n"
  }
}
