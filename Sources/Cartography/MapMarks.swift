import Markup

/// The marks of a map with their lines, frames and names.
struct MapMarks {
  let layout: MarkLayout
  private(set) var html = HTML()
  private(set) var hasLinks = false
  private(set) var hasLeaders = false
  private(set) var hasFoldedInsets = false
  private(set) var unnamed = 0

  private let points: [MapPoint]
  private let options: MapOptions
  private let middle: Double
  /// For each point, the frame in which it lies.
  private let frames: [Int?]
  /// The frames whose marks stand only on the larger map.
  private let folded: Set<Int>
  /// The edges of frames, which names must not cross.
  private var frameLines: [LabelLayout.Line] = []

  /// Sizes of type, in units: on a wide screen, and on a phone, where a map is shown at a third of its width.
  static let labelSize = 13.0
  static let narrowLabelSize = 31.0
  /// The narrowest map, in units, that is shown much smaller on a phone.
  static let leastGrowingWidth = 600
  /// More marks than these never find room in the frame of a larger map.
  private static let frameLimit = 40
  /// The radius of a further place, as a share of a mark's.
  private static let satelliteShare = 0.45

  /// - Parameter points: those that the map shows, in the order of drawing.
  init(_ points: [MapPoint], view: MapView, options: MapOptions) {
    self.points = points
    self.options = options
    middle = options.symbolRadius ?? (options.extent == nil ? 3.6 : 5)
    let insets = options.insets.map { (inset: $0, view: $0.view) }
    let frames = points.map { point in insets.firstIndex { $0.view.contains($0.view.project(point.place)) } }
    self.frames = frames
    var items: [MarkLayout.Item] = []
    for (i, point) in points.enumerated() {
      let radius = point.radius(middle: middle)
      items.append(
        .init(
          point: i, satellite: nil, anchor: view.project(point.place), reach: point.mark.reach(radius: radius) + 0.6,
          mayGrow: frames[i] == nil))
      for (j, satellite) in point.places.enumerated() {
        let anchor = view.project(satellite.place)
        guard view.contains(anchor) else { continue }
        items.append(
          .init(point: i, satellite: j, anchor: anchor, reach: middle * Self.satelliteShare + 0.6, mayGrow: frames[i] == nil))
      }
    }
    let (width, height) = (Double(view.width), Double(view.height))
    let mayGrow = view.width >= Self.leastGrowingWidth
    if options.isPlain {
      layout = MarkLayout(plain: items)
      folded = []
    } else {
      (layout, folded) = Self.folding(
        items, frames: frames, count: insets.count, farthest: 3 * middle, width: width, height: height, mayGrow: mayGrow)
      hasFoldedInsets = !folded.isEmpty
    }
    lines()
    for (i, inset) in insets.enumerated() { frame(inset.inset, inset.view, number: i, on: view) }
    if options.isPlain { plain() } else { symbols() }
    if options.hasLabels { names(width: width, height: height) }
  }

  /// The layout, and the frames whose marks would have to go far or become small: they stand on the larger map alone.
  private static func folding(
    _ items: [MarkLayout.Item], frames: [Int?], count: Int, farthest: Double, width: Double, height: Double, mayGrow: Bool
  ) -> (MarkLayout, Set<Int>) {
    var folded = Set((0..<count).filter { frame in frames.count { $0 == frame } > frameLimit })
    func layout() -> MarkLayout {
      MarkLayout(
        items.filter { item in frames[item.point].map { !folded.contains($0) } ?? true }, width: width, height: height,
        mayGrow: mayGrow)
    }
    let first = layout()
    let far = (0..<count).filter { frame in
      !folded.contains(frame)
        && (first.shrink < 1 || !first.isClean || first.farthest { frames[$0.point] == frame } > farthest)
    }
    guard !far.isEmpty else { return (first, folded) }
    folded.formUnion(far)
    return (layout(), folded)
  }

  /// Thin lines from the true places to marks that had to move, and from marks to their further places.
  private mutating func lines() {
    var (leaders, joins) = ("", "")
    for line in drawnLines {
      let data =
        "M\(FixedPoint.text(line.line.from.x)) \(FixedPoint.text(line.line.from.y))L\(FixedPoint.text(line.line.to.x)) \(FixedPoint.text(line.line.to.y))"
      if line.isLeader { leaders += data } else { joins += data }
    }
    hasLeaders = !leaders.isEmpty
    for (name, data) in [("join", joins), ("leader", leaders)] where !data.isEmpty {
      html.element("path", ["class": name, "fill": "none", "vector-effect": "non-scaling-stroke", "d": data], "")
    }
  }

