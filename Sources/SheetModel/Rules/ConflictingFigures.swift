import Diagnostics

package enum ConflictingFigures {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "conflicting-figures", severity: .note,
    title: "Figures for one thing, year and scope that differ are meant to stand side by side",
    why: """
      Two figures have the same indicator, year and scope, but other values. That is allowed: sources disagree, and both stay. It is said so that a \
      slip is seen, and so that a reviewer can ask whether the scopes are really the same. A `note` on one of them that explains the difference \
      settles it.
      """,
    bad: Example("Sheets/clusters/example.md", example(note: "")),
    good: Example("Sheets/clusters/example.md", example(note: ", note: Counts the suburbs too.")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var first: [String: Figure] = [:]
    return sheet.figures.compactMap { figure in
      guard let other = first[figure.subject] else {
        first[figure.subject] = figure
        return nil
      }
      let (a, b) = (figure.bounds, other.bounds)
      guard !a.overlaps(b), !hasNote(figure, sheet), !hasNote(other, sheet) else { return nil }
      return sheet.report(
        rule, at: figure.valueSpan,
        "Figure \(Wording.quoted(figure.id.value)) differs from \(Wording.quoted(other.id.value)) for the same thing, year and scope",
        notes: [Note(at: sheet.location(other.valueSpan), "the other value")])
    }
  }

  private static func hasNote(_ figure: Figure, _ sheet: Sheet) -> Bool { figure.fields(in: sheet)["note"] != nil }

  private static func example(note: String) -> String {
    """
    ---
    aim: draft
    name: Example
    figures:
      - {id: a, indicator: employment, value: 40000, year: 2022, scope: cluster, method: reported, sources: [s1]}
      - {id: b, indicator: employment, value: 50000, year: 2022, scope: cluster, method: study, sources: [s1]\(note)}
    sources:
      - {id: s1, type: official-report, title: Yearly report, reliability: A}
    ---
    """
  }
}
