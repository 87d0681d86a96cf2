import Markup
import Testing

@testable import Cartography

@Suite struct WorldMapTests {
  private static let coarse = WorldMap(base: Maps.coarse)
  private static let fine = WorldMap(base: Maps.fine)
  private let points = [
    MapPoint(
      latitude: 55.7, longitude: 12.6, title: "Medicon Valley, <Copenhagen>", href: "clusters/medicon-valley.html", category: 2,
      shape: .triangle),
    MapPoint(
      latitude: 24.8, longitude: 121, title: "Hsinchu", href: "clusters/hsinchu.html", category: 3, shape: .diamond, size: 4),
    MapPoint(
      latitude: 60.4, longitude: 5.3, title: "Bergen", href: "clusters/bergen.html", category: 9, shape: .circle,
      isEmphasised: true),
  ]

  /// Every `d` of a class.
  private func path(_ name: String, _ svg: String) -> Substring? {
    guard let start = svg.range(of: "class=\"\(name)\""), let d = svg[start.upperBound...].range(of: " d=\"") else { return nil }
    return svg[d.upperBound...].prefix { $0 != "\"" }
  }

  /// The longest horizontal step of a path of whole numbers.
  private func longestStep(_ path: Substring) -> Int {
    var longest = 0
    for part in path.split(separator: "M") {
      guard let line = part.split(separator: "l").dropFirst().first else { continue }
      let numbers = line.replacing("z", with: "").replacing("-", with: " -").split(separator: " ").compactMap { Int($0) }
      for i in stride(from: 0, to: numbers.count, by: 2) { longest = max(longest, abs(numbers[i])) }
    }
    return longest
  }

