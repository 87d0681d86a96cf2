/// What of a base map's arcs is coast and what is border, once the countries are laid together.
struct Coastline: Sendable {
  /// Rings of coast around all land, as arcs (`~i` is arc `i` backwards). Lakes between countries run the other way round.
  let rings: [[Int]]
  /// Arcs that two countries share.
  let borders: [Int]
  /// The arcs of every country's largest ring: with these a country is never too small to be drawn.
  let principal: Set<Int>

  init(_ base: BaseMap, leavingOut excluded: Set<String> = []) {
    // Per arc: how often it is used, and by whom first (an index into the countries).
    var uses = [Int](repeating: 0, count: base.arcCount)
    var users = [Int](repeating: -1, count: base.arcCount)
    var isBorder = [Bool](repeating: false, count: base.arcCount)
    var principal: Set<Int> = []
    let countries = base.countries.filter { country in country.id.map { !excluded.contains($0) } ?? true }
    for (index, country) in countries.enumerated() {
      for arc in country.polygons.lazy.flatMap({ $0 }).flatMap({ $0 }).map({ $0 < 0 ? ~$0 : $0 }) {
        uses[arc] += 1
        if users[arc] >= 0, users[arc] != index, countries[users[arc]].id != country.id || country.id == nil {
          isBorder[arc] = true
        }
        users[arc] = index
      }
      let largest = country.polygons.compactMap(\.first).map { (ring: $0, area: Self.area($0, base)) }.max { $0.area < $1.area }
      for arc in largest?.ring ?? [] { principal.insert(arc < 0 ? ~arc : arc) }
    }
    let coast = countries.flatMap { $0.polygons.flatMap { $0.flatMap { $0 } } }.filter { uses[$0 < 0 ? ~$0 : $0] == 1 }
    self.principal = principal
    self.borders = isBorder.indices.filter { isBorder[$0] }
    self.rings = Self.chained(coast, base)
  }

  /// Arcs put end to end until they close.
  private static func chained(_ arcs: [Int], _ base: BaseMap) -> [[Int]] {
    var starting: [GeoPoint: [Int]] = [:]
    for arc in arcs.reversed() {
      if let start = end(arc, base, ofStart: true) { starting[start, default: []].append(arc) }
    }
    var isUsed = [Bool](repeating: false, count: base.arcCount)
    var rings: [[Int]] = []
    for first in arcs where !isUsed[first < 0 ? ~first : first] {
      var ring: [Int] = []
      let start = end(first, base, ofStart: true)
      var next: Int? = first
      while let arc = next {
        isUsed[arc < 0 ? ~arc : arc] = true
        ring.append(arc)
        guard let place = end(arc, base, ofStart: false), place != start else { break }
        next = nil
        while let candidate = starting[place]?.popLast() {
          guard !isUsed[candidate < 0 ? ~candidate : candidate] else { continue }
          next = candidate
          break
        }
      }
      rings.append(ring)
    }
    return rings
  }

  /// Where an arc begins or ends, the same place on both sides of the anti-meridian.
  private static func end(_ arc: Int, _ base: BaseMap, ofStart: Bool) -> GeoPoint? {
    let points = base.arc(arc < 0 ? ~arc : arc)
    guard let point = ofStart == (arc >= 0) ? points.first : points.last else { return nil }
    let longitude = point.longitude.unrolled(after: 0)
    return GeoPoint(latitude: point.latitude, longitude: longitude <= -180 ? longitude + 360 : longitude)
  }

  /// Roughly the area of a ring, in square degrees at the equator.
  private static func area(_ ring: [Int], _ base: BaseMap) -> Double {
    var sum = 0.0
    var shift = 0.0
    var previous: GeoPoint?
    var stretch: Double?
    for arc in ring {
      let points = base.arc(arc < 0 ? ~arc : arc)
      for index in points.indices {
        let point = arc < 0 ? points[points.endIndex - 1 - (index - points.startIndex)] : points[index]
        if let previous {
          let longitude = (point.longitude + shift).unrolled(after: previous.longitude)
          shift = longitude - point.longitude
          sum += previous.longitude * point.latitude - longitude * previous.latitude
        } else {
          stretch = Trigonometry.cosine(degrees: point.latitude)
        }
        previous = GeoPoint(latitude: point.latitude, longitude: point.longitude + shift)
      }
    }
    return abs(sum) / 2 * (stretch ?? 1)
  }
}
