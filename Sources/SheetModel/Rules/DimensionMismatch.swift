import Diagnostics
import SourceText

package enum DimensionMismatch {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "dimension-mismatch", severity: .note,
    title: "The geographic dimension fits the countries named",
    why: """
      A network over several countries names several, and a network over one country names one. Where the two differ, a country was forgotten, or the \
      dimension says more or less than is meant.
      """,
    bad: Example("Sheets/clusters/example.md", example("transnational-network", "[DK]")),
    good: Example("Sheets/clusters/example.md", example("transnational-network", "[DK, SE]")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard let cluster = sheet.cluster, let dimension = sheet.tree.root.at("location.dimension"),
      let first = cluster.countries.first
    else { return [] }
    let count = cluster.countries.count
    let isOdd =
      (dimension.textEquals("transnational-network") && count == 1) || (dimension.textEquals("national-network") && count > 1)
    guard isOdd else { return [] }
    return [
      sheet.report(
        rule, at: dimension.span,
        "Dimension \(Wording.quoted(dimension.text)) does not fit \(Wording.count(count, "country", plural: "countries"))",
        notes: [Note(at: sheet.location(first.span), "the countries named")])
    ]
  }

  private static func example(_ dimension: String, _ countries: String) -> String {
    "---\naim: draft\nname: Example\nlocation:\n  countries: \(countries)\n  dimension: \(dimension)\n---\n"
  }
}
