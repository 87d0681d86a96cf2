/// Leaves out points of a line that nobody would miss (Douglas and Peucker 1973).
enum LineSimplification {
  /// Which points stay: no point left out is farther than `tolerance` from the line that remains. First and last always stay.
  ///
  /// A hostile line makes the method quadratic, so halving stops after 64 levels and keeps what is left.
  static func kept(_ line: [Vertex], tolerance: Double) -> [Bool] {
    var keep = [Bool](repeating: false, count: line.count)
    guard line.count > 2 else { return [Bool](repeating: true, count: line.count) }
    keep[0] = true
    keep[line.count - 1] = true
    let limit = tolerance * tolerance
    var open: [(first: Int, last: Int, depth: Int)] = [(0, line.count - 1, 0)]
    while let (first, last, depth) = open.popLast() {
      guard last - first > 1 else { continue }
      guard depth < 64 else {
        for i in first...last { keep[i] = true }
        continue
      }
      var (farthest, distance) = (first, -1.0)
      for i in (first + 1)..<last {
        let d = squaredDistance(line[i], line[first], line[last])
        if d > distance { (farthest, distance) = (i, d) }
      }
      guard distance > limit else { continue }
      keep[farthest] = true
      open.append((first, farthest, depth + 1))
      open.append((farthest, last, depth + 1))
    }
    return keep
  }

  /// The square of the distance from a point to a stretch of line.
  static func squaredDistance(_ point: Vertex, _ a: Vertex, _ b: Vertex) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    var share = length > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0
    share = min(1, max(0, share))
    let (x, y) = (point.x - a.x - share * dx, point.y - a.y - share * dy)
    return x * x + y * y
  }
}
