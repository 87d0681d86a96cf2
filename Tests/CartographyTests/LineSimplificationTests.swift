import Testing

@testable import Cartography

@Suite struct LineSimplificationTests {
  @Test func noPointLeftOutIsFarFromWhatRemains() {
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    for _ in 0..<50 {
      var place = Vertex(x: 0, y: 0)
      let line = (0..<60).map { _ -> Vertex in
        place = Vertex(x: place.x + random() - 0.4, y: place.y + random() - 0.5)
        return place
      }
      let keep = LineSimplification.kept(line, tolerance: 0.5)
      #expect(keep[0] && keep[59])
      let kept = keep.indices.filter { keep[$0] }
      for (first, last) in zip(kept, kept.dropFirst()) {
        for i in first...last { #expect(LineSimplification.squaredDistance(line[i], line[first], line[last]) <= 0.25 + 1e-12) }
      }
      #expect(kept.count < 60)
    }
  }

  @Test func keepsShortLinesAndClosedOnes() {
    #expect(LineSimplification.kept([Vertex(x: 1, y: 1), Vertex(x: 2, y: 2)], tolerance: 9) == [true, true])
    let ring = [Vertex(x: 0, y: 0), Vertex(x: 9, y: 0), Vertex(x: 9, y: 9), Vertex(x: 0, y: 9), Vertex(x: 0, y: 0)]
    #expect(LineSimplification.kept(ring, tolerance: 1) == [true, true, true, true, true])
  }

  /// Comb lines make the method split off one point at a time.
  @Test func aHostileLineEnds() {
    let comb = (0..<20_000).map { (i: Int) -> Vertex in
      let height: Double = i.isMultiple(of: 2) ? 0 : Double(i) * Double(i)
      return Vertex(x: Double(i), y: height)
    }
    #expect(LineSimplification.kept(comb, tolerance: 0.1).contains(true))
  }
}
