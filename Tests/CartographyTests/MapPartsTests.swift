import TestSupport
import Testing

@testable import Cartography

@Suite struct ScaleBarTests {
  /// The bar is as long as the kilometres it names, measured along the globe through the middle of the map.
  @Test(arguments: [("250", 900), ("076", 900), ("702", 900), ("242", 440), ("643", 900), ("352", 440)])
  func isTrueInTheMiddle(id: String, width: Int) throws {
    let view = MapView.part(try #require(Maps.fine.extent(of: [id])), width: width)
    let scale = try #require(view.kilometresPerUnit)
    let bar = try #require(ScaleBar(kilometresPerUnit: scale, limit: Double(width) / 6))
    #expect(bar.length <= Double(width) / 6 && bar.length > Double(width) / 18)
    // A short piece of the meridian through the middle of the projection, scaled up to the bar.
    let middle = Vertex(x: Double(view.width) / 2, y: Double(view.height) / 2)
    let place = try #require(view.place(at: middle))
    let north = view.project(GeoPoint(latitude: place.latitude + 0.01, longitude: place.longitude))
    let kilometres = 0.01 * Trigonometry.radiansPerDegree * 6371.007
    let units = MarkLayout.distance(view.project(place), north)
    // The middle of the frame is not quite the middle of the projection.
    #expect(abs(bar.length / Double(bar.kilometres) * kilometres / units - 1) < 0.02)
  }

  @Test func lengthsAreRound() throws {
    #expect(ScaleBar(kilometresPerUnit: 1, limit: 150)?.kilometres == 100)
    #expect(ScaleBar(kilometresPerUnit: 1, limit: 199)?.kilometres == 100)
    #expect(ScaleBar(kilometresPerUnit: 3, limit: 150)?.kilometres == 200)
    #expect(ScaleBar(kilometresPerUnit: 0.5, limit: 150)?.kilometres == 50)
    #expect(ScaleBar(kilometresPerUnit: 100, limit: 0.001) == nil)
    #expect(
      try #require(ScaleBar(kilometresPerUnit: 12, limit: 150)).markup(mapHeight: 100, left: 1).string.contains(">1,000 km<"))
  }

  @Test func theWorldHasNone() {
    let map = WorldMap(base: Maps.coarse)
    let world = MapOptions(title: "T", hasScaleBar: true)
    #expect(!map.render(points: [], options: world).string.contains("scale-bar"))
    let part = MapOptions(title: "T", extent: MapExtent(south: 40, north: 50, west: 0, east: 10), hasScaleBar: true)
    #expect(map.render(points: [], options: part).string.contains("scale-bar"))
  }
}

@Suite struct CrowdingTests {
  private func crowd(_ latitude: Double, _ longitude: Double, _ count: Int) -> [GeoPoint] {
    (0..<count).map { GeoPoint(latitude: latitude + Double($0 % 5) * 0.7, longitude: longitude + Double($0 % 7) * 0.9) }
  }

  @Test func findsTheCrowdedPartsAndNoOthers() {
    let lonely = [(-8.0, -35.0), (37, -122), (-33, 151), (1, 104)].map { GeoPoint(latitude: $0.0, longitude: $0.1) }
    #expect(Crowding.parts(lonely, radius: 6, limit: 3).isEmpty)
    let points = lonely + crowd(48, 4, 30) + crowd(34, 127, 12) + crowd(40, -78, 8)
    let parts = Crowding.parts(points, radius: 6, limit: 3)
    #expect(parts.count == 3)
    #expect(parts[0].south < 48 && parts[0].north > 50.8 && parts[0].west < 4 && parts[0].east > 9.4)
    #expect(parts[1].west > 120 && parts[2].west < -70)
    #expect(Crowding.parts(points, radius: 6, limit: 1) == [parts[0]])
    #expect(Crowding.parts(points, radius: 0.5, limit: 3, least: 1000).isEmpty)
  }

