import Diagnostics

package enum UnknownFigure {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unknown-figure", severity: .error,
    title: "A figure that is named stands in the sheet's list of figures",
    why: """
      Resources, size and governance name figures of the same sheet by their ids. A name that is not in the list shows no number on the page. \
      Correct the name, or add the figure.
      """,
    bad: Example("Sheets/clusters/example.md", example(named: "jobs-2021")),
    good: Example("Sheets/clusters/example.md", example(named: "jobs-2022")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let known = sheet.figureIDs.map(\.value)
    let ids = Set(known)
    var suggestions = Suggestions()
    return sheet.localReferences.filter { $0.kinds == ["figure"] && !ids.contains($0.id) }.map { reference in
      sheet.reportUnknown(
        rule, reference, "Figure \(Wording.quoted(reference.id)) is not in this sheet's list of figures",
        nearest: suggestions.nearest(to: reference.id, among: known),
        explanation: known.isEmpty ? "The sheet has no `figures` yet." : nil)
    }
  }

  private static func example(named figure: String) -> String {
    """
    ---
    aim: draft
    name: Example
    resources:
      human:
        - {name: Workforce, figures: [\(figure)], sources: [s1]}
    figures:
      - {id: jobs-2022, indicator: employment, value: 50000, year: 2022, scope: cluster, method: reported, sources: [s1]}
    sources:
      - {id: s1, type: official-report, title: Yearly report, reliability: A}
    ---
    """
  }
}
