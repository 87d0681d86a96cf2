import TestSupport
import Testing

@testable import Cartography

@Suite struct MarkLayoutTests {
  private static let europe = MapExtent(south: 36, north: 62, west: -10, east: 28)
  private static let words = ["Valley", "Park", "Digital", "Øresund", "Automotive", "Region", "Science", "of", "Nord"]

  /// Seeded points, many of them in the same few towns, as clusters are.
  private static func points(_ count: Int, seed: UInt64, in extent: MapExtent = europe, sizes: Bool = false) -> [MapPoint] {
    var random = SeededGenerator(seed: seed)
    var towns: [GeoPoint] = []
    return (0..<count).map { i in
      var place = GeoPoint(
        latitude: Double.random(in: extent.south...extent.north, using: &random),
        longitude: extent.west + Double.random(in: 0...extent.width, using: &random))
      if let town = towns.randomElement(using: &random), Int.random(in: 0..<3, using: &random) == 0 { place = town }
      towns.append(place)
      let shape = MapSymbol.allCases.randomElement(using: &random) ?? .circle
      let name = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in words.randomElement(using: &random) }
        .joined(separator: " ")
      return MapPoint(
        latitude: place.latitude, longitude: place.longitude, title: "P\(i)", label: name, href: "#\(i)",
        mark: MapMark(shape, "theme-1", i % 4 == 0 ? .hollow : .solid), size: sizes ? i % 4 + 1 : nil)
    }
  }

  private static func marks(_ points: [MapPoint], view: MapView, radius: Double) -> MapMarks {
    var options = MapOptions(title: "T", symbolRadius: radius)
    options.hasLabels = true
    return MapMarks(points.sorted(by: MapPoint.precedes), view: view, options: options)
  }

  /// The number of pairs of marks that overlap, as large as they ever get.
  private static func overlaps(_ layout: MarkLayout) -> Int {
    var count = 0
    for i in layout.items.indices {
      for j in layout.items.indices where j > i {
        let least = (layout.items[i].reach(growth: layout.growth) + layout.items[j].reach(growth: layout.growth)) * layout.shrink
        if MarkLayout.distance(layout.centres[i], layout.centres[j]) < least - 1e-6 { count += 1 }
      }
    }
    return count
  }

  @Test(arguments: [1, 2, 13, 60, 250])
  func marksNeverOverlapNorHangOver(count: Int) {
    let views = [MapView.part(Self.europe, width: 900), .part(Self.europe, width: 440, aspect: 1.25), .world(width: 1000)]
    for (number, view) in views.enumerated() {
      for seed in 0..<4 {
        let points = Self.points(count, seed: UInt64(count * 100 + seed), sizes: seed % 2 == 1)
        let layout = Self.marks(points, view: view, radius: count > 120 ? 4 : 6).layout
        #expect(layout.isClean && Self.overlaps(layout) == 0, "\(count) points, view \(number), seed \(seed)")
        #expect(layout.items.count == points.count)
        for (item, centre) in zip(layout.items, layout.centres) {
          let reach = item.reach(growth: layout.growth) * layout.shrink - 1e-6
          #expect(centre.x >= reach && centre.x <= Double(view.width) - reach)
          #expect(centre.y >= reach && centre.y <= Double(view.height) - reach)
        }
      }
    }
  }

  @Test func hundredsOfMarksAtOnePlaceComeApart() {
    let points = (0..<400).map {
      MapPoint(latitude: 50, longitude: 9, title: "P\($0)", mark: MapMark(.square, "theme-1"))
    }
    let layout = Self.marks(points, view: .part(Self.europe, width: 900), radius: 5).layout
    #expect(layout.isClean && Self.overlaps(layout) == 0)
  }

  @Test func marksThatHaveRoomStay() {
    let points = [(48.0, 2.0), (40, 20), (60, 10)].map {
      MapPoint(latitude: $0.0, longitude: $0.1, title: "P", mark: MapMark(.circle, "theme-1"))
    }
    let marks = Self.marks(points, view: .part(Self.europe, width: 900), radius: 6)
    #expect(marks.layout.growth == 3 && !marks.hasLeaders)
    #expect(zip(marks.layout.items, marks.layout.centres).allSatisfy { $0.anchor == $1 })
  }

  /// A frame of a larger map whose marks find no room near their places stands for them with their number.
  @Test func aCrowdedFrameIsFolded() {
    let extent = MapExtent(south: 44, north: 54, west: 0, east: 14)
    let inset = MapInset(letter: "A", href: "#map-a", title: "Map A", extent: extent, width: 900, aspect: 1.9)
    let lone = MapPoint(latitude: -8, longitude: -35, title: "Recife", href: "#r", mark: MapMark(.circle, "theme-1"))
    for (count, isFolded) in [(3, false), (35, true), (300, true)] {
      let crowd = Self.points(count, seed: 5, in: extent).map { point in
        var point = point
        point.href = "#p"
        return point
      }
      let options = MapOptions(title: "T", symbolRadius: 6, insets: [inset])
      let map = WorldMap(base: Maps.coarse).draw(points: crowd + [lone], options: options)
      #expect(map.hasFoldedInsets == isFolded, "\(count)")
      #expect(map.svg.string.contains("class=\"frame-count\"") == isFolded)
      // The links of a frame's marks stand on the larger map.
      #expect(!map.svg.string.contains("href=\"#p\"") && map.svg.string.contains("href=\"#r\""))
      #expect(map.svg.string.contains("<a class=\"frame\" href=\"#map-a\"><title>Map A</title>"))
    }
  }
}

