/// Turns the arcs of a base map into paths for one view: simplified once per arc, so that borders and coasts stay together; cut
/// at the frame and at the far meridian.
struct LandDrawing {
  private let base: BaseMap
  private let view: MapView
  private let grid: Int
  /// Areas below this many square units are left out, unless they are all there is of a country.
  private let smallestArea: Double
  private let frame: BaseMap.Box
  /// Per arc, what is left of it: longitude from the central meridian (running on beyond 180) and latitude.
  private let arcs: [[Vertex]]

  /// Longest step in degrees along which the projections bend no line visibly.
  private static let longestStep = 2.5

  /// - Parameters:
  ///   - tolerance: how far a drawn line may be from the true one, in units of the view.
  ///   - grid: steps per unit.
  init(_ base: BaseMap, view: MapView, tolerance: Double, grid: Int) {
    self.base = base
    self.view = view
    self.grid = grid
    smallestArea = 4 * tolerance * tolerance
    // Below a part of the world stands the scale, so that nothing may hang over.
    let margin = view.globe == nil ? 0.0 : 4
    frame = BaseMap.Box(
      west: -margin, east: Double(view.width) + margin, south: -margin, north: Double(view.height) + margin)
    arcs = (0..<base.arcCount).map { Self.simplified($0, base, view, tolerance) }
  }

  /// The area inside rings of arcs.
  ///
  /// - Parameter principal: arcs of rings that are drawn however small they are.
  func area(_ rings: [[Int]], principal: Set<Int>) -> PathData {
    var path = PathData(grid: grid)
    for ring in rings {
      let isPrincipal = ring.contains { principal.contains($0 < 0 ? ~$0 : $0) }
      draw(closed(ring), isPrincipal: isPrincipal, to: &path)
    }
    return path
  }

  /// Lines along arcs.
  func lines(_ indices: [Int]) -> PathData {
    var path = PathData(grid: grid)
    for line in indices.map({ arcs[$0] }) where !line.isEmpty {
      for shift in [-360.0, 0, 360] {
        for part in Clipping.line(line.map { Vertex(x: $0.x + shift, y: $0.y) }, to: view.window) {
          let placed = part.map { view.project(relative: $0.x, latitude: $0.y) }
          for piece in Clipping.line(placed, to: frame) { path.line(piece) }
        }
      }
    }
    return path
  }

  /// The outline of the globe, as far as the frame shows it.
  func outline(of window: BaseMap.Box) -> PathData {
    let corners = [
      Vertex(x: window.west, y: window.south), Vertex(x: window.west, y: window.north),
      Vertex(x: window.east, y: window.north), Vertex(x: window.east, y: window.south),
    ]
    var path = PathData(grid: grid)
    let bent = Clipping.bendable(corners, along: window, step: 5).map { view.project(relative: $0.x, latitude: $0.y) }
    path.ring(Clipping.ring(bent, to: frame))
    return path
  }

  /// Meridians and parallels every `step` degrees; the window's own sides are not among them.
  func graticule(step: Int) -> PathData {
    let window = view.window
    var path = PathData(grid: grid)
    func draw(_ line: [Vertex]) {
      for piece in Clipping.line(line.map { view.project(relative: $0.x, latitude: $0.y) }, to: frame) { path.line(piece) }
    }
    for meridian in stride(from: -180, to: 180, by: step) {
      let x = view.relative(Double(meridian))
      guard x > window.west, x < window.east else { continue }
      draw((0...48).map { Vertex(x: x, y: window.south + (window.north - window.south) * Double($0) / 48) })
    }
    for parallel in stride(from: -90 + step, to: 90, by: step)
    where Double(parallel) > window.south && Double(parallel) < window.north {
      draw((0...96).map { Vertex(x: window.west + (window.east - window.west) * Double($0) / 96, y: Double(parallel)) })
    }
    return path
  }

