extension BaseMap {
  /// A box that frames countries (ISO 3166-1 numeric, three digits) as people picture them: the main land of each and what lies near it, without far
  /// possessions (metropolitan France, the United States without Hawaii). Nil if the map has none of them.
  package func extent(of ids: Set<String>) -> MapExtent? {
    var corners: [GeoPoint] = []
    for id in ids.sorted() {
      let boxes = countries.filter { $0.id == id }.flatMap(\.polygons).compactMap { $0.first.flatMap(box) }
      guard let frame = Self.main(boxes) else { continue }
      // A wide box needs points between its corners, or what it spans would count as a gap.
      let steps = max(1, Int((frame.east - frame.west) / 10))
      for step in 0...steps {
        let longitude = (frame.west + (frame.east - frame.west) * Double(step) / Double(steps)).unrolled(after: 0)
        corners.append(GeoPoint(latitude: frame.south, longitude: longitude))
        corners.append(GeoPoint(latitude: frame.north, longitude: longitude))
      }
    }
    return MapExtent(around: corners)
  }

  /// Degrees of sea across which an island still belongs to the picture (Svalbard and Alaska do, the Canaries do not).
  private static let nearness = 6.0

  /// The largest box, grown by all that lie near, again and again: island states are chains.
  private static func main(_ boxes: [Box]) -> Box? {
    func area(_ box: Box) -> Double {
      (box.east - box.west) * (box.north - box.south) * Trigonometry.cosine(degrees: (box.south + box.north) / 2)
    }
    guard var frame = boxes.max(by: { area($0) < area($1) }) else { return nil }
    var left = boxes
    // Growth stops by itself; the bound is for maps drawn in malice.
    for _ in 0..<16 {
      let near = left.compactMap { box in shifted(box, towards: frame) }
      guard !near.isEmpty else { break }
      left.removeAll { shifted($0, towards: frame) != nil }
      for box in near {
        frame = Box(
          west: min(frame.west, box.west), east: max(frame.east, box.east), south: min(frame.south, box.south),
          north: max(frame.north, box.north))
      }
    }
    return frame
  }

  /// The box, moved by whole turns beside the frame; nil if it is not near.
  private static func shifted(_ box: Box, towards frame: Box) -> Box? {
    guard box.south - frame.north <= nearness, frame.south - box.north <= nearness else { return nil }
    let stretch = Trigonometry.cosine(degrees: min(80, max(abs(box.south), abs(box.north))))
    for turn in [0.0, 360, -360] {
      let moved = Box(west: box.west + turn, east: box.east + turn, south: box.south, north: box.north)
      let gap = max(moved.west - frame.east, frame.west - moved.east)
      if gap * stretch <= nearness { return moved }
    }
    return nil
  }

  /// The box around a ring; east beyond 180 where it crosses the anti-meridian.
  private func box(_ ring: [Int]) -> Box? {
    var result: Box?
    for arc in ring {
      let next = boxes[arc < 0 ? ~arc : arc]
      guard next.west <= next.east else { continue }
      guard let known = result else {
        result = next
        continue
      }
      let shift = next.west.unrolled(after: known.west) - next.west
      result = Box(
        west: min(known.west, next.west + shift), east: max(known.east, next.east + shift),
        south: min(known.south, next.south), north: max(known.north, next.north))
    }
    return result
  }
}
