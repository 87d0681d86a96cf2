import Testing

@testable import Cartography

@Suite struct PathDataTests {
  private func text(_ path: PathData) -> String { String(decoding: path.bytes, as: UTF8.self) }

  @Test func writesRelativeWholeNumbers() {
    var path = PathData(grid: 2)
    path.ring([Vertex(x: 1, y: 1), Vertex(x: 5.2, y: 1), Vertex(x: 5, y: 4), Vertex(x: 1, y: 4), Vertex(x: 1, y: 1)])
    #expect(text(path) == "M2 2l8 0 0 6-8 0z")
    path.line([Vertex(x: -1, y: 0), Vertex(x: 0, y: -1.5)])
    #expect(text(path) == "M2 2l8 0 0 6-8 0zM-2 0l2-3")
  }

  @Test func leavesOutWhatTheGridDoesNotShow() {
    var path = PathData(grid: 1)
    path.ring([Vertex(x: 1, y: 1), Vertex(x: 1.2, y: 1), Vertex(x: 1.2, y: 1.3)])
    path.line([Vertex(x: 1, y: 1), Vertex(x: 1.3, y: 1)])
    path.ring([Vertex(x: .nan, y: 1), Vertex(x: .infinity, y: 1), Vertex(x: 1e300, y: 1)])
    #expect(path.isEmpty)
    path.line([Vertex(x: 0, y: 0), Vertex(x: 2, y: 1), Vertex(x: 4, y: 2), Vertex(x: 8, y: 4)])
    #expect(text(path) == "M0 0l8 4")
  }

  @Test(arguments: [(0.0, "0"), (4, "4"), (51.24, "51.2"), (-0.04, "0"), (-3.75, "-3.8"), (.nan, "0")])
  func writesOneDecimal(value: Double, text: String) {
    #expect(FixedPoint.text(value) == text)
  }
}