  @Test func theWorldIsLightAndWithoutStyles() {
    let svg = Self.fine.render(points: [], options: MapOptions(title: "The world")).string
    #expect(svg.utf8.count < 60_000)
    #expect(Self.coarse.render(points: [], options: MapOptions(title: "The world")).bytes.count < 40_000)
    #expect(!svg.contains("style="))
    #expect(svg.hasPrefix("<svg class=\"map wide-map grows-3\" viewBox=\"0 0 1000 "))
    for name in ["sphere", "graticule", "land", "borders"] { #expect(path(name, svg) != nil) }
    for name in ["leader", "land-highlight"] { #expect(path(name, svg) == nil) }
  }

  /// A line across the map (4,000 steps) betrays a ring that was not cut at the anti-meridian; the border along 49° north is 260 long.
  @Test func noLineCrossesTheMap() throws {
    for map in [Self.coarse, Self.fine] {
      let svg = map.render(points: [], options: MapOptions(title: "The world")).string
      #expect(longestStep(try #require(path("land", svg))) < 120)
      #expect(longestStep(try #require(path("borders", svg))) < 400)
    }
    let fiji = Self.fine.render(points: [], options: MapOptions(title: "Fiji", highlight: ["242"])).string
    #expect(longestStep(try #require(path("land-highlight", fiji))) < 60)
    #expect(path("land-highlight", fiji)?.isEmpty == false)
  }

  @Test func everyCountryIsThere() throws {
    for id in Maps.fine.ids where id != "010" {
      let svg = Self.fine.render(points: [], options: MapOptions(title: "", extent: Maps.fine.extent(of: [id]), highlight: [id]))
        .string
      #expect(path("land-highlight", svg) != nil, "\(id)")
    }
    // Even Malta and Singapore on the world map.
    for id in ["470", "702"] {
      let svg = Self.fine.render(points: [], options: MapOptions(title: "", highlight: [id])).string
      #expect(path("land-highlight", svg) != nil)
    }
  }

  @Test func pointsAreLinksFromNorthToSouth() throws {
    let svg = Self.coarse.render(points: points, options: MapOptions(title: "Clusters", description: "Three", idPrefix: "home"))
      .string
    #expect(svg.contains("\" aria-labelledby=\"home-title\" aria-describedby=\"home-desc\""))
    #expect(svg.contains("<title id=\"home-title\">Clusters</title><desc id=\"home-desc\">Three</desc>"))
    let bergen = try #require(svg.range(of: "<a href=\"clusters/bergen.html\" class=\"point theme-5 is-emphasised\""))
    let medicon = try #require(svg.range(of: "<a href=\"clusters/medicon-valley.html\" class=\"point theme-3\""))
    let hsinchu = try #require(svg.range(of: "<a href=\"clusters/hsinchu.html\""))
    #expect(bergen.lowerBound < medicon.lowerBound && medicon.lowerBound < hsinchu.lowerBound)
    #expect(svg.contains("<title>Medicon Valley, &lt;Copenhagen&gt;</title><path d=\"M0 "))
  }

  @Test func aMapWithoutLinksIsAPicture() {
    let lone = MapPoint(latitude: 1, longitude: 1, title: "A", category: 0, shape: .square)
    let svg = Self.coarse.render(points: [lone], options: MapOptions(title: "T")).string
    #expect(svg.contains("role=\"img\" aria-labelledby=\"map-title\">"))
    #expect(svg.contains("<g class=\"point theme-1\""))
    #expect(!svg.contains("<a ") && !svg.contains("<desc"))
  }

  @Test func theOrderOfPointsDoesNotMatter() {
    let crowd = (0..<60).map {
      MapPoint(
        latitude: 48 + Double($0 % 7) / 3, longitude: 8 + Double($0 % 5) / 3, title: "P\($0)", href: "#\($0)", category: $0 % 5,
        shape: .circle)
    }
    let options = MapOptions(title: "T")
    let svg = Self.coarse.render(points: crowd, options: options).bytes
    #expect(svg == Self.coarse.render(points: crowd.reversed(), options: options).bytes)
    #expect(svg == WorldMap(base: Maps.coarse).render(points: crowd, options: options).bytes)
    #expect(String(decoding: svg, as: UTF8.self).contains("class=\"leader\""))
  }

  @Test func aPartShowsItsPointsOnly() {
    let europe = MapExtent(south: 36, north: 70, west: -10, east: 30)
    let svg = Self.fine.render(points: points, options: MapOptions(title: "Europe", extent: europe, width: 640)).string
    #expect(svg.contains("bergen.html") && !svg.contains("hsinchu.html"))
    #expect(svg.contains("viewBox=\"0 0 640 "))
  }

  @Test func impossiblePlacesAreLeftOut() {
    let odd = [(Double.nan, 0.0), (91, 0), (0, .infinity), (0, 1e300)].map {
      MapPoint(latitude: $0.0, longitude: $0.1, title: "nowhere", href: "#", category: -3, shape: .hexagon, size: 99)
    }
    #expect(!Self.coarse.render(points: odd, options: MapOptions(title: "T")).string.contains("nowhere"))
  }

  @Test(arguments: [
    nil, MapExtent(south: 34, north: 72, west: -12, east: 40), MapExtent(south: -56, north: 13, west: -82, east: -34),
  ])
  func aLocatorIsSmallAndDiffersOnlyInItsMark(extent: MapExtent?) {
    let locator = LocatorMap(base: Maps.fine, extent: extent)
    let lund = locator.render(latitude: 55.7, longitude: 13.2, title: "T").string
    let recife = locator.render(latitude: -8, longitude: -34.9, title: "T").string
    #expect(lund.utf8.count < 8192)
    #expect(path("land", lund) == path("land", recife))
    #expect(lund.contains("class=\"here\"") == locator.shows(latitude: 55.7, longitude: 13.2))
    #expect(lund.contains("class=\"here\"") || recife.contains("class=\"here\""))
  }

  @Test func symbolsHaveAboutEqualAreas() {
    for shape in MapSymbol.allCases where shape != .circle {
      let d = shape.markup(radius: 100).string.split(separator: "\"")[1].dropFirst().dropLast()
      let numbers = d.split(separator: " ").compactMap { Double($0) }
      var area = 0.0
      for i in stride(from: 0, to: numbers.count, by: 2) {
        let j = (i + 2) % numbers.count
        area += numbers[i] * numbers[j + 1] - numbers[j] * numbers[i + 1]
      }
      #expect(abs(area / 2 / (100 * 100 * Double.pi) - 1) < 0.01)
    }
    #expect(MapSymbol.svg(.square, category: 1).string.hasPrefix("<svg class=\"mark theme-2\" viewBox=\"-6 -6 12 12\""))
  }
}
