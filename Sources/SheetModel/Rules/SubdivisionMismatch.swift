import Diagnostics

package enum SubdivisionMismatch {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "subdivision-mismatch", severity: .error,
    title: "A subdivision lies in one of the countries named",
    why: """
      The first two letters of an ISO 3166-2 code are its country: SE-M lies in SE. A cross-border cluster names all its countries. Either a \
      country is missing or the subdivision is wrong.
      """,
    bad: Example(
      "Sheets/clusters/example.md",
      "---\naim: draft\nname: Example\nlocation:\n  countries: [DK]\n  subdivisions: [DK-84, SE-M]\n---\n"),
    good: Example(
      "Sheets/clusters/example.md",
      "---\naim: draft\nname: Example\nlocation:\n  countries: [DK, SE]\n  subdivisions: [DK-84, SE-M]\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard let cluster = sheet.cluster, !cluster.countries.isEmpty else { return [] }
    let countries = Set(cluster.countries.map(\.value))
    // A country that is no code has been reported, and may be the one that is meant.
    guard countries.allSatisfy({ context.geography.countries[$0] != nil }) else { return [] }
    return cluster.subdivisions.compactMap { subdivision in
      let country = String(subdivision.value.prefix(2))
      guard context.geography.subdivisions[subdivision.value] != nil, !countries.contains(country) else { return nil }
      return sheet.report(
        rule, at: subdivision.span,
        "Subdivision \(Wording.quoted(subdivision.value)) lies in \(context.geography.countryName(country)), which is not among the countries",
        notes: cluster.countries.first.map { [Note(at: sheet.location($0.span), "the countries named")] } ?? [])
    }
  }
}
