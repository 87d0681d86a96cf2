import Cartography
import SheetModel

/// A part of the world where clusters crowd, drawn larger below each map of the world.
struct InsetPlan: Sendable {
  /// A, B, C from west to east.
  let letter: String
  /// The macro-regions in words: `Northern and Western Europe`.
  let name: String
  let extent: MapExtent
  /// Whether it takes the whole width of the page; else half of it.
  let isWide: Bool

  /// More than three would be an atlas of their own.
  private static let limit = 3
  /// Of a mark on the world map whose crowding counts.
  private static let radius = 6.0

  var id: String { "map-" + letter.lowercased() }
  var width: Int { isWide ? 900 : 440 }
  var aspect: Double { isWide ? 1.9 : 1.25 }

  func inset(count: Int) -> MapInset {
    MapInset(
      letter: letter, href: "#" + id, title: "Map \(letter), \(name): \(Numbers.plural(count, "cluster"))", extent: extent,
      width: width, aspect: aspect)
  }

  static func make(_ clusters: [Sheet], _ geography: Geography) -> [InsetPlan] {
    let seats = clusters.compactMap { sheet in
      sheet.cluster.flatMap { cluster in cluster.seat.map { (place: $0.place, countries: cluster.countries.map(\.value)) } }
    }
    let places = seats.map(\.place)
    let extents = Crowding.parts(places, radius: radius, limit: limit)
    // The most crowded is the first: it is drawn as wide as the page, unless two make a pair.
    let parts = extents.enumerated().map { (extent: $1, isWide: $0 == 0 && extents.count != 2) }
      .sorted { ($0.extent.west, $0.extent.south) < ($1.extent.west, $1.extent.south) }
    return parts.enumerated().map { i, part in
      let letter = ["A", "B", "C"][i]
      let nameless = InsetPlan(letter: letter, name: "", extent: part.extent, isWide: part.isWide)
      let shown = WorldMap.shown(places, in: nameless.inset(count: 0))
      let regions = shown.compactMap { seats[$0].countries.first.flatMap { geography.macroRegion(ofCountry: $0) } }
      return InsetPlan(letter: letter, name: name(regions), extent: part.extent, isWide: part.isWide)
    }
  }

  /// The macro-regions of its clusters, but for those that only a few of them lie in.
  private static func name(_ all: [MacroRegion]) -> String {
    let counts = Dictionary(grouping: all) { $0.name }.mapValues(\.count)
    let regions = all.filter { (counts[$0.name] ?? 0) * 10 >= all.count }
    let names = Set(regions.map(\.name)).sorted()
    switch names.count {
    case 0: return "Part of the world"
    case 1: return names[0]
    case 2:
      let last = names.map { $0.split(separator: " ").last.map(String.init) ?? "" }
      // "Northern Europe and Western Europe" says Europe twice.
      if last[0] == last[1], names.allSatisfy({ $0.split(separator: " ").count == 2 }) {
        return "\(names[0].split(separator: " ")[0]) and \(names[1])"
      }
      return names.joined(separator: " and ")
    default: return Set(regions.map(\.continent)).sorted().joined(separator: " and ")
    }
  }
}

extension Seat {
  var place: GeoPoint { GeoPoint(latitude: latitude.value, longitude: longitude.value) }
}
