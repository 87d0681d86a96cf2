import Testing

@testable import Cartography

@Suite struct PointLayoutTests {
  private let frame = BaseMap.Box(west: 0, east: 1000, south: 0, north: 500)

  private func gaps(_ discs: [PointLayout.Disc], _ places: [Vertex]) -> Double {
    var least = Double.infinity
    for i in discs.indices {
      for j in discs.indices where j > i {
        let (x, y) = (places[i].x - places[j].x, places[i].y - places[j].y)
        least = min(least, (x * x + y * y).squareRoot() - discs[i].radius - discs[j].radius)
      }
    }
    return least
  }

  @Test func lonelyDiscsStay() {
    let discs = [(100.0, 100.0), (200, 300)].map { PointLayout.Disc(anchor: Vertex(x: $0.0, y: $0.1), radius: 4) }
    #expect(PointLayout.place(discs, gap: 1, reach: 50, frame: frame) == discs.map(\.anchor))
  }

  @Test func discsAtOnePlaceComeApartAndStayNear() {
    let discs = (0..<12).map { PointLayout.Disc(anchor: Vertex(x: 300, y: 200), radius: $0 % 3 == 0 ? 6 : 4) }
    let places = PointLayout.place(discs, gap: 1, reach: 60, frame: frame)
    #expect(gaps(discs, places) > 0)
    for place in places { #expect(abs(place.x - 300) < 35 && abs(place.y - 200) < 35) }
  }

  @Test func aCrowdIsLegible() {
    let discs = (0..<120).map { (i: Int) -> PointLayout.Disc in
      let anchor = Vertex(x: 500 + Double(i * 37 % 60), y: 100 + Double(i * 53 % 50))
      return PointLayout.Disc(anchor: anchor, radius: 3.2)
    }
    #expect(gaps(discs, PointLayout.place(discs, gap: 0.8, reach: 62, frame: frame)) > -0.2)
  }

  @Test func noDiscLeavesFrameOrReach() {
    let discs = (0..<40).map { _ in PointLayout.Disc(anchor: Vertex(x: 2, y: 498), radius: 5) }
    for place in PointLayout.place(discs, gap: 1, reach: 20, frame: frame) {
      #expect(place.x >= 5 && place.y <= 495)
      #expect(abs(place.x - 2) <= 20.01 && abs(place.y - 498) <= 20.01)
    }
  }

  @Test func tenThousandDiscsAtOnePlaceEnd() {
    let discs = (0..<10_000).map { _ in PointLayout.Disc(anchor: Vertex(x: 300, y: 200), radius: 4) }
    #expect(PointLayout.place(discs, gap: 1, reach: 60, frame: frame).count == 10_000)
  }
}
