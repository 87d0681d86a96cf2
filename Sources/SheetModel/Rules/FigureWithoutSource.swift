import Diagnostics

package enum FigureWithoutSource {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "figure-without-source", severity: .warning,
    title: "Every figure names its source",
    why: """
      Sources disagree about numbers because they count different things. A number without its source can neither be checked nor compared. Add \
      `sources: [id]`; where none is known, the number does not belong in the sheet but under `gaps`.
      """,
    bad: Example("Sheets/clusters/example.md", example(sources: ", sources: []")),
    good: Example("Sheets/clusters/example.md", example(sources: ", sources: [s1]")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    // Where the schema asks for the key, its absence has been said.
    let isAsked = context.field.at("figures.sources")?.isRequired ?? false
    return sheet.figures.filter { figure in
      guard !figure.hasSource else { return false }
      return figure.fields(in: sheet)["sources"] != nil || !isAsked
    }.map { figure in
      sheet.report(
        rule, at: figure.fields(in: sheet)["sources"]?.span ?? figure.id.span,
        "Figure \(Wording.quoted(figure.id.value)) has no source")
    }
  }

  private static func example(sources: String) -> String {
    """
    ---
    aim: draft
    name: Example
    figures:
      - {id: jobs-2022, indicator: employment, value: 50000, year: 2022, scope: cluster, method: reported\(sources)}
    sources:
      - {id: s1, type: official-report, title: Yearly report, reliability: A}
    ---

    A text [@s1].
    """
  }
}
