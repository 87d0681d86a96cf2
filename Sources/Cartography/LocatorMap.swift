import Markup

/// A small map that shows where a place is: in the world, or in a part of it. The land is computed once; from sheet to sheet only the
/// mark differs. Classes: `map`, those of the background, `here` (the mark, with `theme-1`…`theme-5` if it has a theme) and `here-ring`
/// around it.
package struct LocatorMap: Sendable {
  private let background: MapBackground

  /// - Parameters:
  ///   - extent: the part to show; nil: the world.
  ///   - width: units of the view box.
  package init(base: BaseMap, extent: MapExtent? = nil, width: Int = 320) {
    let view = extent.map { MapView.part($0, width: width) } ?? .world(width: width)
    let parts = MapBackground.Parts(tolerance: 1, grid: 2, hasGraticule: false, hasBorders: extent != nil)
    background = MapBackground(base, view: view, parts: parts)
  }

  /// Whether the map shows a place.
  package func shows(latitude: Double, longitude: Double) -> Bool {
    background.view.contains(background.view.project(GeoPoint(latitude: latitude, longitude: longitude)))
  }

  /// The map as an `svg` element with a mark; a place that it does not show gets none.
  ///
  /// - Parameters:
  ///   - title: what a screen reader says, such as "Lund in the world".
  ///   - category: 0…4 for the colour of a theme; nil: none.
  ///   - idPrefix: begins the map's id, `<prefix>-title`, which must be unique on a page.
  package func render(
    latitude: Double, longitude: Double, title: String, category: Int? = nil, idPrefix: String = "locator"
  ) -> HTML {
    var html = HTML()
    let titleID = "\(idPrefix)-title"
    html.open(
      "svg",
      [
        "class": "map", "viewBox": "0 0 \(background.view.width) \(background.view.height)", "role": "img",
        "aria-labelledby": titleID,
      ])
    html.element("title", ["id": titleID], title)
    html.append(background.html)
    if shows(latitude: latitude, longitude: longitude) {
      let place = background.view.project(GeoPoint(latitude: latitude, longitude: longitude))
      let (x, y) = (FixedPoint.text(place.x), FixedPoint.text(place.y))
      let theme = category.map { " " + MapSymbol.className(category: $0) } ?? ""
      html.element(
        "circle",
        ["class": "here-ring", "cx": x, "cy": y, "r": "9", "fill": "none", "stroke": "currentColor", "stroke-width": "1"], "")
      html.element("circle", ["class": "here\(theme)", "cx": x, "cy": y, "r": "4"], "")
    }
    html.close("svg")
    return html
  }
}
