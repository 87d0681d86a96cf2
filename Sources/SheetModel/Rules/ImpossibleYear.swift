import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText

package enum ImpossibleYear {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "impossible-year", severity: .error,
    title: "Years lie in the past and in their order",
    why: """
      A figure, an event, a review or a source from a year that has not come yet is a slip, and so is a period that begins in one, or ends before it \
      begins. Plans and targets may lie ahead: a figure with `qualifier: target`, and the end of a period.
      """,
    bad: Example("Sheets/clusters/example.md", example(from: 2012)),
    good: Example("Sheets/clusters/example.md", example(from: 2006)))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    visit(sheet.tree.root, context.field, sheet, context.today, into: &found)
    return found
  }

  private static let years = ["year", "founded", "since", "edition", "from"]
  private static let lists = ["year", "editions"]
  private static let days = ["drafted", "checked_on", "read_on"]

  /// Years of the past by the names of their keys; periods by `from` and `to` or `until` side by side.
  private static func visit(_ node: Node, _ field: Field?, _ sheet: Sheet, _ today: CalendarDate, into found: inout [Diagnostic])
  {
    for item in node.items where !item.isScalar { visit(item, field?.items, sheet, today, into: &found) }
    guard node.isMapping else { return }
    var from: Node?
    var end: Node?
    let isTarget = node["qualifier"]?.textEquals("target") ?? false
    for entry in node.entries {
      let key = entry.key
      let value = entry.value
      func isKey(among keys: [String]) -> Bool { keys.contains { key.textEquals($0) } }
      if key.withText({ $0.first == 0x78 && $0.dropFirst().first == 0x2D }) { continue }
      let child = field?.child(key.text) ?? field?.anyChild
      if value.isSequence, isKey(among: lists) {
        list(value, isPeriod: key.textEquals("year"), sheet, isTarget ? nil : today.year, into: &found)
      } else if !value.isScalar {
        visit(value, child, sheet, today, into: &found)
      } else if let child, !child.refersTo.isEmpty {
        // An id, though it may look like a year.
        continue
      } else if key.textEquals("to") || key.textEquals("until") {
        end = value
      } else if !isTarget, isKey(among: years) {
        if key.textEquals("from") { from = value }
        if let year = value.integer, year > today.year, year <= 9999 { found.append(future(value, "Year \(year)", sheet)) }
      } else if isKey(among: days), let day = CalendarDate(value.text), day > today {
        found.append(future(value, "Day \(day.text)", sheet))
      }
    }
    if let from, let end, let first = from.integer, let last = end.integer, first > last {
      found.append(reversed(first, from, last, end, sheet))
    }
  }

  /// Years in a list: the first and last of a period, or years that stand by themselves.
  private static func list(_ node: Node, isPeriod: Bool, _ sheet: Sheet, _ thisYear: Int?, into found: inout [Diagnostic]) {
    var earlier: (year: Int, node: Node)?
    for item in node.items {
      guard let year = item.integer else { continue }
      if isPeriod, let earlier, earlier.year > year {
        found.append(reversed(earlier.year, earlier.node, year, item, sheet))
      } else if let thisYear, year > thisYear, year <= 9999 {
        found.append(future(item, "Year \(year)", sheet))
      }
      earlier = (year, item)
    }
  }

  private static func future(_ node: Node, _ what: String, _ sheet: Sheet) -> Diagnostic {
    sheet.report(rule, at: node.span, "\(what) has not come yet")
  }

  private static func reversed(_ first: Int, _ from: Node, _ last: Int, _ end: Node, _ sheet: Sheet) -> Diagnostic {
    sheet.report(
      rule, at: end.span, "Period ends in \(last), before it begins in \(first)",
      notes: [Note(at: sheet.location(from.span), "its beginning")])
  }

  private static func example(from: Int) -> String {
    """
    ---
    aim: draft
    name: Example
    governance:
      label: [{scheme: A label, from: \(from), to: 2009}]
      sources: [s1]
    sources:
      - {id: s1, type: official-report, title: Yearly report, reliability: A}
    ---
    """
  }
}
