import Diagnostics
import SourceText

package enum FigureNotUsed {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "figure-not-used", severity: .warning,
    title: "Every figure of a cluster is named by the resource that it measures",
    why: """
      A figure stands on the page beside the resource that names it under `figures`; one that no resource, no size class and no governance names \
      stands apart, and nobody can see what it says about the cluster. Name it where it belongs. Figures about the cluster as a whole belong to the \
      resource that they count: jobs to human resources, turnover to the market.
      """,
    bad: ExampleSheets.listedCluster(resources: ["[jobs]"]),
    good: ExampleSheets.listedCluster())

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard context.field.child("resources") != nil, !sheet.isDraft else { return [] }
    let used = Set(sheet.localReferences.filter { $0.kinds == ["figure"] }.map(\.id))
    return sheet.figures.filter { !used.contains($0.id.value) }.map { figure in
      sheet.report(
        rule, at: figure.id.span, "Figure \(Wording.quoted(figure.id.value)) is not used", label: "no resource names it")
    }
  }
}
