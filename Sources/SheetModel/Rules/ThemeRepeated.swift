import Diagnostics
import FrontMatter
import SourceText

package enum ThemeRepeated {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "theme-repeated", severity: .warning,
    title: "A secondary theme is another than the theme",
    why: """
      `secondary_themes` are further fields in which a good part of the cluster works. Its own theme among them would show it twice in one list. \
      Take it away there.
      """,
    bad: Example(
      "Sheets/clusters/example.md",
      "---\naim: draft\nname: Example\ntheme: ict-nano\nsecondary_themes: [mobility-security, ict-nano]\n---\n"),
    good: Example(
      "Sheets/clusters/example.md",
      "---\naim: draft\nname: Example\ntheme: ict-nano\nsecondary_themes: [mobility-security]\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard let theme = sheet.tree.root["theme"], theme.isScalar, !theme.isBlank, let list = sheet.tree.root["secondary_themes"]
    else { return [] }
    let items = Array(list.items)
    return items.indices.filter { items[$0].textEquals(theme.text) }.map { index in
      sheet.report(
        rule, at: items[index].span, "Secondary theme \(Wording.quoted(theme.text)) is the theme itself",
        notes: [Note(at: sheet.location(theme.span), "the theme")],
        fixes: list.form == .flowSequence ? [removal(of: index, from: items, sheet)] : [])
    }
  }

  private static func removal(of index: Int, from items: [Node], _ sheet: Sheet) -> Fix {
    let span =
      index > 0
      ? Span(items[index - 1].span.end, items[index].span.end)
      : Span(items[0].span.start, items.count > 1 ? items[1].span.start : items[0].span.end)
    return Fix("Take it away", .safe, [TextEdit(sheet.location(span), "")])
  }
}
