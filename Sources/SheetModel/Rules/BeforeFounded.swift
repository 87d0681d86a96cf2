import Diagnostics
import FrontMatter
import SourceText

package enum BeforeFounded {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "before-founded", severity: .warning,
    title: "Nothing is counted or joined before the subject of the sheet began",
    why: """
      A cluster of 1997 has no members in 1990. Either `founded` is wrong (it is the year in which the subject began, as `entity` says: the place, the \
      organisation or the label), or the other year is, or the figure is about something else and its `scope` should say so. A phase of a policy \
      lies within the policy's own years.
      """,
    bad: Example("Sheets/clusters/example.md", example(stage: 1990)),
    good: Example("Sheets/clusters/example.md", example(stage: 2001)))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let root = sheet.tree.root
    if sheet.id.kind == .policy { return phases(sheet, root) }
    guard let founded = root["founded"], let year = founded.integer else { return [] }
    var found: [Diagnostic] = []
    func compare(_ node: Node?, _ what: String) {
      guard let node, let other = (node.isSequence ? node.items.lazy.compactMap(\.integer).first { _ in true } : node.integer),
        other < year
      else { return }
      found.append(
        sheet.report(
          rule, at: node.span, "\(what) \(other) lies before \(year), when the subject began",
          notes: [Note(at: sheet.location(founded.span), "founded")]))
    }
    let scopes = own(root["entity"]?.text ?? "")
    for figure in root["figures"]?.items ?? root.items where figure["scope"].map({ scopes.contains($0.text) }) ?? false {
      compare(figure["year"], "Figure of")
    }
    compare(root.at("life_cycle.since"), "Stage since")
    for relation in root["relations"]?.items ?? root.items { compare(relation["from"], "Relation from") }
    return found
  }

  /// The scopes of figures that are about the subject itself.
  private static func own(_ entity: String) -> Set<String> {
    switch entity {
    case "cluster-organisation", "labelled-network": ["cluster-organisation", "members"]
    case "science-park": ["cluster", "site"]
    default: ["cluster"]
    }
  }

  private static func phases(_ sheet: Sheet, _ root: Node) -> [Diagnostic] {
    guard let from = root["from"], let first = from.integer else { return [] }
    return (root["phases"]?.items ?? root.items).compactMap { phase in
      guard let begin = phase["from"], let year = begin.integer, year < first else { return nil }
      return sheet.report(
        rule, at: begin.span, "Phase from \(year) lies before \(first), when the policy began",
        notes: [Note(at: sheet.location(from.span), "the policy's beginning")])
    }
  }

  private static func example(stage: Int) -> String {
    "---\naim: draft\nname: Example\nfounded: 1997\nlife_cycle: {stage: growing, since: \(stage)}\n---\n"
  }
}
