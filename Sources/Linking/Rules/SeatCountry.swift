import Cartography
import Diagnostics
import FrontMatter
import SheetModel
import SourceText

package enum SeatCountry {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "seat-country", severity: .warning,
    title: "The country of the seat is the first of a cluster's countries",
    why: """
      A cross-border cluster stands in the lists under the first country of `location.countries`, which is the seat's, and is shown in the others as \
      well. Here the seat lies in another of the countries named. Change their order, or look at the coordinates.
      """,
    bad: Example("Sheets/clusters/example.md", example("[SE, DK]")),
    good: Example("Sheets/clusters/example.md", example("[DK, SE]")))

  /// In kilometres: near a border the line of the map may be on the wrong side of a town.
  private static let tolerance = 10.0

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    guard let boundaries = context.boundaries else { return [] }
    return atlas.sheets(of: .cluster).compactMap { sheet in
      guard let cluster = sheet.cluster, cluster.countries.count > 1, let seat = cluster.seat,
        let first = cluster.countries.first,
        abs(seat.latitude.value) <= 90, abs(seat.longitude.value) <= 180
      else { return nil }
      func lies(in code: Located<String>) -> Bool {
        guard let country = atlas.geography.country(code.value) else { return false }
        return boundaries.contains(
          latitude: seat.latitude.value, longitude: seat.longitude.value, country: country.numeric, toleranceKm: tolerance)
          ?? false
      }
      guard atlas.geography.country(first.value) != nil, !lies(in: first),
        let home = cluster.countries.dropFirst().first(where: lies)
      else { return nil }
      return sheet.report(
        rule, at: first.span,
        "Country \(Wording.quoted(first.value)) stands first, but the seat lies in \(atlas.geography.countryName(home.value))",
        notes: [Note(at: sheet.location(seat.span), "the seat")],
        fixes: [
          Fix(
            "Put \(Wording.quoted(home.value)) first", .safe,
            [TextEdit(sheet.location(first.span), home.value), TextEdit(sheet.location(home.span), first.value)])
        ])
    }
  }

  private static func example(_ countries: String) -> String {
    """
    ---
    aim: draft
    name: Example
    location:
      countries: \(countries)
      seat: {city: Copenhagen, lat: 55.6759, lon: 12.5655}
    ---
    """
  }
}
