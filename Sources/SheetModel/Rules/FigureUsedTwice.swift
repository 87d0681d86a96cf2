import Diagnostics
import SourceText

package enum FigureUsedTwice {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "figure-used-twice", severity: .warning,
    title: "A figure measures one resource",
    why: """
      Where two resources name the same figure, one number counts twice: in the table of the page and in every sum over components. Name it under the \
      resource that it measures, and say in the other's description what they share. The size class and the governance may name it as well.
      """,
    bad: ExampleSheets.listedCluster(resources: ["[jobs, sites]", "[jobs]"]),
    good: ExampleSheets.listedCluster(resources: ["[jobs]", "[sites]"]))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var first: [String: Span] = [:]
    return sheet.localReferences.compactMap { reference in
      guard reference.kinds == ["figure"], reference.field.hasPrefix("resources.") else { return nil }
      guard let earlier = first[reference.id] else {
        first[reference.id] = reference.span
        return nil
      }
      return sheet.report(
        rule, at: reference.span, "Figure \(Wording.quoted(reference.id)) is used by two resources",
        notes: [Note(at: sheet.location(earlier), "first used here")])
    }
  }
}
