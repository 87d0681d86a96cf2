/// The last word on where marks lie: springs come near to a solution, this makes it one.
extension PointLayout {
  /// More tries than these are not made for one disc.
  private static let tryLimit = 12_000

  /// The same places, but for discs that still lie on another: these go to the nearest free place around their anchor.
  ///
  /// - Returns: the places, and whether now no disc overlaps another and none leaves the frame.
  static func settled(_ discs: [Disc], _ places: [Vertex], gap: Double, frame: BaseMap.Box) -> (places: [Vertex], isClean: Bool) {
    var places = places
    var taken = DiscGrid(frame, reach: 2 * (discs.map(\.radius).max() ?? 0) + gap, count: discs.count)
    func isFree(_ place: Vertex, _ radius: Double) -> Bool {
      var isFree = true
      taken.around(place) { other in
        let (x, y) = (places[other].x - place.x, places[other].y - place.y)
        let least = discs[other].radius + radius + gap
        isFree = x * x + y * y >= least * least
        return isFree
      }
      return isFree
    }
    var waiting: [Int] = []
    for (i, disc) in discs.enumerated() {
      if fits(places[i], disc.radius, frame), isFree(places[i], disc.radius) {
        taken.add(i, places[i])
      } else {
        waiting.append(i)
      }
    }
    var isClean = true
    for i in waiting {
      let disc = discs[i]
      var found: Vertex?
      for step in 0..<tryLimit where found == nil {
        let place = spiral(disc, step)
        if fits(place, disc.radius, frame), isFree(place, disc.radius) { found = place }
      }
      if let found { places[i] = found } else { isClean = false }
      taken.add(i, places[i])
    }
    return (places, isClean)
  }

  /// Sunflower seeds around the anchor, ever farther out.
  private static func spiral(_ disc: Disc, _ step: Int) -> Vertex {
    let distance = 0.45 * disc.radius * Double(step).squareRoot()
    let turn = Double(step) * 137.508
    return Vertex(
      x: disc.anchor.x + distance * Trigonometry.cosine(degrees: turn),
      y: disc.anchor.y + distance * Trigonometry.sine(degrees: turn))
  }

  private static func fits(_ place: Vertex, _ radius: Double, _ frame: BaseMap.Box) -> Bool {
    place.x >= frame.west + radius - 1e-9 && place.x <= frame.east - radius + 1e-9
      && place.y >= frame.south + radius - 1e-9 && place.y <= frame.north - radius + 1e-9
  }
}