  @Test func doesNotDependOnTheOrder() {
    var random = SeededGenerator(seed: 3)
    let points = crowd(48, 4, 40) + crowd(35, 135, 40) + crowd(41, -75, 40)
    let parts = Crowding.parts(points, radius: 6, limit: 3)
    for _ in 0..<5 { #expect(Crowding.parts(points.shuffled(using: &random), radius: 6, limit: 3) == parts) }
    #expect(Crowding.parts([GeoPoint(latitude: .nan, longitude: 0)], radius: 6, limit: 3).isEmpty)
  }
}

@Suite struct FittedMapsTests {
  /// A country's land that is meant lies in the frame with room to its sides: anti-meridian, poles and islands included.
  @Test func everyCountryFitsItsFrame() throws {
    for id in Maps.fine.ids {
      let extent = try #require(Maps.fine.extent(of: [id]))
      let view = MapView.part(extent, width: 900)
      let margin = 900.0 / 40 - 1
      for step in 0...12 {
        let share = Double(step) / 12
        for place in [
          GeoPoint(latitude: extent.south + extent.height * share, longitude: extent.west),
          GeoPoint(latitude: extent.south + extent.height * share, longitude: extent.east),
          GeoPoint(latitude: extent.south, longitude: extent.west + extent.width * share),
          GeoPoint(latitude: extent.north, longitude: extent.west + extent.width * share),
        ] {
          let point = view.project(place)
          #expect(point.x >= margin && point.x <= 900 - margin, "\(id)")
          #expect(point.y >= margin && point.y <= Double(view.height) - margin, "\(id)")
        }
      }
    }
  }

  @Test func aFrameGrowsForWhatIsNear() {
    let denmark = MapExtent(south: 54.5, north: 57.8, west: 8, east: 12.7)
    let near = denmark.including([GeoPoint(latitude: 55.7, longitude: 13.2), GeoPoint(latitude: 40, longitude: 20)])
    #expect(near.east == 13.2 && near.south == 54.5 && near.west == 8)
    let fiji = MapExtent(south: -20, north: -16, west: 177, east: -179).including([GeoPoint(latitude: -18, longitude: -178)])
    #expect(fiji.west == 177 && abs(fiji.east - -178) < 1e-9)
    #expect(denmark.including([GeoPoint(latitude: .nan, longitude: .infinity)]) == denmark)
  }

  /// What a map cannot show is named to its caller; further places are joined to their mark.
  @Test func saysWhatItDoesNotShow() {
    let points = [
      MapPoint(
        latitude: 55.7, longitude: 12.6, title: "Medicon Valley", href: "#m", mark: MapMark(.square, "theme-2"),
        places: [
          .init(GeoPoint(latitude: 56.2, longitude: 15.6), title: "Karlskrona"),
          .init(GeoPoint(latitude: 0, longitude: 0), title: "Nowhere"),
        ]),
      MapPoint(latitude: 35, longitude: 139, title: "Tokyo", mark: MapMark(.circle, "theme-1")),
      MapPoint(latitude: .nan, longitude: 139, title: "None", mark: MapMark(.circle, "theme-1")),
    ]
    let extent = MapExtent(south: 54, north: 60, west: 8, east: 20)
    let map = WorldMap(base: Maps.fine).draw(points: points, options: MapOptions(title: "T", extent: extent, width: 900))
    #expect(map.absent == [1, 2])
    let svg = map.svg.string
    #expect(svg.contains("class=\"join\"") && svg.contains("<title>Karlskrona</title>") && !svg.contains("Nowhere"))
  }

  @Test func plainMarksOfOneLookAreOnePath() {
    let points = (0..<5000).map { (i: Int) -> MapPoint in
      let shape: MapSymbol = i % 2 == 0 ? .star : .circle
      let latitude = Double(i % 50) - 25
      return MapPoint(
        latitude: latitude, longitude: Double(i % 90), title: "P", href: "#p", mark: MapMark(shape, "theme-1"))
    }
    let svg = WorldMap(base: Maps.coarse).render(points: points, options: MapOptions(title: "T", isPlain: true)).string
    #expect(svg.components("class=\"point").count == 3)
    #expect(!svg.contains("#p") && svg.utf8.count < 400_000)
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    self.split(separator: separator, omittingEmptySubsequences: false)
  }
}
