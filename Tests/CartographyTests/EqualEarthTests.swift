import Testing

@testable import Cartography

@Suite struct EqualEarthTests {
  /// PROJ and its JavaScript port test `+proj=eqearth +a=6400000` with these.
  @Test(arguments: [(1.0, 2.0, 192457.4623920805, 129648.29470155617), (-1, -2, -192457.4623920805, -129648.29470155617)])
  func agreesWithPROJ(latitude: Double, longitude: Double, x: Double, y: Double) {
    let place = EqualEarth().project(latitude: latitude, longitude: longitude)
    #expect(abs(place.x * 6_400_000 - x) < 1e-6)
    #expect(abs(place.y * 6_400_000 - y) < 1e-6)
  }

  /// The bounds of EPSG:8857, on the sphere with the area of WGS 84 (radius 6,371,007.181 m).
  @Test func spansTheBoundsOfItsRegisteredSystem() {
    let radius = 6_371_007.181
    #expect(abs(EqualEarth.halfWidth * radius - 17_243_959.06) < 0.01)
    #expect(abs(EqualEarth.halfHeight * radius - 8_392_927.60) < 0.01)
    let corner = EqualEarth().project(latitude: -90, longitude: -180)
    #expect(abs(corner.x * radius + 10_216_474.79) < 0.01)
    #expect(abs(corner.y * radius + 8_392_927.60) < 0.01)
  }

  @Test func unprojectsWhatItProjected() throws {
    let projection = EqualEarth()
    for latitude in stride(from: -89.0, through: 89, by: 3.7) {
      for longitude in stride(from: -180.0, through: 180, by: 11.25) {
        let place = projection.project(latitude: latitude, longitude: longitude)
        let back = try #require(projection.unproject(x: place.x, y: place.y))
        #expect(abs(back.latitude - latitude) < 1e-9)
        #expect(abs(back.longitude - longitude) < 1e-9)
      }
    }
  }

  @Test func hasNoPlaceOutsideTheGlobe() {
    #expect(EqualEarth().unproject(x: 0, y: 1.4) == nil)
    #expect(EqualEarth().unproject(x: 2.71, y: 0) == nil)
    #expect(EqualEarth().unproject(x: 2.6, y: 1.2) == nil)
    #expect(EqualEarth().unproject(x: .nan, y: 0) == nil)
  }

  /// The zone between two parallels, one degree wide, has the area it has on the sphere.
  @Test func keepsAreas() {
    for south in stride(from: -85.0, through: 80, by: 15) {
      var area = 0.0
      for step in 0..<200 {
        let below = EqualEarth().project(latitude: south + Double(step) / 40, longitude: 1)
        let above = EqualEarth().project(latitude: south + Double(step + 1) / 40, longitude: 1)
        area += (below.x + above.x) / 2 * (above.y - below.y)
      }
      let height = Trigonometry.sine(degrees: south + 5) - Trigonometry.sine(degrees: south)
      #expect(abs(area / (height * .pi / 180) - 1) < 1e-5)
    }
  }
}
