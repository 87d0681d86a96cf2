/// Writes the `d` of an SVG path in as few bytes as may be: whole numbers on a grid, relative lines, no needless blanks.
struct PathData {
  private(set) var bytes: [UInt8] = []
  /// Grid steps per unit of the map; what is written is to stand in a group scaled by its inverse.
  private let grid: Double

  init(grid: Int) { self.grid = Double(grid) }

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds an area. What is smaller than the grid vanishes.
  mutating func ring(_ ring: [Vertex]) {
    var points = snapped(ring)
    if let first = points.first, let last = points.last, points.count > 1, first == last { points.removeLast() }
    guard points.count > 2 else { return }
    write(points)
    bytes.append(0x7A)
  }

  /// Adds a line.
  mutating func line(_ line: [Vertex]) {
    let points = snapped(line)
    if points.count > 1 { write(points) }
  }

  /// The grid places, neighbours apart from one another, and none in the middle of a straight stretch along the grid.
  private func snapped(_ vertices: [Vertex]) -> [(x: Int, y: Int)] {
    var points: [(x: Int, y: Int)] = []
    points.reserveCapacity(vertices.count)
    for vertex in vertices {
      guard let x = Self.whole(vertex.x * grid), let y = Self.whole(vertex.y * grid) else { continue }
      if let last = points.last {
        if last == (x, y) { continue }
        if points.count > 1 {
          let before = points[points.count - 2]
          let (ax, ay, bx, by) = (last.x - before.x, last.y - before.y, x - last.x, y - last.y)
          if ax * by == ay * bx, ax * bx + ay * by > 0 { points.removeLast() }
        }
      }
      points.append((x, y))
    }
    return points
  }

  private static func whole(_ value: Double) -> Int? {
    abs(value) < 1e6 ? Int(value.rounded()) : nil
  }

  private mutating func write(_ points: [(x: Int, y: Int)]) {
    guard var last = points.first else { return }
    bytes.append(0x4D)
    number(last.x, isFirst: true)
    number(last.y)
    bytes.append(0x6C)
    var isFirst = true
    for point in points.dropFirst() {
      number(point.x - last.x, isFirst: isFirst)
      number(point.y - last.y)
      isFirst = false
      last = point
    }
  }

  private mutating func number(_ value: Int, isFirst: Bool = false) {
    if !isFirst, value >= 0 { bytes.append(0x20) }
    bytes.append(contentsOf: String(value).utf8)
  }
}
