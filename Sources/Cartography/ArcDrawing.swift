import Markup

/// Draws the arcs of a map: the shortest way on the globe where that stays clear of the poles, and else a calm curve; in two parts where an arc crosses the
/// far meridian.
struct ArcDrawing {
  private let view: MapView
  private let frame: BaseMap.Box

  /// Nearer to a pole than this an arc would sweep along the edge of the map, because the projection draws the pole as a line.
  private static let polarLimit = 74.0
  private static let steps = 48
  /// Steps of the grid per unit of the map.
  private static let grid = 4

  init(_ view: MapView) {
    self.view = view
    frame = BaseMap.Box(west: -4, east: Double(view.width + 4), south: -4, north: Double(view.height + 4))
  }

  /// The overlay as groups of the classes `arcs` and `partners`.
  func html(_ overlay: MapOverlay) -> HTML {
    var html = HTML()
    guard !overlay.isEmpty else { return html }
    html.open("g", ["class": "arcs"])
    for arc in overlay.arcs {
      let path = data(arc)
      guard !path.isEmpty else { continue }
      html.newline()
      html.open(
        "path",
        [
          "class": "arc \(MapArc.className(pattern: arc.pattern))", "fill": "none", "vector-effect": "non-scaling-stroke",
          "transform": "scale(\(FixedPoint.text(thousandths: 1000 / Self.grid)))",
          "d": String(decoding: path.bytes, as: UTF8.self),
        ])
      html.element("title", [:], arc.title)
      html.close("path")
    }
    html.close("g")
    for ring in overlay.rings {
      let place = view.project(ring.place)
      guard view.contains(place) else { continue }
      html.newline()
      html.open("circle", ["class": "partner", "cx": FixedPoint.text(place.x), "cy": FixedPoint.text(place.y), "r": "4"])
      html.element("title", [:], ring.title)
      html.close("circle")
    }
    return html
  }

  /// How long the straight way between two places is on the map, in its units; the far meridian is no border.
  func length(from a: GeoPoint, to b: GeoPoint) -> Double {
    let x = view.relative(a.longitude)
    let from = view.project(relative: x, latitude: a.latitude)
    let to = view.project(relative: view.relative(b.longitude).unrolled(after: x), latitude: b.latitude)
    return ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
  }

  private func data(_ arc: MapArc) -> PathData {
    var path = PathData(grid: Self.grid)
    for shift in [-360.0, 0, 360] {
      let line = course(arc).map { Vertex(x: $0.x + shift, y: $0.y) }
      for part in Clipping.line(line, to: view.window) {
        let placed = part.map { view.project(relative: $0.x, latitude: $0.y) }
        for piece in Clipping.line(placed, to: frame) {
          let kept = LineSimplification.kept(piece, tolerance: 0.15)
          path.line(piece.indices.filter { kept[$0] }.map { piece[$0] })
        }
      }
    }
    return path
  }

  /// The places along an arc: longitudes from the map's central meridian, running on beyond ±180, and latitudes.
  private func course(_ arc: MapArc) -> [Vertex] {
    let start = view.relative(arc.from.longitude)
    let end = view.relative(arc.to.longitude).unrolled(after: start)
    let apart = GreatCircle.degrees(from: arc.from, to: arc.to)
    // Lanes lie in turn north and south of the first.
    let lane = Double((arc.lane + 1) / 2) * (arc.lane % 2 == 0 ? -1 : 1) * min(4, max(1.2, apart / 12))
    let shortest = GreatCircle.way(
      from: GeoPoint(latitude: arc.from.latitude, longitude: start), to: GeoPoint(latitude: arc.to.latitude, longitude: end),
      steps: Self.steps)
    let isCalm = shortest.map { way in way.allSatisfy { abs($0.y) <= Self.polarLimit } } ?? false
    let middle = (arc.from.latitude + arc.to.latitude) / 2
    let rise = min(max(0, Self.polarLimit - abs(middle)), apart / 5) * (middle < 0 ? -1 : 1)
    return (0...Self.steps).map { step in
      let share = Double(step) / Double(Self.steps)
      let bow = 4 * share * (1 - share)
      let place =
        isCalm
        ? shortest?[step] ?? Vertex(x: start, y: arc.from.latitude)
        : Vertex(
          x: start + (end - start) * share,
          y: arc.from.latitude + (arc.to.latitude - arc.from.latitude) * share + rise * bow)
      return Vertex(x: place.x, y: min(89, max(-89, place.y + lane * bow)))
    }
  }
}

extension WorldMap {
  /// How far apart two places lie on the map of the world, in its units of a thousandth of its width.
  package func worldDistance(from a: GeoPoint, to b: GeoPoint) -> Double {
    ArcDrawing(.world(width: 1000)).length(from: a, to: b)
  }
}
