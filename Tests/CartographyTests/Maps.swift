import Foundation

@testable import Cartography

/// The base maps of this repository, read once.
enum Maps {
  static func bytes(_ name: String) -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return Array((try? Data(contentsOf: root.appendingPathComponent("Site/data/\(name)"))) ?? Data())
  }

  static let coarse = read("countries-110m.topo.json")
  static let fine = read("countries-50m.topo.json")

  /// Without the file an empty map, of which the tests then complain.
  private static func read(_ name: String) -> BaseMap {
    (try? BaseMap.read(bytes(name)).get()) ?? BaseMap(countries: [], points: [], arcStarts: [0])
  }

  /// A continent of two countries, 1 and 2, that share a border at 10° east, and an island of country 2 across the anti-meridian.
  static let small = """
    {"type": "Topology", "objects": {"countries": {"type": "GeometryCollection", "geometries": [
      {"type": "Polygon", "id": "001", "properties": {"name": "West"}, "arcs": [[0, 1]]},
      {"arcs": [[[-1, 2]], [[3]]], "type": "MultiPolygon", "id": "002", "properties": {"name": "Ea\\u0073t", "more": [1, {"a": null}]}}
    ]}},
    "arcs": [[[10, 0], [10, 20]], [[10, 20], [0, 20], [0, 0], [10, 0]], [[10, 0], [10, 0], [20, 0], [20, 20], [10, 20]],
      [[179, 0], [-179, 0], [-179, 2], [179, 2], [179, 0]]]}
    """
}