  private func draw(_ ring: [Vertex], isPrincipal: Bool, to path: inout PathData) {
    guard let first = ring.first else { return }
    var (west, east) = (first.x, first.x)
    for vertex in ring { (west, east) = (min(west, vertex.x), max(east, vertex.x)) }
    for shift in [-360.0, 0, 360] where west + shift <= view.window.east && east + shift >= view.window.west {
      let shifted = shift == 0 ? ring : ring.map { Vertex(x: $0.x + shift, y: $0.y) }
      let cut = Clipping.bendable(Clipping.ring(shifted, to: view.window), along: view.window, step: Self.longestStep)
      let placed = cut.map { view.project(relative: $0.x, latitude: $0.y) }
      if Self.area(placed) >= smallestArea {
        path.ring(Clipping.ring(placed, to: frame))
      } else if isPrincipal, let speck = Self.speck(placed), view.contains(speck[0]) {
        path.ring(speck)
      }
    }
  }

  /// Arcs put together and closed: around a pole if that is what they go round.
  private func closed(_ ring: [Int]) -> [Vertex] {
    var result: [Vertex] = []
    var shift = 0.0
    for arc in ring {
      let points = arcs[arc < 0 ? ~arc : arc]
      guard let start = arc < 0 ? points.last : points.first else { continue }
      if let last = result.last { shift = start.x.unrolled(after: last.x) - start.x }
      let moved = points.map { Vertex(x: $0.x + shift, y: $0.y) }
      if result.last == (arc < 0 ? moved.last : moved.first) { result.removeLast() }
      result.append(contentsOf: arc < 0 ? moved.reversed() : moved)
    }
    if let first = result.first, let last = result.last, abs(last.x - first.x) > 180 {
      let pole = first.y < 0 ? -90.0 : 90.0
      result.append(Vertex(x: last.x, y: pole))
      result.append(Vertex(x: first.x, y: pole))
    }
    return result
  }

  private static func simplified(_ arc: Int, _ base: BaseMap, _ view: MapView, _ tolerance: Double) -> [Vertex] {
    let points = base.arc(arc)
    guard let first = points.first, let last = points.last else { return [] }
    let shift = view.relative(first.longitude) - first.longitude
    let box = base.boxes[arc]
    let isSeen =
      box.south <= view.window.north && box.north >= view.window.south
      && [-360.0, 0, 360].contains { box.west + shift + $0 <= view.window.east && box.east + shift + $0 >= view.window.west }
    guard isSeen else {
      // Somewhere else a straight line does: it stays in the arc's box, hence outside the window.
      return [Vertex(x: first.longitude + shift, y: first.latitude), Vertex(x: last.longitude + shift, y: last.latitude)]
    }
    var line: [Vertex] = []
    line.reserveCapacity(points.count)
    for point in points {
      let vertex = Vertex(x: point.longitude + shift, y: point.latitude)
      if let previous = line.last {
        let parts = Int((max(abs(vertex.x - previous.x), abs(vertex.y - previous.y)) / longestStep).rounded(.up))
        for part in 1..<max(2, parts) where parts > 1 {
          let share = Double(part) / Double(parts)
          line.append(
            Vertex(x: previous.x + (vertex.x - previous.x) * share, y: previous.y + (vertex.y - previous.y) * share))
        }
      }
      line.append(vertex)
    }
    let keep = LineSimplification.kept(line.map { view.project(relative: $0.x, latitude: $0.y) }, tolerance: tolerance)
    return line.indices.filter { keep[$0] }.map { line[$0] }
  }

  private static func area(_ ring: [Vertex]) -> Double {
    guard var previous = ring.last else { return 0 }
    var sum = 0.0
    for vertex in ring {
      sum += previous.x * vertex.y - vertex.x * previous.y
      previous = vertex
    }
    return abs(sum) / 2
  }

  /// A small lozenge in the place of a country too small for its shape.
  private static func speck(_ ring: [Vertex]) -> [Vertex]? {
    guard !ring.isEmpty else { return nil }
    let x = ring.reduce(0) { $0 + $1.x } / Double(ring.count)
    let y = ring.reduce(0) { $0 + $1.y } / Double(ring.count)
    return [Vertex(x: x, y: y - 1), Vertex(x: x + 1, y: y), Vertex(x: x, y: y + 1), Vertex(x: x - 1, y: y)]
  }
}
