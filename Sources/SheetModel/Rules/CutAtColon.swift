import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText

package enum CutAtColon {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  package static let rule = Rule(
    id: "cut-at-colon", severity: .error,
    title: "An item of a list that contains a colon and a space stands in quotes",
    why: """
      `- Global clusters: a study` is a key and its value to YAML, not a text: the colon cuts it in two. In quotes it is one text again; `clusterbook \
      fix` puts them.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\naliases:\n  - Clusters: a concept\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\naliases:\n  - \"Clusters: a concept\"\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    FieldWalk.visit(sheet.tree.root, context.field) { step in
      guard step.node.isSequence, let items = step.field.items, items.types.contains(.string), items.values.isEmpty else {
        return
      }
      for item in step.node.items {
        guard let span = text(item, items), let key = item.entries.first(where: { _ in true })?.key else { continue }
        let written = context.file.text(span)
        guard !written.contains("\n") else { continue }
        found.append(
          sheet.report(
            rule, at: span, "Text is cut at its colon: YAML reads \(Wording.quoted(key.text)) as a key",
            label: "put the whole text in quotes",
            fixes: [Fix("Put the text in quotes", .safe, [TextEdit(sheet.location(span), QuotedText.double(written))])]))
      }
    }
    return found
  }

  /// Where an item lies that is a mapping of one key, and was meant as a text.
  private static func text(_ item: Node, _ field: Field) -> Span? {
    guard item.isMapping, item.count == 1, let entry = item.entries.first(where: { _ in true }), entry.key.form == .plain,
      entry.value.form == .plain, !entry.value.span.isEmpty
    else { return nil }
    let known = field.children.map(\.key)
    guard !known.contains(entry.key.text), NearestWords.of(entry.key.text, among: known).isEmpty else { return nil }
    // In braces a mapping was meant, whatever its key.
    return item.span.start == entry.key.span.start ? entry.span : nil
  }
}
