import Markup

/// All of a map that is not its points: outline, graticule, land, highlighted countries, borders.
///
/// A group of paths with the classes `sphere`, `graticule`, `land`, `land-highlight` and `borders`. The paths are on a grid finer than
/// the view box and carry `vector-effect="non-scaling-stroke"`, so that a style sheet gives the strokes' widths in CSS pixels.
struct MapBackground: Sendable {
  let view: MapView
  let html: HTML
  /// Countries that were asked for by themselves, each as a path with the class `land-highlight` to lay over the rest.
  let separate: [String: HTML]

  /// Antarctica, whose only use on a map of industry is to take room.
  private static let antarctica = "010"

  struct Parts: Sendable {
    var tolerance = 0.4
    var grid = 4
    var hasGraticule = true
    var hasBorders = true
  }

  init(
    _ base: BaseMap, view: MapView, highlight: Set<String> = [], separate: Set<String> = [], parts: Parts = Parts(),
    coast: Coastline? = nil
  ) {
    self.view = view
    let coast = coast ?? Coastline(base, leavingOut: view.isWorld ? [Self.antarctica] : [])
    let drawing = LandDrawing(base, view: view, tolerance: parts.tolerance, grid: parts.grid)
    var html = HTML()
    if let globe = view.globe {
      Self.path("sphere", drawing.outline(of: globe), grid: parts.grid, to: &html)
    } else {
      html.open("rect", ["class": "sphere", "width": String(view.width), "height": String(view.height)])
      html.close("rect")
    }
    if parts.hasGraticule { Self.path("graticule", drawing.graticule(step: Self.step(view)), grid: parts.grid, to: &html) }
    Self.path("land", drawing.area(coast.rings, principal: coast.principal), grid: parts.grid, to: &html)
    func area(of ids: Set<String>) -> PathData {
      let rings = base.countries.filter { country in country.id.map { ids.contains($0) } ?? false }
        .flatMap { $0.polygons.flatMap { $0 } }
      return drawing.area(rings, principal: coast.principal)
    }
    if !highlight.isEmpty { Self.path("land-highlight", area(of: highlight), grid: parts.grid, to: &html) }
    if parts.hasBorders { Self.path("borders", drawing.lines(coast.borders), grid: parts.grid, to: &html) }
    self.html = html
    var paths: [String: HTML] = [:]
    for id in separate {
      var path = HTML()
      Self.path("land-highlight", area(of: [id]), grid: parts.grid, to: &path)
      paths[id] = path
    }
    self.separate = paths
  }

  private static func step(_ view: MapView) -> Int {
    guard !view.isWorld else { return 30 }
    switch max(view.window.north - view.window.south, (view.window.east - view.window.west) / 2) {
    case 60...: return 20
    case 20...: return 10
    case 6...: return 5
    default: return 1
    }
  }

  private static func path(_ name: String, _ path: PathData, grid: Int, to html: inout HTML) {
    guard !path.isEmpty else { return }
    let isArea = name.hasPrefix("land")
    html.raw("<path")
    html.attribute("class", name)
    // Lakes that countries share are holes.
    if isArea { html.raw(" fill-rule=\"evenodd\"") } else { html.raw(" vector-effect=\"non-scaling-stroke\"") }
    if name == "graticule" || name == "borders" { html.raw(" fill=\"none\"") }
    if grid != 1 { html.attribute("transform", "scale(\(FixedPoint.text(thousandths: 1000 / grid)))") }
    html.raw(" d=\"")
    html.append(HTML(trusted: path.bytes))
    html.raw("\"></path>")
  }
}
