import Testing

@testable import Cartography

@Suite struct CountryBoundariesTests {
  private static let boundaries = CountryBoundaries(base: Maps.fine)

  @Test(arguments: [
    ("Lund", 55.7058, 13.1932, "752"), ("Copenhagen", 55.6759, 12.5655, "208"), ("Singapore", 1.2897, 103.8501, "702"),
    ("Suva", -18.1416, 178.4419, "242"), ("Taveuni, across the anti-meridian", -16.98, -179.92, "242"),
    ("Anadyr", 64.73, 177.5, "643"),
    ("Uelen, Russia in the west", 66.16, -169.81, "643"), ("Maseru, inside South Africa", -29.31, 27.48, "426"),
    ("South Pole", -90, 0, "010"),
    ("Shenzhen, by Hong Kong", 22.5455, 114.0683, "156"), ("Recife", -8.05, -34.9, "076"), ("Honolulu", 21.3, -157.85, "840"),
  ])
  func knowsPlaces(name: String, latitude: Double, longitude: Double, id: String) {
    #expect(Self.boundaries.contains(latitude: latitude, longitude: longitude, country: id) == true)
    #expect(Self.boundaries.contains(latitude: latitude, longitude: longitude + 360, country: id) == true || longitude > 0)
    #expect(Self.boundaries.nearestCountries(latitude: latitude, longitude: longitude, limit: 2).contains(id))
  }

  @Test func tellsWrongPlaces() {
    // Latitude and longitude exchanged, and the sign forgotten.
    #expect(Self.boundaries.contains(latitude: 13.1932, longitude: 55.7058, country: "752") == false)
    #expect(Self.boundaries.contains(latitude: 8.05, longitude: -34.9, country: "076") == false)
    #expect(Self.boundaries.contains(latitude: -29.31, longitude: 27.48, country: "710", toleranceKm: 1) == false)
    #expect(Self.boundaries.contains(latitude: 50, longitude: 10, country: "999") == nil)
    #expect(Self.boundaries.contains(latitude: .nan, longitude: 10, country: "276") == nil)
    #expect(Self.boundaries.contains(latitude: 95, longitude: 10, country: "276") == nil)
  }

  @Test func toleranceIsInKilometres() throws {
    let base = try BaseMap.read(Array(Maps.small.utf8)).get()
    let boundaries = CountryBoundaries(base: base)
    // Country 1 ends at 0° east: 0.1° are 11.12 km at the equator, 9.63 km at 30° north (here 20°: 10.45 km).
    #expect(boundaries.contains(latitude: 1, longitude: -0.1, country: "001", toleranceKm: 11) == false)
    #expect(boundaries.contains(latitude: 1, longitude: -0.1, country: "001", toleranceKm: 11.2) == true)
    #expect(boundaries.contains(latitude: 19.9, longitude: -0.1, country: "001", toleranceKm: 10.5) == true)
    #expect(boundaries.contains(latitude: 1, longitude: 180, country: "002", toleranceKm: 0) == true)
    #expect(boundaries.contains(latitude: 1, longitude: -178.99, country: "002", toleranceKm: 2) == true)
    #expect(boundaries.contains(latitude: 1, longitude: -178.9, country: "002", toleranceKm: 2) == false)
  }

  @Test func namesTheCountryOfAPlace() {
    #expect(Self.boundaries.country(latitude: 48.1, longitude: 11.5) == "276")
    #expect(Self.boundaries.country(latitude: 30, longitude: -40) == nil)
    #expect(
      Self.boundaries.nearestCountries(latitude: 47.59, longitude: 7.59, limit: 3).first.map {
        ["756", "276", "250"].contains($0)
      }
        == true)
    #expect(Set(Self.boundaries.nearestCountries(latitude: 47.59, longitude: 7.59, limit: 3)) == ["756", "276", "250"])
    #expect(Self.boundaries.nearestCountries(latitude: 30, longitude: -40, limit: 3).isEmpty)
    #expect(Self.boundaries.nearestCountries(latitude: 30, longitude: -40, limit: 0).isEmpty)
  }
}
