import Testing

@testable import Cartography

@Suite struct ClippingTests {
  private let box = BaseMap.Box(west: 0, east: 10, south: 0, north: 10)

  @Test func cutsAnAreaAtTheSides() {
    let square = [Vertex(x: -5, y: 2), Vertex(x: 5, y: 2), Vertex(x: 5, y: 8), Vertex(x: -5, y: 8)]
    let cut = Clipping.ring(square, to: box)
    #expect(Set(cut.map { "\($0.x) \($0.y)" }) == ["0.0 2.0", "5.0 2.0", "5.0 8.0", "0.0 8.0"])
    #expect(Clipping.ring(square.map { Vertex(x: $0.x - 20, y: $0.y) }, to: box).isEmpty)
    #expect(Clipping.ring(square.map { Vertex(x: $0.x + 5, y: $0.y) }, to: box).count == 4)
    #expect(Clipping.ring([], to: box).isEmpty)
  }

  @Test func cutsALineIntoItsPartsInside() {
    let line = [Vertex(x: -5, y: 5), Vertex(x: 5, y: 5), Vertex(x: 5, y: 15), Vertex(x: 8, y: 15), Vertex(x: 8, y: 5)]
    let parts = Clipping.line(line, to: box)
    #expect(
      parts == [
        [Vertex(x: 0, y: 5), Vertex(x: 5, y: 5), Vertex(x: 5, y: 10)], [Vertex(x: 8, y: 10), Vertex(x: 8, y: 5)],
      ])
  }

  @Test func addsPointsOnlyAlongTheSides() {
    let square = [Vertex(x: 0, y: 0), Vertex(x: 0, y: 10), Vertex(x: 6, y: 10), Vertex(x: 6, y: 0)]
    let bent = Clipping.bendable(square, along: box, step: 5)
    #expect(bent.contains(Vertex(x: 0, y: 5)))
    #expect(bent.contains(Vertex(x: 3, y: 10)))
    #expect(!bent.contains { $0.x == 6 && $0.y > 0 && $0.y < 10 })
  }
}
