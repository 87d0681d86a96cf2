import Diagnostics

package enum UnknownCountry {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unknown-country", severity: .error,
    title: "Countries and subdivisions are codes of ISO 3166",
    why: """
      A country is written with its two letters (ISO 3166-1): FR, DK, TW; the United Kingdom is GB. A region, state or province is written with its \
      ISO 3166-2 code: FR-IDF, US-CA. The lists are Site/data/countries.csv and subdivisions.csv.
      """,
    bad: Example("Sheets/policies/example.md", "---\naim: draft\nname: Example\ncountries: [UK]\n---\n"),
    good: Example("Sheets/policies/example.md", "---\naim: draft\nname: Example\ncountries: [GB]\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let geography = context.geography
    var suggestions = Suggestions()
    return sheet.references.compactMap { reference in
      if reference.kinds.contains("country"), hasForm(reference.id, of: "country"), geography.countries[reference.id] == nil {
        let meant = habits[reference.id].flatMap(geography.country)
        return sheet.reportUnknown(
          rule, reference, "Country \(Wording.quoted(reference.id)) is not a code of ISO 3166-1",
          nearest: meant.map { [$0.code] } ?? [],
          explanation: meant.map { "\($0.code) is \($0.name)." } ?? "The codes stand in Site/data/countries.csv.")
      }
      if reference.kinds.contains("subdivision"), hasForm(reference.id, of: "subdivision"),
        geography.subdivisions[reference.id] == nil
      {
        let nearest = suggestions.nearest(
          to: reference.id, among: geography.subdivisionCodes[String(reference.id.prefix(2))] ?? [])
        return sheet.reportUnknown(
          rule, reference, "Subdivision \(Wording.quoted(reference.id)) is not a code of ISO 3166-2", nearest: nearest,
          explanation: nearest.isEmpty
            ? nil
            : nearest.compactMap { code in geography.subdivisions[code].map { "\(code) is \($0)" } }.joined(separator: "; ") + "."
        )
      }
      return nil
    }
  }

  /// Whether the schema's pattern let it through; else the pattern has been reported already.
  private static func hasForm(_ id: String, of kind: String) -> Bool {
    let letters = Array(id.utf8)
    return kind == "country"
      ? letters.count == 2 && letters.allSatisfy { (0x41...0x5A).contains($0) } : letters.count > 3 && letters[2] == 0x2D
  }

  /// What people write for these. Of two letters every other code is one slip away, so nothing else is guessed.
  private static let habits = [
    "UK": "GB", "EN": "GB", "EL": "GR", "SP": "ES", "JA": "JP", "KO": "KR", "SW": "SE", "DA": "DK", "CS": "CZ",
  ]
}
