import TestSupport
import Testing

@testable import Cartography

@Suite struct ProjectionTests {
  /// PROJ, `test/gie/builtins.gie`: `+proj=laea +R=6400000`, to a tenth of a millimetre.
  @Test(arguments: [
    (1.0, 2.0, 223_365.281370125, 111_716.668072916), (-1, 2, 223_365.281370125, -111_716.668072916),
    (1, -2, -223_365.281370125, 111_716.668072916), (-1, -2, -223_365.281370125, -111_716.668072916),
  ])
  func azimuthalAgreesWithPROJAtTheEquator(latitude: Double, longitude: Double, x: Double, y: Double) throws {
    let projection = AzimuthalEqualArea(centreLatitude: 0)
    let place = projection.project(latitude: latitude, longitude: longitude)
    #expect(abs(place.x * 6_400_000 - x) < 1e-4 && abs(place.y * 6_400_000 - y) < 1e-4)
    // The same file's inverse: 200 m east and 100 m north.
    let back = try #require(projection.unproject(x: 200 / 6_400_000, y: 100 / 6_400_000))
    #expect(abs(back.longitude - 0.001790493) < 1e-9 && abs(back.latitude - 0.000895247) < 1e-9)
  }

  /// The same file: `+proj=laea +R=1` with `+lat_0=45` and `+lat_0=-90`.
  @Test(arguments: [
    (45.0, 45.0, 0.0, 0.0, 0.0), (45, 0, 0, 0, -0.7654), (45, 90, 0, 0, 0.7654), (45, -45, 0, 0, -1.4142),
    (45, 45, 45, 0.5194, 0.1521), (-90, -90, 0, 0, 0), (-90, 0, 0, 0, 1.4142), (-90, -45, 0, 0, 0.7654), (-90, 45, 0, 0, 1.8478),
  ])
  func azimuthalAgreesWithPROJElsewhere(centre: Double, latitude: Double, longitude: Double, x: Double, y: Double) {
    let place = AzimuthalEqualArea(centreLatitude: centre).project(latitude: latitude, longitude: longitude)
    #expect(abs(place.x - x) < 1e-4 && abs(place.y - y) < 1e-4)
  }

  /// Any place, projected about any middle and brought back, is the same place.
  @Test func everyPlaceComesBack() throws {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<2000 {
      let latitude = Double.random(in: -89.9...89.9, using: &random)
      let longitude = Double.random(in: -179.9...179.9, using: &random)
      let plain = EqualEarth().project(latitude: latitude, longitude: longitude)
      let back = try #require(EqualEarth().unproject(x: plain.x, y: plain.y))
      #expect(abs(back.latitude - latitude) < 1e-9 && abs(back.longitude - longitude) < 1e-8)
      let projection = AzimuthalEqualArea(centreLatitude: Double.random(in: -90...90, using: &random))
      let place = projection.project(latitude: latitude, longitude: longitude)
      // At the far end of the globe the projection tears.
      guard place.x * place.x + place.y * place.y < 3.9 else { continue }
      let again = try #require(projection.unproject(x: place.x, y: place.y))
      #expect(abs(again.latitude - latitude) < 1e-7)
      #expect(abs(again.longitude - longitude) * Trigonometry.cosine(degrees: latitude) < 1e-7)
    }
  }

  /// The same for whole maps, in the units of their view box and across the anti-meridian.
  @Test func everyMapCanBeReadBack() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<60 {
      let south = Double.random(in: -80...60, using: &random)
      let west = Double.random(in: -180...180, using: &random)
      let extent = MapExtent(
        south: south, north: south + Double.random(in: 1...25, using: &random), west: west,
        east: west + Double.random(in: 1...60, using: &random))
      let view = MapView.part(extent, width: 900, aspect: Bool.random(using: &random) ? 1.25 : nil)
      for _ in 0..<20 {
        let point = Vertex(
          x: Double.random(in: 0...900, using: &random), y: Double.random(in: 0...Double(view.height), using: &random))
        guard let place = view.place(at: point) else { continue }
        let again = view.project(place)
        #expect(abs(again.x - point.x) < 1e-4 && abs(again.y - point.y) < 1e-4)
      }
    }
  }

  /// Areas stay what they are: a small square at any place of an azimuthal map covers its share of the sphere.
  @Test func azimuthalKeepsAreas() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<300 {
      let projection = AzimuthalEqualArea(centreLatitude: Double.random(in: -80...80, using: &random))
      let south = Double.random(in: -75...75, using: &random)
      let west = Double.random(in: -100...100, using: &random)
      let corners = [(south, west), (south, west + 0.1), (south + 0.1, west + 0.1), (south + 0.1, west)]
        .map { projection.project(latitude: $0.0, longitude: $0.1) }
      var area = 0.0
      for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) { area += a.x * b.y - b.x * a.y }
      let true0 =
        (Trigonometry.sine(degrees: south + 0.1) - Trigonometry.sine(degrees: south)) * 0.1 * Trigonometry.radiansPerDegree
      #expect(abs(area / 2 / true0 - 1) < 1e-3)
    }
  }
}
