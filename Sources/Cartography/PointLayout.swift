/// Moves symbols that lie upon each other apart, each as little as may be.
///
/// Every symbol is a disc held to its true place by a spring; discs that overlap push each other away, in a fixed order and a
/// fixed number of rounds, with arithmetic that is the same on every machine.
enum PointLayout {
  struct Disc {
    let anchor: Vertex
    let radius: Double
  }

  /// More neighbours than these are not looked at, and more discs get fewer rounds: time stays bounded whatever is asked.
  private static let neighbourLimit = 48
  private static let workLimit = 60_000

  /// Where to draw each disc, in the order given.
  ///
  /// - Parameters:
  ///   - gap: the least distance between two rims.
  ///   - reach: no disc is drawn farther from its anchor, even if it then overlaps.
  ///   - frame: no disc hangs over its sides.
  static func place(_ discs: [Disc], gap: Double, reach: Double, frame: BaseMap.Box) -> [Vertex] {
    var places = spread(discs)
    let largest = discs.map(\.radius).max() ?? 0
    var grid = DiscGrid(frame, reach: 2 * largest + gap, count: discs.count)
    bring(discs, &places, into: frame)
    guard part(discs, &places, &grid, gap: gap, reach: reach) else { return places }
    let rounds = min(160, max(8, workLimit / max(1, discs.count)))
    for round in 0..<rounds {
      // The spring slackens, so that the last rounds only part what still overlaps.
      let spring = 0.08 * max(0, 1 - Double(round) / (Double(rounds) * 0.7))
      if spring > 0 {
        for i in discs.indices {
          places[i].x += (discs[i].anchor.x - places[i].x) * spring
          places[i].y += (discs[i].anchor.y - places[i].y) * spring
        }
      }
      bring(discs, &places, into: frame)
      if !part(discs, &places, &grid, gap: gap, reach: reach), spring == 0 { break }
    }
    bring(discs, &places, into: frame)
    return places
  }

  private static func bring(_ discs: [Disc], _ places: inout [Vertex], into frame: BaseMap.Box) {
    for (i, disc) in discs.enumerated() {
      places[i].x = max(frame.west + disc.radius, min(frame.east - disc.radius, places[i].x))
      places[i].y = max(frame.south + disc.radius, min(frame.north - disc.radius, places[i].y))
    }
  }

  /// Discs with the same anchor begin on a spiral around it, or no force would have a direction.
  private static func spread(_ discs: [Disc]) -> [Vertex] {
    var seen: [Cell: Int] = [:]
    return discs.map { disc in
      let count = seen[Cell(disc.anchor, size: 0.5), default: 0]
      seen[Cell(disc.anchor, size: 0.5)] = count + 1
      guard count > 0 else { return disc.anchor }
      let turn = Double(count) * 137.508
      let distance = 0.6 * disc.radius * Double(count).squareRoot()
      return Vertex(
        x: disc.anchor.x + distance * Trigonometry.cosine(degrees: turn),
        y: disc.anchor.y + distance * Trigonometry.sine(degrees: turn))
    }
  }

  /// One round of pushing; whether anything overlapped.
  private static func part(_ discs: [Disc], _ places: inout [Vertex], _ grid: inout DiscGrid, gap: Double, reach: Double) -> Bool
  {
    grid.fill(places)
    var moved = false
    for i in discs.indices {
      grid.around(places[i], limit: neighbourLimit) { j in
        guard j > i else { return true }
        var (x, y) = (places[j].x - places[i].x, places[j].y - places[i].y)
        let wanted = discs[i].radius + discs[j].radius + gap
        let square = x * x + y * y
        guard square < (wanted - 0.02) * (wanted - 0.02) else { return true }
        moved = true
        var distance = square.squareRoot()
        if distance < 1e-6 { (x, y, distance) = (1e-6, 0, 1e-6) }
        let push = (wanted - distance) / 2 / distance
        places[i] = held(Vertex(x: places[i].x - x * push, y: places[i].y - y * push), discs[i].anchor, reach)
        places[j] = held(Vertex(x: places[j].x + x * push, y: places[j].y + y * push), discs[j].anchor, reach)
        return true
      }
    }
    return moved
  }

  private static func held(_ place: Vertex, _ anchor: Vertex, _ reach: Double) -> Vertex {
    let (x, y) = (place.x - anchor.x, place.y - anchor.y)
    let distance = (x * x + y * y).squareRoot()
    guard distance > reach else { return place }
    return Vertex(x: anchor.x + x * reach / distance, y: anchor.y + y * reach / distance)
  }

  struct Cell: Hashable {
    let x: Int
    let y: Int

    init(x: Int, y: Int) { (self.x, self.y) = (x, y) }

    init(_ vertex: Vertex, size: Double) {
      x = Int(min(1e6, max(-1e6, (vertex.x / size).rounded(.down))))
      y = Int(min(1e6, max(-1e6, (vertex.y / size).rounded(.down))))
    }
  }
}
