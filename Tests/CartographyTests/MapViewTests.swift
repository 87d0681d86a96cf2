import Testing

@testable import Cartography

@Suite struct MapViewTests {
  @Test func showsTheWorldWithoutAntarctica() {
    let view = MapView.world(width: 1000)
    #expect(view.width == 1000 && (430...450).contains(view.height))
    let middle = view.project(GeoPoint(latitude: 0, longitude: 0))
    #expect(abs(middle.x - 500) < 1e-9)
    #expect(view.project(GeoPoint(latitude: 0, longitude: -180)).x > 1)
    #expect(abs(view.project(GeoPoint(latitude: 90, longitude: 0)).y - 2) < 0.6)
    #expect(view.contains(view.project(GeoPoint(latitude: -55.9, longitude: -67.3))))
    #expect(!view.contains(view.project(GeoPoint(latitude: -62, longitude: -58))))
  }

  @Test(arguments: [
    MapExtent(south: 35, north: 70, west: -11, east: 32), MapExtent(south: -48, north: 0, west: 112, east: -150),
    MapExtent(south: 41, north: 82, west: 19, east: -169), MapExtent(south: -90, north: -60, west: -180, east: 180),
    MapExtent(south: 1.3, north: 1.3, west: 103.8, east: 103.8), MapExtent(south: -60, north: 90, west: -170, east: 170),
    MapExtent(south: 90, north: 90, west: 5, east: 5),
  ])
  func showsAllOfAPart(extent: MapExtent) {
    let view = MapView.part(extent, width: 640)
    #expect((256...800).contains(view.height))
    for step in 0...20 {
      let latitude = extent.south + extent.height * Double(step) / 20
      let longitude = extent.west + extent.width * Double(step) / 20
      for point in [
        GeoPoint(latitude: latitude, longitude: extent.west), GeoPoint(latitude: latitude, longitude: extent.east),
        GeoPoint(latitude: extent.south, longitude: longitude), GeoPoint(latitude: extent.north, longitude: longitude),
      ] {
        let place = view.project(point)
        #expect(view.contains(place))
        // What lies in the frame lies in the window, or it would be cut away.
        let x = view.relative(point.longitude)
        #expect(x >= view.window.west && x <= view.window.east)
        #expect(point.latitude >= view.window.south && point.latitude <= view.window.north)
      }
    }
  }

  @Test func aBoxAroundPointsCrossesTheAntiMeridian() throws {
    let fiji = try #require(
      MapExtent(around: [
        GeoPoint(latitude: -17, longitude: 177), GeoPoint(latitude: -19, longitude: -179),
        GeoPoint(latitude: -18, longitude: 179),
      ]))
    #expect(fiji == MapExtent(south: -19, north: -17, west: 177, east: -179))
    #expect(fiji.width == 4 && fiji.middleLongitude == 179)
    #expect(MapExtent(around: []) == nil)
    #expect(MapExtent(south: .nan, north: 100, west: 1e9, east: -.infinity).north == 90)
  }

  @Test(arguments: [
    ("250", 41.0, 52.0, -6.0, 10.0), ("840", 17, 72, 170, -66), ("643", 40, 83, 18, -168), ("360", -12, 7, 94, 142),
    ("242", -22, -12, 174, -178),
    ("578", 57, 82, -10, 35), ("554", -54, -33, 164, -175),
  ])
  func framesACountryWithoutItsFarPossessions(id: String, south: Double, north: Double, west: Double, east: Double) throws {
    let extent = try #require(Maps.fine.extent(of: [id]))
    let bounds = MapExtent(south: south, north: north, west: west, east: east)
    #expect(extent.south > bounds.south && extent.north < bounds.north, "\(extent)")
    #expect(extent.width <= bounds.width && extent.width > bounds.width / 3, "\(extent)")
    #expect(abs((extent.middleLongitude - bounds.middleLongitude).unrolled(after: 0)) < bounds.width / 3, "\(extent)")
  }

  @Test func framesNoUnknownCountry() { #expect(Maps.fine.extent(of: ["999"]) == nil) }
}
