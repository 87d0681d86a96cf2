import Markup

/// How a map is to look.
package struct MapOptions: Sendable {
  /// The map's name, for those who do not see it.
  package var title: String
  /// What the map shows, in a sentence; may be empty.
  package var description: String
  /// Begins the map's ids, which must be unique on a page: `<prefix>-title`, `<prefix>-desc`.
  package var idPrefix: String
  /// The part of the world to show; nil: all of it.
  package var extent: MapExtent?
  /// Units of the view box from left to right, which are CSS pixels when the map is shown that wide: symbols keep their size in them.
  package var width: Int
  /// Countries (ISO 3166-1 numeric, three digits) that get a path of their own with the class `land-highlight`.
  package var highlight: Set<String>
  /// The radius of a point without size, in units of the view box; nil: 3.6 for the world, 5 for a part of it.
  package var symbolRadius: Double?
  /// Lines and rings under the points.
  package var overlay = MapOverlay()

  package init(
    title: String, description: String = "", idPrefix: String = "map", extent: MapExtent? = nil, width: Int = 1000,
    highlight: Set<String> = [], symbolRadius: Double? = nil
  ) {
    self.title = title
    self.description = description
    self.idPrefix = idPrefix
    self.extent = extent
    self.width = width
    self.highlight = highlight
    self.symbolRadius = symbolRadius
  }
}

/// Maps with points, as inline SVG without a `style` attribute.
///
/// Classes for the style sheet: `map` (the whole), those of the background (`sphere`, `graticule`, `land`, `land-highlight`,
/// `borders`), `leader` (lines from moved symbols to their places), and on points `point`, `theme-1`…`theme-5`,
/// `is-emphasised`. A point's shape is drawn around its own origin: `.point > * { transform: scale(2) }` enlarges it on small screens.
package struct WorldMap: Sendable {
  private let base: BaseMap
  private let world: MapBackground
  private static let worldWidth = 1000

  /// Prepares the world in 1,000 units once; parts of the world are drawn when asked for.
  ///
  /// - Parameter parts: a finer map for parts of the world; without it they are drawn from `base` too.
  package init(base: BaseMap, parts: BaseMap? = nil) {
    self.base = parts ?? base
    world = MapBackground(base, view: .world(width: Self.worldWidth))
  }

  /// The map as an `svg` element. Points that the map does not show, or whose place is no place, are left out.
  package func render(points: [MapPoint], options: MapOptions) -> HTML {
    let background = background(options)
    let points = Self.ordered(points.filter { abs($0.latitude) <= 90 && abs($0.longitude) <= 360 })
    let placed = points.map {
      (point: $0, anchor: background.view.project(GeoPoint(latitude: $0.latitude, longitude: $0.longitude)))
    }
    .filter { background.view.contains($0.anchor) }
    let middle = options.symbolRadius ?? (options.extent == nil ? 3.6 : 5)
    let discs = placed.map { PointLayout.Disc(anchor: $0.anchor, radius: $0.point.radius(middle: middle)) }
    let (width, height) = (Double(background.view.width), Double(background.view.height))
    let centres = PointLayout.place(
      discs, gap: 0.2, reach: width / 16, frame: BaseMap.Box(west: 1, east: width - 1, south: 1, north: height - 1))

    var html = HTML()
    html.reserve(background.html.bytes.count + points.count * 220 + 500)
    let hasLinks = placed.contains { $0.point.href != nil }
    let titleID = "\(options.idPrefix)-title"
    let descriptionID = options.description.isEmpty ? nil : "\(options.idPrefix)-desc"
    // A picture is one thing to a screen reader; a map with links is not, and by itself an svg element is a document with parts.
    html.open(
      "svg",
      [
        "class": "map", "viewBox": "0 0 \(background.view.width) \(background.view.height)",
        "role": hasLinks ? nil : "img", "aria-labelledby": titleID, "aria-describedby": descriptionID,
      ])
    html.element("title", ["id": titleID], options.title)
    if let descriptionID { html.element("desc", ["id": descriptionID], options.description) }
    html.append(background.html)
    html.append(ArcDrawing(background.view).html(options.overlay))
    html.append(Self.leaders(discs, centres))
    for (item, centre) in zip(placed, centres) {
      html.newline()
      html.append(Self.symbol(item.point, at: centre, radius: item.point.radius(middle: middle)))
    }
    html.close("svg")
    return html
  }

  private func background(_ options: MapOptions) -> MapBackground {
    if options.extent == nil, options.width == Self.worldWidth, options.highlight.isEmpty { return world }
    let view = options.extent.map { MapView.part($0, width: options.width) } ?? .world(width: options.width)
    return MapBackground(base, view: view, highlight: options.highlight)
  }

  /// From north to south, so that a southern symbol lies over a northern one and the tabulator goes down the map.
  private static func ordered(_ points: [MapPoint]) -> [MapPoint] {
    points.sorted {
      ($1.latitude, $0.longitude, $0.title, $0.href ?? "", $0.category)
        < ($0.latitude, $1.longitude, $1.title, $1.href ?? "", $1.category)
    }
  }

  /// Thin lines from the true places to symbols that had to move.
  private static func leaders(_ discs: [PointLayout.Disc], _ centres: [Vertex]) -> HTML {
    var data = ""
    for (disc, centre) in zip(discs, centres) {
      let (x, y) = (centre.x - disc.anchor.x, centre.y - disc.anchor.y)
      guard x * x + y * y > disc.radius * disc.radius * 1.2 else { continue }
      data += "M\(FixedPoint.text(disc.anchor.x)) \(FixedPoint.text(disc.anchor.y))"
      data += "L\(FixedPoint.text(centre.x)) \(FixedPoint.text(centre.y))"
    }
    var html = HTML()
    if !data.isEmpty {
      html.element("path", ["class": "leader", "fill": "none", "vector-effect": "non-scaling-stroke", "d": data], "")
    }
    return html
  }

  private static func symbol(_ point: MapPoint, at centre: Vertex, radius: Double) -> HTML {
    var html = HTML()
    let emphasis = point.isEmphasised ? " is-emphasised" : ""
    let name = "point \(MapSymbol.className(category: point.category))\(emphasis)"
    let transform = "translate(\(FixedPoint.text(centre.x)) \(FixedPoint.text(centre.y)))"
    if point.href == nil {
      html.open("g", ["class": name, "transform": transform])
    } else {
      html.open("a", ["href": point.href, "class": name, "transform": transform])
    }
    html.element("title", [:], point.title)
    html.append(point.shape.markup(radius: radius))
    if point.href == nil { html.close("g") } else { html.close("a") }
    return html
  }
}
