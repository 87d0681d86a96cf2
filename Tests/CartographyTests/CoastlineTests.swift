import Testing

@testable import Cartography

@Suite struct CoastlineTests {
  @Test func separatesCoastAndBorder() throws {
    let coast = Coastline(try BaseMap.read(Array(Maps.small.utf8)).get())
    #expect(coast.borders == [0])
    #expect(coast.rings == [[1, 2], [3]])
    #expect(coast.principal == [0, 1, 2])
  }

  @Test func leavesCountriesOut() throws {
    let coast = Coastline(try BaseMap.read(Array(Maps.small.utf8)).get(), leavingOut: ["002"])
    #expect(coast.borders.isEmpty)
    #expect(coast.rings == [[0, 1]])
  }

  /// Every ring of the real maps closes, but for those around a pole.
  @Test(arguments: [Maps.coarse, Maps.fine])
  func ringsClose(map: BaseMap) {
    for ring in Coastline(map).rings {
      guard let first = ring.first, let last = ring.last else { continue }
      let start = first < 0 ? map.arc(~first).last : map.arc(first).first
      let end = last < 0 ? map.arc(~last).first : map.arc(last).last
      #expect(start?.latitude == end?.latitude)
      #expect(
        start.map { $0.longitude.unrolled(after: 0) } == end.map { $0.longitude.unrolled(after: 0) }
          || abs(start?.longitude ?? 0) == 180)
    }
  }
}
