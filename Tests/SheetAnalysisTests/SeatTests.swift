import Cartography
import SheetAnalysis
import SheetModel
import TestSupport
import Testing

@Suite struct SeatTests {
  /// Every seat and every further place of the sheets in this checkout lies in one of the sheet's countries, or within 10 km of it.
  @Test func everyPlaceOfTheRealSheetsLiesInItsCountries() async throws {
    let analysis = await TestProject(sources: await Repository.sources()).analyze()
    let base = try #require(analysis.maps.parts)
    let boundaries = CountryBoundaries(base: base)
    let clusters = analysis.atlas.sheets(of: .cluster)
    #expect(clusters.count { $0.cluster?.seat != nil } > 10)
    for sheet in clusters {
      guard let cluster = sheet.cluster else { continue }
      let countries = cluster.countries.compactMap { analysis.atlas.geography.country($0.value)?.numeric }
      #expect(!countries.isEmpty || cluster.seat == nil, "\(sheet.path)")
      let seat = cluster.seat.map { [($0.city, $0.latitude.value, $0.longitude.value)] } ?? []
      for (name, latitude, longitude) in seat + cluster.places.map({ ($0.name, $0.latitude, $0.longitude) }) {
        let isInside = countries.contains {
          boundaries.contains(latitude: latitude, longitude: longitude, country: $0, toleranceKm: 10) ?? true
        }
        #expect(isInside, "\(sheet.path): \(name)")
      }
    }
  }
}
