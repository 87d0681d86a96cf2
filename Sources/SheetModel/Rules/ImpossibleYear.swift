import Diagnostics
import FrontMatter
import SourceText

package enum ImpossibleYear {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "impossible-year", severity: .error,
    title: "Years lie in the past and in their order",
    why: """
      A figure, an event or a source from a year that has not come yet is a slip, and so is a period that ends before it begins. Plans and targets \
      may lie ahead: a figure with `qualifier: target`, and the end of a period.
      """,
    bad: Example("Sheets/clusters/example.md", example(from: 2012)),
    good: Example("Sheets/clusters/example.md", example(from: 2006)))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    visit(sheet.tree.root, sheet, context.today.year, into: &found)
    return found
  }

  /// Years of the past by the names of their keys; periods by `from` and `to` or `until` side by side.
  private static func visit(_ node: Node, _ sheet: Sheet, _ thisYear: Int, into found: inout [Diagnostic]) {
    for item in node.items where !item.isScalar { visit(item, sheet, thisYear, into: &found) }
    guard node.isMapping else { return }
    var from: Node?
    var end: Node?
    let isTarget = node["qualifier"]?.textEquals("target") ?? false
    for entry in node.entries {
      let key = entry.key
      if key.withText({ $0.first == 0x78 && $0.dropFirst().first == 0x2D }) { continue }
      if !entry.value.isScalar {
        if key.textEquals("year"), entry.value.isSequence { period(entry.value, sheet, isTarget ? nil : thisYear, into: &found) }
        visit(entry.value, sheet, thisYear, into: &found)
      } else if key.textEquals("from") {
        from = entry.value
      } else if key.textEquals("to") || key.textEquals("until") {
        end = entry.value
      } else if !isTarget, ["year", "founded", "since", "edition"].contains(where: { key.textEquals($0) }) {
        future(entry.value, sheet, thisYear, into: &found)
      }
    }
    if let from, let end, let first = from.integer, let last = end.integer, first > last {
      found.append(
        sheet.report(
          rule, at: end.span, node: end.index, "Period ends in \(last), before it begins in \(first)",
          notes: [Note(at: sheet.location(from.span), "its beginning")]))
    }
  }

  private static func future(_ node: Node, _ sheet: Sheet, _ thisYear: Int, into found: inout [Diagnostic]) {
    // A year of five digits is out of range, which the schema says.
    guard let year = node.integer, year > thisYear, year <= 9999 else { return }
    found.append(sheet.report(rule, at: node.span, node: node.index, "Year \(year) has not come yet"))
  }

  private static func period(_ node: Node, _ sheet: Sheet, _ thisYear: Int?, into found: inout [Diagnostic]) {
    let years = node.items.compactMap(\.integer)
    guard let first = years.first, let last = years.last else { return }
    if first > last {
      found.append(sheet.report(rule, at: node.span, node: node.index, "Period ends in \(last), before it begins in \(first)"))
    } else if let thisYear, last > thisYear {
      found.append(sheet.report(rule, at: node.span, node: node.index, "Year \(last) has not come yet"))
    }
  }

  private static func example(from: Int) -> String {
    """
    ---
    aim: draft
    name: Example
    policies:
      - {policy: example-policy, role: label, from: \(from), to: 2009, sources: [s1]}
    sources:
      - {id: s1, type: official-report, title: Yearly report, reliability: A}
    ---
    """
  }
}
