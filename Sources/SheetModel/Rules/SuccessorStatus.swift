import Diagnostics
import SourceText

package enum SuccessorStatus {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "successor-status", severity: .warning,
    title: "Status and successor of a cluster agree",
    why: """
      A cluster that was renamed or merged went on as another, which `successor` names, so that readers of the old name find the new one. A cluster that is \
      active has no successor yet. Where the successor has no sheet, say under `gaps` why.
      """,
    bad: ExampleSheets.listedCluster(head: "status: renamed"),
    good: ExampleSheets.listedCluster(head: "status: dissolved"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard sheet.cluster != nil, let status = sheet.tree.root["status"] else { return [] }
    let successor = sheet.tree.root["successor"].flatMap { $0.isBlank ? nil : $0 }
    if let successor, status.textEquals("active") {
      return [
        sheet.report(
          rule, at: status.span, "Status 'active' does not fit a cluster that has a successor",
          notes: [Note(at: sheet.location(successor.span), "its successor")])
      ]
    }
    guard successor == nil, !sheet.isDraft, status.textEquals("renamed") || status.textEquals("merged"),
      !sheet.gaps.contains(where: { $0.field.value == "successor" }),
      !(sheet.cluster?.relations.contains { $0.type.value == "merged-into" } ?? false)
    else { return [] }
    return [
      sheet.report(
        rule, at: status.span, "Status \(Wording.quoted(status.text)) asks for a successor",
        explanation: "Name the cluster that it became under `successor`, or say under `gaps` why not.")
    ]
  }
}
