import Markup

/// Maps with points, as inline SVG without a `style` attribute.
///
/// Classes for the style sheet: `map` (the whole; with `wide-map` where it is much smaller on a phone, and `grows-1` to `grows-3` as far as
/// its marks may be enlarged there), those of the
/// background (`sphere`, `graticule`, `land`, `land-highlight`, `borders`), `leader` (lines from moved marks to their places), `join` and
/// `place` (further places), `frame` (a part with a map of its own), `names` and `names-narrow` (for small screens), `scale-bar`, and on
/// points `point`, the class of their mark, `is-emphasised`. A mark is drawn around its own origin: scaling it there keeps it in its place.
package struct WorldMap: Sendable {
  private let base: BaseMap
  private let coast: Coastline
  private let world: MapBackground
  private let stamp: MapBackground
  /// Parts that are drawn on many pages.
  private let prepared: [Part: MapBackground]
  private static let worldWidth = 1000
  private static let stampWidth = 320

  /// What a part's background depends on.
  private struct Part: Hashable {
    let extent: MapExtent
    let width: Int
    let aspect: Double?
  }

  /// Prepares the world in 1,000 units once; parts of the world are drawn when asked for.
  ///
  /// - Parameters:
  ///   - parts: a finer map for parts of the world; without it they are drawn from `base` too.
  ///   - insets: parts that will be asked for often; their land is drawn once.
  package init(base: BaseMap, parts: BaseMap? = nil, insets: [MapInset] = []) {
    let fine = parts ?? base
    let coast = Coastline(fine)
    self.base = fine
    self.coast = coast
    world = MapBackground(base, view: .world(width: Self.worldWidth))
    stamp = MapBackground(
      base, view: .world(width: Self.stampWidth), parts: .init(tolerance: 0.8, grid: 2, hasGraticule: false, hasBorders: false))
    var prepared: [Part: MapBackground] = [:]
    for inset in insets {
      prepared[Part(extent: inset.extent, width: inset.width, aspect: inset.aspect)] = MapBackground(
        fine, view: inset.view, coast: coast)
    }
    self.prepared = prepared
  }

  /// The map as an `svg` element. Points that the map does not show, or whose place is no place, are left out.
  package func render(points: [MapPoint], options: MapOptions) -> HTML { draw(points: points, options: options).svg }

  /// The map, and what of it has to be said in words.
  package func draw(points: [MapPoint], options: MapOptions) -> DrawnMap {
    let background = background(options)
    let view = background.view
    let order = points.indices.sorted { MapPoint.precedes(points[$0], points[$1]) }
    let shown = order.filter { points[$0].isOnGlobe && view.contains(view.project(points[$0].place)) }
    let marks = MapMarks(shown.map { points[$0] }, view: view, options: options)
    let bar =
      options.hasScaleBar
      ? view.kilometresPerUnit.flatMap { ScaleBar(kilometresPerUnit: $0, limit: Double(view.width) / 6) } : nil

    var html = HTML()
    html.reserve(background.html.bytes.count + shown.count * 220 + 500)
    let hasLinks = marks.hasLinks
    let titleID = "\(options.idPrefix)-title"
    let descriptionID = options.description.isEmpty ? nil : "\(options.idPrefix)-desc"
    let growth = marks.layout.growth == 0 ? "" : " grows-\(marks.layout.growth)"
    let wide = view.width >= MapMarks.leastGrowingWidth ? " wide-map" : ""
    // A picture is one thing to a screen reader; a map with links is not, and by itself an svg element is a document with parts.
    html.open(
      "svg",
      [
        "class": "map\(wide)\(growth)", "viewBox": "0 0 \(view.width) \(view.height + (bar == nil ? 0 : ScaleBar.strip))",
        "role": options.isStamp || hasLinks ? nil : "img", "aria-labelledby": options.isStamp ? nil : titleID,
        "aria-describedby": descriptionID, "aria-hidden": options.isStamp ? "true" : nil,
      ])
    if !options.isStamp { html.element("title", ["id": titleID], options.title) }
    if let descriptionID { html.element("desc", ["id": descriptionID], options.description) }
    html.append(background.html)
    html.append(ArcDrawing(view).html(options.overlay))
    html.append(marks.html)
    if let bar { html.append(bar.markup(mapHeight: view.height, left: 1)) }
    html.close("svg")
    let visible = Set(shown)
    return DrawnMap(
      svg: html, absent: points.indices.filter { !visible.contains($0) }, hasLeaders: marks.hasLeaders, unnamed: marks.unnamed,
      hasFoldedInsets: marks.hasFoldedInsets)
  }

  /// Which points the frame of a part would show, by their numbers.
  package static func shown(_ points: [GeoPoint], in inset: MapInset) -> [Int] {
    let view = inset.view
    return points.indices.filter { view.contains(view.project(points[$0])) }
  }

  private func background(_ options: MapOptions) -> MapBackground {
    if options.isStamp { return stamp }
    if options.extent == nil, options.width == Self.worldWidth, options.highlight.isEmpty { return world }
    guard let extent = options.extent else {
      return MapBackground(base, view: .world(width: options.width), highlight: options.highlight)
    }
    let part = Part(extent: extent, width: options.width, aspect: options.aspect)
    if options.highlight.isEmpty, let ready = prepared[part] { return ready }
    let view = MapView.part(extent, width: options.width, aspect: options.aspect)
    return MapBackground(base, view: view, highlight: options.highlight, coast: coast)
  }
}
