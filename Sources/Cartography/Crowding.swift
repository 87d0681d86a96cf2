/// Finds the parts of a world map where marks crowd, so that these can be drawn once more, larger.
package enum Crowding {
  /// At most so many crowded parts, the most crowded first; none where marks have room.
  ///
  /// The map is laid out in cells; a part is four cells wide and three high, the one with the most marks that touch another. What it holds
  /// is set aside, and the next part has no cell in common with it. Linear in the number of points.
  ///
  /// - Parameters:
  ///   - radius: of a mark, on a world of 1,000 units.
  ///   - least: marks that must touch another, or a part is not crowded.
  /// - Returns: boxes around the points of each part, with some land around them.
  package static func parts(_ points: [GeoPoint], radius: Double, limit: Int, least: Int = 4) -> [MapExtent] {
    let view = MapView.world(width: 1000)
    let points = points.filter { abs($0.latitude) <= 90 && abs($0.longitude) <= 360 }
    let places = points.map(view.project)
    let isCrowded = touching(places, distance: 2.5 * radius)
    var cells: [PointLayout.Cell: (all: [Int], crowded: Int)] = [:]
    for i in points.indices where view.contains(places[i]) {
      let cell = PointLayout.Cell(x: Int(places[i].x / wide), y: Int(places[i].y / high))
      cells[cell, default: ([], 0)].all.append(i)
      if isCrowded[i] { cells[cell, default: ([], 0)].crowded += 1 }
    }
    var extents: [MapExtent] = []
    var used: Set<PointLayout.Cell> = []
    while extents.count < limit {
      var best: (part: [PointLayout.Cell], crowded: Int, all: Int)?
      for origin in origins(cells.keys) {
        let part = part(at: origin)
        guard used.isDisjoint(with: part) else { continue }
        let crowded = part.reduce(0) { $0 + (cells[$1]?.crowded ?? 0) }
        let all = part.reduce(0) { $0 + (cells[$1]?.all.count ?? 0) }
        if crowded >= least, (crowded, all) > (best?.crowded ?? 0, best?.all ?? 0) { best = (part, crowded, all) }
      }
      guard let best else { break }
      used.formUnion(best.part)
      let members = best.part.flatMap { cells[$0]?.all ?? [] }.sorted().map { points[$0] }
      if let extent = MapExtent(around: members) { extents.append(padded(extent)) }
    }
    return extents
  }

  /// A cell in units; four by three of them hold Europe from Ireland to Poland and from Scotland to the Mediterranean.
  private static let (wide, high) = (22.0, 20.0)

  /// The north-western corners of parts that hold something, from north to south.
  private static func origins(_ cells: some Sequence<PointLayout.Cell>) -> [PointLayout.Cell] {
    var origins: Set<PointLayout.Cell> = []
    for cell in cells {
      for dy in 0..<3 { for dx in 0..<4 { origins.insert(PointLayout.Cell(x: cell.x - dx, y: cell.y - dy)) } }
    }
    return origins.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
  }

  private static func part(at origin: PointLayout.Cell) -> [PointLayout.Cell] {
    (0..<3).flatMap { y in (0..<4).map { PointLayout.Cell(x: origin.x + $0, y: origin.y + y) } }
  }

  /// Which places have another nearer than a distance.
  private static func touching(_ places: [Vertex], distance: Double) -> [Bool] {
    var cells: [PointLayout.Cell: [Int]] = [:]
    for i in places.indices { cells[PointLayout.Cell(places[i], size: distance), default: []].append(i) }
    return places.indices.map { i in
      let home = PointLayout.Cell(places[i], size: distance)
      // Three in a cell are enough: one of them is another's neighbour.
      if (cells[home]?.count ?? 0) > 2 { return true }
      for dy in -1...1 {
        for dx in -1...1 {
          let near = (cells[PointLayout.Cell(x: home.x + dx, y: home.y + dy)] ?? []).prefix(32)
          if near.contains(where: { $0 != i && MarkLayout.distance(places[i], places[$0]) < distance }) { return true }
        }
      }
      return false
    }
  }

  /// A fifteenth of the part more on each side, and never less than a region.
  private static func padded(_ extent: MapExtent) -> MapExtent {
    let height = max(extent.height * 1.15, 4)
    let width = max(extent.width * 1.15, 6)
    let latitude = (extent.south + extent.north) / 2
    let longitude = extent.west + extent.width / 2
    return MapExtent(
      south: latitude - height / 2, north: latitude + height / 2, west: longitude - width / 2, east: longitude + width / 2)
  }
}
