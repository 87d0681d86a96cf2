/// Cuts areas and lines at the sides of a box.
enum Clipping {
  /// One side of a box.
  private struct Side {
    let isVertical: Bool
    let bound: Double
    let keepsGreater: Bool

    func keeps(_ vertex: Vertex) -> Bool {
      let value = isVertical ? vertex.x : vertex.y
      return keepsGreater ? value >= bound : value <= bound
    }

    func crossing(_ a: Vertex, _ b: Vertex) -> Vertex {
      if isVertical { return Vertex(x: bound, y: a.y + (b.y - a.y) * ((bound - a.x) / (b.x - a.x))) }
      return Vertex(x: a.x + (b.x - a.x) * ((bound - a.y) / (b.y - a.y)), y: bound)
    }
  }

  private static func sides(_ box: BaseMap.Box) -> [Side] {
    [
      Side(isVertical: true, bound: box.west, keepsGreater: true), Side(isVertical: true, bound: box.east, keepsGreater: false),
      Side(isVertical: false, bound: box.south, keepsGreater: true),
      Side(isVertical: false, bound: box.north, keepsGreater: false),
    ]
  }

  /// The part of a ring inside the box (Sutherland and Hodgman 1974); parts that were apart stay joined by lines along a side.
  static func ring(_ ring: [Vertex], to box: BaseMap.Box) -> [Vertex] {
    var ring = ring
    for side in sides(box) {
      guard ring.contains(where: { !side.keeps($0) }) else { continue }
      guard var previous = ring.last else { return [] }
      var kept: [Vertex] = []
      kept.reserveCapacity(ring.count)
      for vertex in ring {
        if side.keeps(vertex) != side.keeps(previous) { kept.append(side.crossing(previous, vertex)) }
        if side.keeps(vertex) { kept.append(vertex) }
        previous = vertex
      }
      ring = kept
    }
    return ring
  }

  /// The parts of a line inside the box.
  static func line(_ line: [Vertex], to box: BaseMap.Box) -> [[Vertex]] {
    var parts: [[Vertex]] = []
    var part: [Vertex] = []
    for (a, b) in zip(line, line.dropFirst()) {
      guard let (from, to) = segment(a, b, to: box) else { continue }
      if part.last != from {
        if part.count > 1 { parts.append(part) }
        part = [from]
      }
      part.append(to)
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  private static func segment(_ a: Vertex, _ b: Vertex, to box: BaseMap.Box) -> (Vertex, Vertex)? {
    var (a, b) = (a, b)
    for side in sides(box) {
      switch (side.keeps(a), side.keeps(b)) {
      case (true, true): continue
      case (false, false): return nil
      case (true, false): b = side.crossing(a, b)
      case (false, true): a = side.crossing(a, b)
      }
    }
    return (a, b)
  }

  /// The ring with points added along its sides of the box, so that a side that the projection bends is bent on the map.
  ///
  /// - Parameter step: the longest stretch left, in the unit of the coordinates.
  static func bendable(_ ring: [Vertex], along box: BaseMap.Box, step: Double) -> [Vertex] {
    guard var previous = ring.last else { return [] }
    var result: [Vertex] = []
    result.reserveCapacity(ring.count)
    for vertex in ring {
      let isOnSide =
        (vertex.x == previous.x && (vertex.x == box.west || vertex.x == box.east))
        || (vertex.y == previous.y && (vertex.y == box.south || vertex.y == box.north))
      if isOnSide {
        let parts = Int((max(abs(vertex.x - previous.x), abs(vertex.y - previous.y)) / step).rounded(.up))
        for part in 1..<max(2, parts) where parts > 1 {
          let share = Double(part) / Double(parts)
          result.append(
            Vertex(x: previous.x + (vertex.x - previous.x) * share, y: previous.y + (vertex.y - previous.y) * share))
        }
      }
      result.append(vertex)
      previous = vertex
    }
    return result
  }
}
