/// Where the marks of one map go, and how large they can be.
struct MarkLayout {
  /// A mark or a further place, in the order of drawing.
  struct Item {
    /// Its point, by its number among those that the map shows.
    let point: Int
    /// Its number among the point's further places; nil: the mark itself.
    let satellite: Int?
    let anchor: Vertex
    /// How far it reaches, in units of the map as it stands on a wide screen.
    let reach: Double
    /// Whether it may be enlarged on small screens; marks of a part that has a larger map may not.
    let mayGrow: Bool

    /// How far it reaches where it is largest.
    func reach(growth: Int) -> Double { mayGrow ? reach * MarkLayout.growths[growth] : reach }
  }

  let items: [Item]
  let centres: [Vertex]
  /// How much smaller than wanted the marks had to be made: 1 or less.
  let shrink: Double
  /// By how many steps marks may grow on small screens, where the whole map is small: class `grows-1` to `grows-3`.
  let growth: Int
  let isClean: Bool

  /// What the classes `grows-1`, `grows-2`, `grows-3` of the style sheet enlarge marks by.
  static let growths = [1, 1.3, 1.6, 1.9]

  /// On fuller maps marks would have to go far to grow.
  private static let growingLimit = 120

  /// Tries the largest growth first, and takes it if no mark has to go far for it; then none; then smaller and smaller marks.
  ///
  /// - Parameter mayGrow: small maps are shown nearly as wide on a phone as elsewhere.
  init(_ items: [Item], width: Double, height: Double, mayGrow: Bool) {
    self.items = items
    let frame = BaseMap.Box(west: 1, east: width - 1, south: 1, north: height - 1)
    let reach = items.map(\.reach).max() ?? 0
    if mayGrow, items.count <= MarkLayout.growingLimit {
      for growth in MarkLayout.growths.indices.dropFirst().reversed() {
        let (centres, isClean) = Self.place(items, growth: growth, width: width, frame: frame)
        let farthest = zip(items, centres).filter(\.0.mayGrow).map { Self.distance($0.anchor, $1) }.max() ?? 0
        if isClean, farthest <= 2.2 * reach {
          (self.centres, self.growth, shrink, self.isClean) = (centres, growth, 1, true)
          return
        }
      }
    }
    // Discs that fill more than half of the map find no places, whatever is tried.
    let filled = items.reduce(0) { $0 + $1.reach * $1.reach * 4 } / (width * height)
    var factor = filled > 0.5 ? (0.5 / filled).squareRoot() : 1
    var result = Self.place(items, factor: factor, width: width, frame: frame)
    while !result.isClean, factor > 0.2 {
      factor *= 0.8
      result = Self.place(items, factor: factor, width: width, frame: frame)
    }
    (centres, isClean, shrink, growth) = (result.centres, result.isClean, factor, 0)
  }

  /// How far the farthest of some items is drawn from its place.
  func farthest(where isMeant: (Item) -> Bool) -> Double {
    zip(items, centres).filter { isMeant($0.0) }.map { Self.distance($0.anchor, $1) }.max() ?? 0
  }

  static func distance(_ a: Vertex, _ b: Vertex) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  private static func place(_ items: [Item], growth: Int = 0, factor: Double = 1, width: Double, frame: BaseMap.Box) -> (
    centres: [Vertex], isClean: Bool
  ) {
    let discs = items.map { PointLayout.Disc(anchor: $0.anchor, radius: $0.reach(growth: growth) * factor) }
    let sprung = PointLayout.place(discs, gap: 0.4, reach: width / 12, frame: frame)
    let settled = PointLayout.settled(discs, sprung, gap: 0.2, frame: frame)
    return (settled.places, settled.isClean)
  }
}
