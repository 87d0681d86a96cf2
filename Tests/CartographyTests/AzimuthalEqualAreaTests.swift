import Testing

@testable import Cartography

@Suite struct AzimuthalEqualAreaTests {
  /// Snyder, Working Manual, numerical example on page 332: centre 40° N 100° W, place 20° S 100° E, radius 3.
  @Test func agreesWithSnydersExample() {
    let place = AzimuthalEqualArea(centreLatitude: 40).project(latitude: -20, longitude: 200)
    #expect(abs(place.x * 3 - -4.2339303) < 1e-7)
    #expect(abs(place.y * 3 - 4.0257775) < 1e-7)
  }

  @Test func unprojectsWhatItProjected() throws {
    for centre in [-90.0, -35, 0, 52, 90] {
      let projection = AzimuthalEqualArea(centreLatitude: centre)
      for latitude in stride(from: -60.0, through: 80, by: 7) {
        for longitude in stride(from: -150.0, through: 150, by: 15) {
          let place = projection.project(latitude: latitude, longitude: longitude)
          guard place.x * place.x + place.y * place.y < 3.9 else { continue }
          let back = try #require(projection.unproject(x: place.x, y: place.y))
          #expect(abs(back.latitude - latitude) < 1e-6)
          #expect(abs(back.longitude - longitude) < 1e-6)
        }
      }
    }
  }

  @Test func hasNoPlaceOutsideItsDisc() {
    #expect(AzimuthalEqualArea(centreLatitude: 10).unproject(x: 1.5, y: 1.5) == nil)
  }
}
