import Testing

@testable import Cartography

@Suite struct BaseMapTests {
  @Test func readsTheMapsOfTheSite() {
    #expect(Maps.coarse.countries.count == 174)
    #expect(Maps.fine.countries.count == 239)
    #expect(Maps.coarse.arcCount == 595)
    #expect(Maps.fine.points.count == 80629)
    #expect(Maps.fine.countries.first { $0.id == "756" }?.name == "Switzerland")
    #expect(Maps.fine.ids.contains("004") && Maps.fine.ids == Maps.fine.ids.sorted())
  }

  @Test func readsWholeCoordinatesAndMembersInAnyOrder() throws {
    let map = try BaseMap.read(Array(Maps.small.utf8)).get()
    #expect(map.countries.map(\.name) == ["West", "East"])
    #expect(map.countries.map(\.id) == ["001", "002"])
    #expect(map.countries[1].polygons == [[[-1, 2]], [[3]]])
    // Across the anti-meridian longitudes run on.
    #expect(map.arc(3).map(\.longitude) == [179, 181, 181, 179, 179])
    #expect(map.boxes[3].east == 181)
  }

  @Test func undoesTheQuantisation() throws {
    let text = """
      {"arcs": [[[0, 0], [10, 5], [-4, 1]]], "transform": {"scale": [0.5, 2], "translate": [-10, 3]},
       "type": "Topology", "objects": {"countries": {"geometries": []}}}
      """
    let map = try BaseMap.read(Array(text.utf8)).get()
    #expect(
      map.points == [
        GeoPoint(latitude: 3, longitude: -10), GeoPoint(latitude: 13, longitude: -5), GeoPoint(latitude: 15, longitude: -7),
      ])
  }

  @Test(arguments: [
    ("", "'{' is missing"), ("[]", "'{' is missing"), ("{}", "the member 'arcs' is missing"),
    (#"{"type": "Feature"}"#, "the type is not 'Topology'"), (#"{"arcs": []}"#, "the object 'countries' is missing"),
    (#"{"arcs": [[[0, 0]]]}"#, "an arc has fewer than two points"),
    (#"{"arcs": [[[0], [1]]]}"#, "a point has fewer than two coordinates"),
    (#"{"arcs": [[[0, 0], [1, "a"]]]}"#, "a number is missing or malformed"),
    (#"{"arcs": [[[0, 0], [1e999, 0]]]}"#, "a number is missing or malformed"),
    (#"{"arcs": [[[0, 0], [200, 0]]], "objects": {"countries": {"geometries": []}}}"#, "a point lies off the globe"),
    (#"{"arcs": [], "objects": {"countries": {"geometries": [{"arcs": [[0]]}]}}}"#, "a country names an arc that is not there"),
    (#"{"arcs": [], "objects": {"countries": {"geometries": [{"arcs": [[-1]]}]}}}"#, "a country names an arc that is not there"),
    (#"{"arcs": [], "objects": {"countries": {"geometries": [{"arcs": [[0.5]]}]}}}"#, "a whole number is wanted"),
    (#"{"bbox": "abc"#, "a text in quotes has no end"), (#"{"bbox": [1, 2"#, "the text ends in the middle"),
  ])
  func saysWhyAMapCannotBeRead(text: String, reason: String) {
    switch BaseMap.read(Array(text.utf8)) {
    case .success: Issue.record("\(text) was read")
    case .failure(let problem): #expect(problem.reason == reason)
    }
  }

  @Test func noTruncationAndNoWrongByteTraps() throws {
    let bytes = Array(Maps.small.utf8)
    for end in bytes.indices {
      #expect(throws: UnreadableMap.self) { try BaseMap.read(Array(bytes[..<end])).get() }
    }
    for i in bytes.indices {
      for wrong in [UInt8(0), 0x22, 0x2D, 0x39, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0xFF] {
        var changed = bytes
        changed[i] = wrong
        guard case .success(let map) = BaseMap.read(changed) else { continue }
        _ = MapBackground(map, view: .world(width: 100))
        _ = CountryBoundaries(base: map).nearestCountries(latitude: 1, longitude: 1, limit: 2)
      }
    }
  }

  @Test func refusesBottomlessNesting() {
    let text = #"{"other": "# + String(repeating: "[", count: 100_000)
    guard case .failure(let problem) = BaseMap.read(Array(text.utf8)) else {
      Issue.record("it was read")
      return
    }
    #expect(problem.reason == "it is nested too deep")
  }
}
