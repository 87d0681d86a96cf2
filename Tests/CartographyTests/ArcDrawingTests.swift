import Testing

@testable import Cartography

@Suite struct ArcDrawingTests {
  private let paris = GeoPoint(latitude: 48.86, longitude: 2.35)
  private let tokyo = GeoPoint(latitude: 35.68, longitude: 139.69)
  private let california = GeoPoint(latitude: 37.3, longitude: -121.9)
  private let view = MapView.world(width: 1000)

  /// The points of a path's lines, in units of the map.
  private func lines(_ arc: MapArc) -> [[Vertex]] {
    let html = ArcDrawing(view).html(MapOverlay(arcs: [arc])).string
    guard let d = html.range(of: " d=\"") else { return [] }
    return html[d.upperBound...].prefix { $0 != "\"" }.split(separator: "M").map { part in
      let numbers = part.replacing("l", with: " ").replacing("-", with: " -").split(separator: " ").compactMap { Double($0) }
      var (x, y) = (0.0, 0.0)
      return stride(from: 0, to: numbers.count - 1, by: 2).map { i in
        (x, y) = (x + numbers[i] / 4, y + numbers[i + 1] / 4)
        return Vertex(x: x, y: y)
      }
    }
  }

  private func isNear(_ a: Vertex?, _ b: Vertex) -> Bool { a.map { abs($0.x - b.x) < 0.6 && abs($0.y - b.y) < 0.6 } ?? false }

  @Test func distancesAreThoseOfTheGlobe() {
    // 87.33° and 9,711 km.
    #expect(abs(GreatCircle.degrees(from: paris, to: tokyo) - 87.35) < 0.1)
    #expect(GreatCircle.degrees(from: paris, to: paris) == 0)
    let opposite = GeoPoint(latitude: -48.86, longitude: -177.65)
    #expect(abs(GreatCircle.degrees(from: paris, to: opposite) - 180) < 1e-6)
  }

  @Test func anArcJoinsItsEnds() throws {
    let drawn = lines(MapArc(from: paris, to: tokyo, title: "A", pattern: 1))
    try #require(drawn.count == 1)
    #expect(isNear(drawn[0].first, view.project(paris)) && isNear(drawn[0].last, view.project(tokyo)))
    // The shortest way from Paris to Tokyo leads over northern Russia.
    #expect((drawn[0].map(\.y).min() ?? 0) < view.project(GeoPoint(latitude: 66, longitude: 70)).y)
  }

  @Test func acrossTheFarMeridianAnArcHasTwoParts() throws {
    for (a, b) in [(california, tokyo), (tokyo, california)] {
      let drawn = lines(MapArc(from: a, to: b, title: "A", pattern: 1))
      try #require(drawn.count == 2)
      let ends = drawn.flatMap { [$0[0], $0[$0.count - 1]] }
      #expect(ends.contains { isNear($0, view.project(california)) } && ends.contains { isNear($0, view.project(tokyo)) })
      // No line leads back across the map.
      for line in drawn {
        for (p, q) in zip(line, line.dropFirst()) { #expect(abs(p.x - q.x) < 60) }
        #expect((line.map(\.x).max() ?? 0) - (line.map(\.x).min() ?? 0) < 300)
      }
    }
  }

  /// Whatever the ends are, all of an arc lies on the map, and no two neighbours are far apart.
  @Test func arcsStayOnTheMap() {
    let places = [-90.0, -60, -20, 0, 35, 70, 89].flatMap { latitude in
      [-180.0, -170, -90, 0, 60, 179, 180].map { GeoPoint(latitude: latitude, longitude: $0) }
    }
    for a in places {
      for b in places {
        for lane in [0, 3] {
          for line in lines(MapArc(from: a, to: b, title: "A", pattern: 1, lane: lane)) {
            #expect(line.allSatisfy { $0.x >= -5 && $0.x <= 1005 && $0.y >= -5 && $0.y <= Double(view.height) + 5 })
          }
        }
      }
    }
  }

  @Test func lanesKeepApart() throws {
    let middles = try (0..<3).map { lane -> Double in
      let line = try #require(lines(MapArc(from: paris, to: california, title: "A", pattern: 1, lane: lane)).first)
      return try #require(line.map(\.y).min())
    }
    #expect(Set(middles.map { Int($0) }).count == 3)
  }

  @Test func titlesAreEscapedAndPatternsBeginAgain() {
    let html = ArcDrawing(view).html(
      MapOverlay(
        arcs: [MapArc(from: paris, to: tokyo, title: "<A> & B", pattern: 10)], rings: [MapRing(place: paris, title: "\"C\"")])
    ).string
    #expect(html.contains("<title>&lt;A&gt; &amp; B</title>") && html.contains("<title>&quot;C&quot;</title>"))
    #expect(html.contains("class=\"arc tie-1\"") && html.contains("class=\"partner\"") && !html.contains("style"))
    #expect(MapArc.className(pattern: 9) == "tie-9" && MapArc.className(pattern: 0) == "tie-1")
    #expect(ArcDrawing(view).html(MapOverlay()).isEmpty)
  }

  @Test func lengthIsThatOfTheShorterWay() {
    let drawing = ArcDrawing(view)
    #expect(drawing.length(from: paris, to: paris) == 0)
    let pacific = drawing.length(from: california, to: tokyo)
    #expect(pacific > 200 && pacific < 350)
  }

  @Test func middlesOfCountriesLieInThem() throws {
    let boundaries = CountryBoundaries(base: Maps.fine)
    for id in ["840", "250", "392", "578", "704", "643", "152", "242", "380"] {
      let middle = try #require(Maps.fine.middle(of: id), "\(id)")
      #expect(boundaries.country(latitude: middle.latitude, longitude: middle.longitude) == id, "\(id) at \(middle)")
    }
    let france = try #require(Maps.fine.middle(of: "250"))
    #expect(abs(france.latitude - 46.6) < 1 && abs(france.longitude - 2.5) < 1.5)
    #expect(Maps.fine.middle(of: "000") == nil)
  }

  @Test func aFrameIsBroad() {
    let point = MapExtent(south: 48, north: 48, west: 2, east: 2).framed(margin: 1.5, breadth: 2)
    #expect(point.south == 46.5 && point.north == 49.5)
    #expect(abs(point.width - 6 / Trigonometry.cosine(degrees: 48)) < 1e-9)
    let fiji = MapExtent(south: -18, north: -17, west: 178, east: -179).framed(margin: 1, breadth: 1)
    #expect(fiji.west > 170 && fiji.east < -170 && fiji.width < 20)
    let pole = MapExtent(south: 89, north: 90, west: 0, east: 0).framed(margin: 2, breadth: 2)
    #expect(pole.north == 90 && pole.width <= 360)
  }
}