  private var drawnLines: [(line: LabelLayout.Line, isLeader: Bool)] {
    guard !options.isPlain else { return [] }
    var lines: [(line: LabelLayout.Line, isLeader: Bool)] = []
    var seat = Vertex(x: 0, y: 0)
    for (item, centre) in zip(layout.items, layout.centres) {
      if item.satellite == nil { seat = centre } else { lines.append((.init(from: centre, to: seat), false)) }
      if MarkLayout.distance(item.anchor, centre) > item.reach { lines.append((.init(from: item.anchor, to: centre), true)) }
    }
    return lines
  }

  private mutating func symbols() {
    for (item, centre) in zip(layout.items, layout.centres) {
      html.newline()
      let point = points[item.point]
      let transform = "translate(\(FixedPoint.text(centre.x)) \(FixedPoint.text(centre.y)))"
      if let satellite = item.satellite {
        html.open("g", ["class": "place \(point.mark.className)", "transform": transform])
        html.element("title", [:], point.places[satellite].title)
        html.append(MapSymbol.circle.markup(radius: middle * Self.satelliteShare * layout.shrink))
        html.close("g")
        continue
      }
      // What has its link on the larger map needs no second one.
      let href = frames[item.point] == nil && !options.isStamp ? point.href : nil
      let state = "\(point.isEmphasised ? " is-emphasised" : "")\(item.mayGrow ? "" : " is-framed")"
      let name = "point \(point.mark.className)\(state)"
      if let href {
        hasLinks = true
        html.open("a", ["href": href, "class": name, "transform": transform])
      } else {
        html.open("g", ["class": name, "transform": transform])
      }
      if !options.isStamp { html.element("title", [:], point.title) }
      html.append(point.mark.markup(radius: point.radius(middle: middle) * layout.shrink))
      if href == nil { html.close("g") } else { html.close("a") }
    }
  }

  /// Marks at their places without links or titles: one path for all that look alike, and of those at one place only the first.
  private mutating func plain() {
    struct Spot: Hashable {
      let mark: MapMark
      let size: Int?
      let x: Int
      let y: Int
    }
    var order: [Spot] = []
    var seen: Set<Spot> = []
    for item in layout.items where item.satellite == nil {
      let point = points[item.point]
      let spot = Spot(
        mark: point.mark, size: point.size, x: Int(item.anchor.x.rounded()), y: Int(item.anchor.y.rounded()))
      if seen.insert(spot).inserted { order.append(spot) }
    }
    let looks = Dictionary(grouping: order) { "\($0.mark.className) \($0.mark.shape) \($0.mark.fill) \($0.size ?? 0)" }
    for look in looks.keys.sorted() {
      guard let spots = looks[look], let first = spots.first else { continue }
      let radius = middle * MapPoint.factor(ofSize: first.size)
      html.newline()
      html.open("g", ["class": "point \(first.mark.className)"])
      html.append(first.mark.paths(spots.map { Vertex(x: Double($0.x), y: Double($0.y)) }, radius: radius))
      html.close("g")
    }
  }

  /// The edge of a larger map, as far as it shows on this one, with its letter; and where its marks are not drawn, how many there are.
  private mutating func frame(_ inset: MapInset, _ part: MapView, number: Int, on view: MapView) {
    var outline: [Vertex] = []
    let (width, height) = (Double(part.width), Double(part.height))
    let corners = [(0.0, 0.0), (width, 0), (width, height), (0, height), (0, 0)]
    for (from, to) in zip(corners, corners.dropFirst()) {
      for step in 0..<8 {
        let share = Double(step) / 8
        let place = part.place(at: Vertex(x: from.0 + (to.0 - from.0) * share, y: from.1 + (to.1 - from.1) * share))
        if let place { outline.append(view.project(place)) }
      }
    }
    guard let first = outline.first, let last = outline.last else { return }
    for (from, to) in zip([last] + outline, outline) { frameLines.append(.init(from: from, to: to)) }
    var box = BaseMap.Box(west: first.x, east: first.x, south: first.y, north: first.y)
    for vertex in outline {
      (box.west, box.east) = (min(box.west, vertex.x), max(box.east, vertex.x))
      (box.south, box.north) = (min(box.south, vertex.y), max(box.north, vertex.y))
    }
    let data = outline.map { "\(FixedPoint.text($0.x)) \(FixedPoint.text($0.y))" }.joined(separator: "L")
    hasLinks = true
    html.newline()
    html.open("a", ["class": "frame", "href": inset.href])
    html.element("title", [:], inset.title)
    html.element("path", ["d": "M\(data)z"], "")
    let letter = letterPlace(box, view)
    html.element("text", ["x": FixedPoint.text(letter.x), "y": FixedPoint.text(letter.y)], inset.letter)
    if folded.contains(number) {
      let count = frames.count { $0 == number }
      html.element(
        "text",
        [
          "class": "frame-count", "x": FixedPoint.text((box.west + box.east) / 2),
          "y": FixedPoint.text((box.south + box.north) / 2 + 7), "text-anchor": "middle",
        ], "\(count)")
    }
    html.close("a")
  }

