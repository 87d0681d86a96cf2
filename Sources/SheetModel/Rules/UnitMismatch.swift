import Diagnostics

package enum UnitMismatch {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unit-mismatch", severity: .error,
    title: "A figure's unit is that of its indicator",
    why: """
      The unit follows from the indicator: jobs are persons, exports a currency, a share percent. A unit that is written all the same has to agree, \
      or either of the two is wrong. Where the indicator's unit is a currency, `unit` may be left out and `currency` says which.
      """,
    bad: Example("Sheets/clusters/example.md", example(unit: "count")),
    good: Example("Sheets/clusters/example.md", example(unit: "persons")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let units = context.field.at("figures.indicator")?.units ?? [:]
    return sheet.figures.compactMap { figure in
      guard let written = figure.unit, let unit = units[figure.indicator.value], written.value != unit else { return nil }
      return sheet.report(
        rule, at: written.span,
        "Unit \(Wording.quoted(written.value)) is not that of \(Wording.quoted(figure.indicator.value)), which is \(Wording.quoted(unit))",
        fixes: [.replace(sheet.location(written.span), with: unit, .needsReview)])
    }
  }

  private static func example(unit: String) -> String {
    """
    ---
    aim: draft
    name: Example
    figures:
      - {id: a, indicator: employment, value: 40000, unit: \(unit), year: 2022, scope: cluster, method: reported, sources: [s1]}
    sources:
      - {id: s1, type: official-report, title: Yearly report, reliability: A}
    ---
    """
  }
}
