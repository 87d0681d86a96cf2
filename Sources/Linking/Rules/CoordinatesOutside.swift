import Cartography
import Diagnostics
import SheetModel
import SourceText

package enum CoordinatesOutside {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "coordinates-outside-country", severity: .error,
    title: "A seat lies in one of the countries that its sheet names",
    why: """
      Latitude and longitude are easily exchanged, a minus sign is easily lost, and an empty map program gives 0, 0. The seat is looked up in the \
      borders of Natural Earth 1:50m, with 10 km to spare for coasts and small islands. Latitude is the number north (positive) or south \
      (negative) of the equator, longitude east or west of Greenwich.
      """,
    bad: Example("Sheets/clusters/example.md", example(latitude: "12.5655", longitude: "55.6759")),
    good: Example("Sheets/clusters/example.md", example(latitude: "55.6759", longitude: "12.5655")))

  private static let tolerance = 10.0

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    guard let boundaries = context.boundaries else { return [] }
    return atlas.sheets(of: .cluster).compactMap { sheet in
      guard let cluster = sheet.cluster, let seat = cluster.seat else { return nil }
      let countries = cluster.countries.compactMap { atlas.geography.country($0.value) }
      guard !countries.isEmpty else { return nil }
      let (latitude, longitude) = (seat.latitude.value, seat.longitude.value)
      func lies(_ latitude: Double, _ longitude: Double) -> Bool {
        countries.contains {
          boundaries.contains(latitude: latitude, longitude: longitude, country: $0.numeric, toleranceKm: tolerance) ?? true
        }
      }
      guard abs(latitude) <= 90, abs(longitude) <= 180, !lies(latitude, longitude) else { return nil }
      let span = seat.latitude.span.union(seat.longitude.span)
      if abs(longitude) <= 90, lies(longitude, latitude) {
        return sheet.report(
          rule, at: span, "Latitude and longitude are swapped", label: "in this order the seat lies outside \(names(countries))",
          fixes: [swap(sheet, seat)])
      }
      return sheet.report(
        rule, at: span, "Seat lies outside \(names(countries))",
        label: latitude == 0 && longitude == 0
          ? "0, 0 lies in the Gulf of Guinea" : elsewhere(latitude, longitude, boundaries, atlas))
    }
  }

  private static func names(_ countries: [Country]) -> String { Wording.list(countries.map(\.name), last: "or") }

  /// The country that does hold the point.
  private static func elsewhere(_ latitude: Double, _ longitude: Double, _ boundaries: CountryBoundaries, _ atlas: Atlas)
    -> String
  {
    guard let numeric = boundaries.country(latitude: latitude, longitude: longitude),
      let country = atlas.geography.countries.values.first(where: { $0.numeric == numeric })
    else { return "the point lies in no country" }
    return "the point lies in \(country.name)"
  }

  private static func swap(_ sheet: Sheet, _ seat: Seat) -> Fix {
    func text(_ span: Span) -> String { span.isEmpty ? "" : seatText(sheet, span) }
    return Fix(
      "Swap latitude and longitude", .safe,
      [
        TextEdit(sheet.location(seat.latitude.span), text(seat.longitude.span)),
        TextEdit(sheet.location(seat.longitude.span), text(seat.latitude.span)),
      ])
  }

  private static func seatText(_ sheet: Sheet, _ span: Span) -> String {
    let node = sheet.tree.root.at("location.seat")
    return [node?["lat"], node?["lon"]].compactMap { $0 }.first { $0.span == span }?.text ?? ""
  }

  private static func example(latitude: String, longitude: String) -> String {
    "---\naim: draft\nname: Example\nlocation:\n  countries: [DK]\n  seat: {city: Copenhagen, lat: \(latitude), lon: \(longitude)}\n---\n"
  }
}
