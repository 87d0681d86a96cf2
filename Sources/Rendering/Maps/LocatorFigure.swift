import Markup
import SheetModel

/// The small map in the fact column of a datasheet.
enum LocatorFigure {
  static func html(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let cluster = sheet.cluster, let seat = cluster.seat else { return HTML() }
    let className = ThemeMark.className(scope.site, cluster.theme?.value ?? "")
    let map = scope.site.maps.locator(
      cluster, scope.site.geography, title: "Where \(sheet.name.value) lies", className: className)
    guard !map.isEmpty else { return HTML() }
    let shows = [
      "site": "; the mark shows the site itself", "city": "; the mark shows the middle of the town",
      "area-centroid": "; the mark shows the middle of the area",
    ]
    let precision = sheet.tree.root.at("location.seat.precision")?.text ?? ""
    let place =
      "\(seat.city), \(degrees(seat.latitude.value, "N", "S")), \(degrees(seat.longitude.value, "E", "W"))\(shows[precision] ?? "")"
    return """
      <figure class="locator \(className)">
      \(map)
      <figcaption>\(place)\(further(sheet, scope))</figcaption>
      </figure>
      """
  }

  /// More places than these stay on the map without a name.
  private static let limit = 6

  /// The further places with their roles: what the small dots are, where there is room for them.
  private static func further(_ sheet: Sheet, _ scope: Scope) -> HTML {
    let places = (sheet.tree.root.at("location.places")?.items).map(Array.init) ?? []
    guard !places.isEmpty else { return HTML() }
    let role = scope.site.field(of: .cluster)?.at("location.places.role")
    let names = places.prefix(limit).compactMap { item -> String? in
      guard let name = item["name"]?.text else { return nil }
      guard let value = item["role"]?.text, !value.isEmpty else { return name }
      return "\(name) (\((role?.label(of: value) ?? value).lowercased()))"
    }
    let more = places.count > limit ? " and \(places.count - limit) more" : ""
    return ". Further places: \(names.joined(separator: ", "))\(more)"
  }

  /// `55.68° N`, with two decimals: a hundredth of a degree is a kilometre.
  private static func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)° \(value < 0 ? negative : positive)"
  }
}
