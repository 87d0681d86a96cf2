import Diagnostics
import SourceText

package enum SelfReference {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "self-reference", severity: .error,
    title: "A sheet does not name itself as something else",
    why: """
      A cluster has no relation to itself and is not its own successor, and a concept is not related to itself. Most often the entry was copied from the \
      other side, or belongs there.
      """,
    bad: Example("Sheets/clusters/example.md", example("example")),
    good: Example("Sheets/clusters/example.md", example("{name: Another cluster, country: JP}")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    sheet.references.filter { $0.kinds.first == sheet.id.kind.rawValue && $0.id == sheet.id.id }.map { reference in
      sheet.report(
        rule, at: reference.span, "Reference \(Wording.quoted(reference.id)) names the sheet itself",
        label: "another \(sheet.id.kind.rawValue) was meant")
    }
  }

  private static func example(_ other: String) -> String {
    """
    ---
    aim: draft
    name: Example
    relations:
      - {to: \(other), type: network, sources: [s1]}
    sources:
      - {id: s1, type: press, title: A report, publisher: One, reliability: B}
    ---
    """
  }
}
