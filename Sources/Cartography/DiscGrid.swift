/// Finds the discs near a place without looking at all: each lies in a cell of a grid, and cells are as wide as the largest two discs together.
///
/// Cells are chains through one array, so that filling the grid anew costs a pass over the discs and no memory.
struct DiscGrid {
  private let cell: Double
  private let origin: Vertex
  private let columns: Int
  private let rows: Int
  private var heads: [Int32]
  private var next: [Int32]

  /// More cells than these are not made; larger ones then do the same.
  private static let cellLimit = 40_000

  /// - Parameters:
  ///   - reach: the largest distance at which two discs can touch.
  ///   - count: how many discs there can be.
  init(_ frame: BaseMap.Box, reach: Double, count: Int) {
    let (width, height) = (max(1, frame.east - frame.west), max(1, frame.north - frame.south))
    cell = max(1, reach, (width * height / Double(DiscGrid.cellLimit)).squareRoot())
    origin = Vertex(x: frame.west, y: frame.south)
    columns = Int(width / cell) + 1
    rows = Int(height / cell) + 1
    heads = [Int32](repeating: -1, count: columns * rows)
    next = [Int32](repeating: -1, count: count)
  }

  mutating func fill(_ places: [Vertex]) {
    for i in heads.indices { heads[i] = -1 }
    // From the last to the first: along a chain numbers rise.
    for i in places.indices.reversed() { add(i, places[i]) }
  }

  mutating func add(_ number: Int, _ place: Vertex) {
    let (x, y) = cell(of: place)
    next[number] = heads[y * columns + x]
    heads[y * columns + x] = Int32(number)
  }

  /// Calls `body` with the numbers of the discs in the nine cells around a place, at most `limit` of a cell, until it says false.
  @inline(__always)
  func around(_ place: Vertex, limit: Int = .max, _ body: (Int) -> Bool) {
    let (x, y) = cell(of: place)
    for row in max(0, y - 1)...min(rows - 1, y + 1) {
      for column in max(0, x - 1)...min(columns - 1, x + 1) {
        var number = heads[row * columns + column]
        var left = limit
        while number >= 0, left > 0 {
          if !body(Int(number)) { return }
          number = next[Int(number)]
          left -= 1
        }
      }
    }
  }

  /// What lies outside the frame counts to its edge.
  private func cell(of place: Vertex) -> (x: Int, y: Int) {
    let x = min(1e6, max(0, (place.x - origin.x) / cell))
    let y = min(1e6, max(0, (place.y - origin.y) / cell))
    return (min(columns - 1, Int(x)), min(rows - 1, Int(y)))
  }
}