@Suite struct LabelLayoutTests {
  private let frame = BaseMap.Box(west: 0, east: 900, south: 0, north: 600)

  @Test func labelsOverlapNothing() {
    var random = SeededGenerator(seed: 7)
    for round in 0..<60 {
      let count = Int.random(in: 1...60, using: &random)
      let discs = (0..<count).map { _ in
        (
          centre: Vertex(x: Double.random(in: 10...890, using: &random), y: Double.random(in: 10...590, using: &random)),
          radius: Double.random(in: 2...12, using: &random)
        )
      }
      let lines = (0..<5).map { _ in
        LabelLayout.Line(
          from: Vertex(x: Double.random(in: 0...900, using: &random), y: Double.random(in: 0...600, using: &random)),
          to: Vertex(x: Double.random(in: 0...900, using: &random), y: Double.random(in: 0...600, using: &random)))
      }
      let labels = discs.map { disc in
        LabelLayout.Label(
          centre: disc.centre, reach: disc.radius,
          lines: TextWidth.lines(String(repeating: "Name ", count: Int.random(in: 1...5, using: &random)), size: 13))
      }
      let size = round % 2 == 0 ? 13.0 : 31
      let placed = LabelLayout.place(labels, discs: discs, lines: lines, size: size, frame: frame)
      #expect(placed.count == labels.count)
      let boxes = placed.compactMap { $0?.box }
      for (i, box) in boxes.enumerated() {
        #expect(box.west >= 0 && box.east <= 900 && box.south >= 0 && box.north <= 600)
        #expect(!discs.contains { LabelLayout.touches(box, $0.centre, $0.radius) })
        #expect(!lines.contains { LabelLayout.crosses(box, $0) })
        #expect(!boxes[(i + 1)...].contains { LabelLayout.overlaps(box, $0) })
      }
    }
  }

  @Test func aLabelTakesTheNextPlaceWhereTheFirstIsTaken() {
    let label = LabelLayout.Label(centre: Vertex(x: 450, y: 300), reach: 5, lines: ["Name"])
    func anchor(_ discs: [(centre: Vertex, radius: Double)]) -> LabelLayout.Placed.Anchor? {
      LabelLayout.place([label], discs: discs, lines: [], size: 13, frame: frame)[0]?.anchor
    }
    #expect(anchor([]) == .start)
    #expect(anchor([(Vertex(x: 475, y: 300), 8)]) == .end)
    #expect(anchor([(Vertex(x: 450, y: 300), 200)]) == nil)
  }

  @Test func longNamesTakeTwoLines() {
    #expect(TextWidth.lines("Motorsport Valley", size: 13) == ["Motorsport", "Valley"])
    #expect(TextWidth.lines("Porto Digital", size: 13) == ["Porto Digital"])
    #expect(TextWidth.lines("Systematic Paris-Region", size: 13) == ["Systematic", "Paris-Region"])
    #expect(TextWidth.lines("Donaudampfschifffahrt", size: 13) == ["Donaudampfschifffahrt"])
    #expect(TextWidth.of("WWW", size: 10) > TextWidth.of("iii", size: 10) * 3)
  }
}
