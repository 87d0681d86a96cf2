import Cartography
import Diagnostics
import FrontMatter
import SheetModel
import SourceText

package enum CoordinatesOutside {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "coordinates-outside-country", severity: .error,
    title: "A seat and the further places lie in the countries that their sheet names",
    why: """
      Latitude and longitude are easily exchanged, a minus sign is easily lost, and an empty map program gives 0, 0. The seat and the places of \
      `location.places` are looked up in the borders of Natural Earth 1:50m, with 10 km to spare for coasts and small islands. Latitude is the number north (positive) or south \
      (negative) of the equator, longitude east or west of Greenwich.
      """,
    bad: Example("Sheets/clusters/example.md", example(latitude: "12.5655", longitude: "55.6759")),
    good: Example("Sheets/clusters/example.md", example(latitude: "55.6759", longitude: "12.5655")))

  private static let tolerance = 10.0

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    guard let boundaries = context.boundaries else { return [] }
    return atlas.sheets(of: .cluster).flatMap { sheet -> [Diagnostic] in
      let countries = sheet.cluster?.countries.compactMap { atlas.geography.country($0.value) } ?? []
      guard !countries.isEmpty else { return [] }
      return points(sheet).compactMap { report($0, sheet, countries, atlas, boundaries) }
    }
  }

  /// Something with coordinates.
  private struct Point {
    let name: String
    let latitude: Node
    let longitude: Node
  }

  private static func points(_ sheet: Sheet) -> [Point] {
    let location = sheet.tree.root["location"]
    var points: [Point] = []
    if let seat = location?["seat"], let latitude = seat["lat"], let longitude = seat["lon"] {
      points.append(Point(name: "Seat", latitude: latitude, longitude: longitude))
    }
    guard let places = location?["places"]?.items else { return points }
    for place in places {
      guard let latitude = place["lat"], let longitude = place["lon"] else { continue }
      let name = place["name"].flatMap { $0.isScalar && !$0.isBlank ? "Place " + Wording.quoted($0.text) : nil } ?? "Place"
      points.append(Point(name: name, latitude: latitude, longitude: longitude))
    }
    return points
  }

  private static func report(
    _ point: Point, _ sheet: Sheet, _ countries: [Country], _ atlas: Atlas, _ boundaries: CountryBoundaries
  ) -> Diagnostic? {
    guard let latitude = point.latitude.number, let longitude = point.longitude.number else { return nil }
    func lies(_ latitude: Double, _ longitude: Double) -> Bool {
      countries.contains {
        boundaries.contains(latitude: latitude, longitude: longitude, country: $0.numeric, toleranceKm: tolerance) ?? true
      }
    }
    guard abs(latitude) <= 90, abs(longitude) <= 180, !lies(latitude, longitude) else { return nil }
    let span = point.latitude.span.union(point.longitude.span)
    if abs(longitude) <= 90, lies(longitude, latitude) {
      return sheet.report(
        rule, at: span, "Latitude and longitude are swapped",
        label: "in this order the \(point.name == "Seat" ? "seat" : "place") lies outside \(names(countries))",
        fixes: [swap(sheet, point)])
    }
    return sheet.report(
      rule, at: span, "\(point.name) lies outside \(names(countries))",
      label: latitude == 0 && longitude == 0
        ? "0, 0 lies in the Gulf of Guinea" : elsewhere(latitude, longitude, boundaries, atlas))
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

  private static func swap(_ sheet: Sheet, _ point: Point) -> Fix {
    Fix(
      "Swap latitude and longitude", .safe,
      [
        TextEdit(sheet.location(point.latitude.span), point.longitude.text),
        TextEdit(sheet.location(point.longitude.span), point.latitude.text),
      ])
  }

  private static func example(latitude: String, longitude: String) -> String {
    "---\naim: draft\nname: Example\nlocation:\n  countries: [DK]\n  seat: {city: Copenhagen, lat: \(latitude), lon: \(longitude)}\n---\n"
  }
}