  /// Beside one of the frame's corners, the first at which no mark lies.
  private func letterPlace(_ box: BaseMap.Box, _ view: MapView) -> Vertex {
    let (wide, high) = (24.0, 30.0)
    let places = [
      Vertex(x: box.west - wide, y: box.south + high), Vertex(x: box.east + 4, y: box.south + high),
      Vertex(x: box.west - wide, y: box.north), Vertex(x: box.east + 4, y: box.north),
    ]
    let free = places.first { place in
      let area = BaseMap.Box(west: place.x, east: place.x + wide, south: place.y - high, north: place.y)
      return place.x > 0 && place.x + wide < Double(view.width) && place.y > high
        && !zip(layout.items, layout.centres).contains { LabelLayout.touches(area, $1, $0.reach(growth: layout.growth)) }
    }
    return free ?? places[0]
  }

  private mutating func names(width: Double, height: Double) {
    let frame = BaseMap.Box(west: 3, east: width - 3, south: 3, north: height - 3)
    let lines = drawnLines.map(\.line) + frameLines
    let marks = zip(layout.items, layout.centres).map { (item: $0, centre: $1) }
    func place(size: Double, growth: Int) -> [(lines: [String], place: LabelLayout.Placed?)] {
      let labelled = marks.filter {
        $0.item.satellite == nil && points[$0.item.point].label != nil && frames[$0.item.point] == nil
      }
      let labels = labelled.map { mark in
        LabelLayout.Label(
          centre: mark.centre, reach: mark.item.reach(growth: growth) * layout.shrink,
          lines: TextWidth.lines(points[mark.item.point].label ?? "", size: size))
      }
      let places = LabelLayout.place(
        labels, discs: marks.map { ($0.centre, $0.item.reach(growth: growth) * layout.shrink) }, lines: lines, size: size,
        frame: frame)
      return zip(labels, places).map { ($0.lines, $1) }
    }
    let wide = place(size: Self.labelSize, growth: 0)
    guard Self.areEnough(wide) else { return }
    unnamed = wide.count { $0.place == nil }
    write(wide, className: "names", size: Self.labelSize)
    guard width >= Double(Self.leastGrowingWidth) else { return }
    let narrow = place(size: Self.narrowLabelSize, growth: layout.growth)
    if Self.areEnough(narrow) { write(narrow, className: "names-narrow", size: Self.narrowLabelSize) }
  }

  /// Where most would go without a name, names would make the few look weightier than the rest.
  private static func areEnough(_ names: [(lines: [String], place: LabelLayout.Placed?)]) -> Bool {
    names.count { $0.place != nil } * 3 >= names.count * 2
  }

  /// Names are for the eye: the marks themselves say theirs.
  private mutating func write(_ names: [(lines: [String], place: LabelLayout.Placed?)], className: String, size: Double) {
    guard names.contains(where: { $0.place != nil }) else { return }
    html.newline()
    html.open("g", ["class": className, "aria-hidden": "true"])
    for name in names {
      guard let place = name.place else { continue }
      for (i, line) in name.lines.enumerated() {
        let anchor = place.anchor == .start ? nil : place.anchor.rawValue
        html.element(
          "text",
          [
            "x": FixedPoint.text(place.x), "y": FixedPoint.text(place.y + Double(i) * size * 1.1), "text-anchor": anchor,
          ], line)
      }
    }
    html.close("g")
  }
}

extension MarkLayout {
  /// Every mark at its place.
  init(plain items: [Item]) {
    self.items = items
    centres = items.map(\.anchor)
    (shrink, growth, isClean) = (1, 0, true)
  }
}
