import Markup

/// A small map that shows where a place is: in the world, or in a part of it. The land is computed once; from sheet to sheet only the
/// marks differ. Classes: `map`, those of the background, `here` (the mark, with the class of its theme) and `here-ring` around it, `place`
/// and `join` (further places and the lines to them).
package struct LocatorMap: Sendable {
  private let background: MapBackground
  /// The radius of the ring around the mark. A further place within it is not drawn.
  private static let ring = 9.0

  /// - Parameters:
  ///   - extent: the part to show; nil: the world.
  ///   - countries: those that a sheet may ask to be highlighted (ISO 3166-1 numeric).
  ///   - width: units of the view box.
  package init(base: BaseMap, extent: MapExtent? = nil, countries: Set<String> = [], width: Int = 320) {
    let view = extent.map { MapView.part($0, width: width) } ?? .world(width: width)
    let parts = MapBackground.Parts(tolerance: 1, grid: 2, hasGraticule: false, hasBorders: extent != nil)
    background = MapBackground(base, view: view, separate: countries, parts: parts)
  }

  /// Whether the map shows a place.
  package func shows(latitude: Double, longitude: Double) -> Bool {
    background.view.contains(background.view.project(GeoPoint(latitude: latitude, longitude: longitude)))
  }

  /// The map as an `svg` element with a mark; a place that it does not show gets none.
  ///
  /// - Parameters:
  ///   - title: what a screen reader says, such as "Lund in the world".
  ///   - className: the class of the mark's colour; nil: none.
  ///   - countries: those to highlight, in the order given.
  ///   - places: further places; those that the map does not show, or not apart from the seat, are left out.
  ///   - idPrefix: begins the map's id, `<prefix>-title`, which must be unique on a page.
  package func render(
    latitude: Double, longitude: Double, title: String, className: String? = nil, countries: [String] = [],
    places: [GeoPoint] = [],
    idPrefix: String = "locator"
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
    for country in countries { if let path = background.separate[country] { html.append(path) } }
    if shows(latitude: latitude, longitude: longitude) {
      let place = background.view.project(GeoPoint(latitude: latitude, longitude: longitude))
      html.append(satellites(places, around: place))
      let (x, y) = (FixedPoint.text(place.x), FixedPoint.text(place.y))
      html.element(
        "circle",
        [
          "class": "here-ring", "cx": x, "cy": y, "r": FixedPoint.text(Self.ring), "fill": "none", "stroke": "currentColor",
          "stroke-width": "1",
        ], "")
      html.element("circle", ["class": "here\(className.map { " " + $0 } ?? "")", "cx": x, "cy": y, "r": "4"], "")
    }
    html.close("svg")
    return html
  }

  /// Dots at further places, each with a line to the seat.
  private func satellites(_ places: [GeoPoint], around seat: Vertex) -> HTML {
    var html = HTML()
    let shown = places.map { background.view.project($0) }
      .filter { background.view.contains($0) && MarkLayout.distance($0, seat) > Self.ring + 3 }
    guard !shown.isEmpty else { return html }
    let joins = shown.map {
      "M\(FixedPoint.text($0.x)) \(FixedPoint.text($0.y))L\(FixedPoint.text(seat.x)) \(FixedPoint.text(seat.y))"
    }
    html.element("path", ["class": "join", "fill": "none", "d": joins.joined()], "")
    for place in shown {
      html.element("circle", ["class": "place", "cx": FixedPoint.text(place.x), "cy": FixedPoint.text(place.y), "r": "2.5"], "")
    }
    return html
  }
}
