/// Finds places for names beside marks: none lies over another, over a mark or over a line.
///
/// Greedy and in a fixed order: those with the fewest free places first. What finds no place is left out; the map then says so.
enum LabelLayout {
  struct Label {
    /// The middle of the mark.
    let centre: Vertex
    /// How far the mark reaches.
    let reach: Double
    let lines: [String]
  }

  struct Placed {
    enum Anchor: String { case start, middle, end }

    let box: BaseMap.Box
    let anchor: Anchor
    /// Where the first line begins, at its base line.
    let x: Double
    let y: Double
  }

  struct Line {
    let from: Vertex
    let to: Vertex
  }

  /// - Parameters:
  ///   - discs: all marks, also those of the labels.
  ///   - size: of the type.
  ///   - frame: what no label leaves.
  static func place(_ labels: [Label], discs: [(centre: Vertex, radius: Double)], lines: [Line], size: Double, frame: BaseMap.Box)
    -> [Placed?]
  {
    let candidates = labels.map { label in
      self.candidates(label, size: size).filter { candidate in
        isInside(candidate.box, frame) && !discs.contains { touches(candidate.box, $0.centre, $0.radius) }
          && !lines.contains { crosses(candidate.box, $0) }
      }
    }
    var placed = [Placed?](repeating: nil, count: labels.count)
    let order = labels.indices.sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
    for i in order {
      placed[i] = candidates[i].first { candidate in !placed.contains { $0.map { overlaps($0.box, candidate.box) } ?? false } }
    }
    return placed
  }

  /// Eight places around the mark, the best first: right and left of it, then above and below.
  private static func candidates(_ label: Label, size: Double) -> [Placed] {
    let width = label.lines.map { TextWidth.of($0, size: size) }.max() ?? 0
    let (rise, fall, step) = (size * 0.76, size * 0.24, size * 1.1)
    let height = rise + fall + step * Double(label.lines.count - 1)
    let gap = label.reach + size * 0.25
    let slant = label.reach * 0.71 + size * 0.1
    func at(_ dx: Double, _ dy: Double, _ anchor: Placed.Anchor) -> Placed {
      let x = label.centre.x + dx
      // dy is the middle of the block.
      let top = label.centre.y + dy - height / 2
      let west =
        switch anchor {
        case .start: x
        case .middle: x - width / 2
        case .end: x - width
        }
      return Placed(
        box: BaseMap.Box(west: west, east: west + width, south: top, north: top + height), anchor: anchor, x: x, y: top + rise)
    }
    let (up, down) = (-slant - height / 2, slant + height / 2)
    return [
      at(gap, 0, .start), at(-gap, 0, .end), at(slant, up + size * 0.25, .start), at(slant, down - size * 0.25, .start),
      at(-slant, up + size * 0.25, .end), at(-slant, down - size * 0.25, .end), at(0, -gap - height / 2, .middle),
      at(0, gap + height / 2, .middle),
    ]
  }

  private static func isInside(_ box: BaseMap.Box, _ frame: BaseMap.Box) -> Bool {
    box.west >= frame.west && box.east <= frame.east && box.south >= frame.south && box.north <= frame.north
  }

  /// With two units of air between them.
  static func overlaps(_ a: BaseMap.Box, _ b: BaseMap.Box) -> Bool {
    a.west < b.east + 2 && b.west < a.east + 2 && a.south < b.north + 1 && b.south < a.north + 1
  }

  static func touches(_ box: BaseMap.Box, _ centre: Vertex, _ radius: Double) -> Bool {
    let x = centre.x - min(box.east, max(box.west, centre.x))
    let y = centre.y - min(box.north, max(box.south, centre.y))
    return x * x + y * y < radius * radius
  }

  static func crosses(_ box: BaseMap.Box, _ line: Line) -> Bool { !Clipping.line([line.from, line.to], to: box).isEmpty }
}
