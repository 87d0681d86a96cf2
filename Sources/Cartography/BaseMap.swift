/// A place on the globe, in degrees; longitude grows eastwards, latitude northwards.
package struct GeoPoint: Sendable, Hashable {
  package let latitude: Double
  package let longitude: Double

  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// Why a map could not be read, in words for people, and the byte at which that was noticed.
package struct UnreadableMap: Error, Sendable, Equatable {
  package let reason: String
  package let offset: Int
}

/// The countries of the world as areas bounded by shared lines ("arcs"), as TopoJSON has them: a border between two countries is stored once.
package struct BaseMap: Sendable {
  package struct Country: Sendable {
    /// ISO 3166-1 numeric, three digits ("008"); nil for a territory that has none.
    package let id: String?
    /// The name in the map's language.
    package let name: String
    /// Polygons of rings of arcs: `i` is arc `i` forwards, `~i` the same backwards. The first ring of a polygon is the outer one.
    let polygons: [[[Int]]]
  }

  /// Smallest box of degrees around an arc; `east` may exceed 180 where the arc crosses the anti-meridian.
  struct Box: Sendable {
    var west: Double
    var east: Double
    var south: Double
    var north: Double
  }

  /// In the order of the file. Two may have the same id (Australia and its Ashmore islands).
  package let countries: [Country]
  /// The points of all arcs, one arc after the other. Along an arc longitudes run on beyond ±180, so that neighbours are near.
  let points: [GeoPoint]
  /// Where each arc begins in `points`, and the end of the last.
  let arcStarts: [Int]
  let boxes: [Box]

  /// Reads TopoJSON that has an object `countries`, quantised or not.
  package static func read(_ bytes: [UInt8]) -> Result<BaseMap, UnreadableMap> {
    var reader = TopologyReader(bytes)
    return reader.read()
  }

  /// The countries' ids, sorted, each once.
  package var ids: [String] { Set(countries.compactMap(\.id)).sorted() }

  var arcCount: Int { boxes.count }

  func arc(_ index: Int) -> ArraySlice<GeoPoint> { points[arcStarts[index]..<arcStarts[index + 1]] }

  init(countries: [Country], points: [GeoPoint], arcStarts: [Int]) {
    self.countries = countries
    self.arcStarts = arcStarts
    var unrolled = points
    var boxes: [Box] = []
    boxes.reserveCapacity(arcStarts.count)
    for arc in 0..<max(0, arcStarts.count - 1) {
      var box = Box(west: .infinity, east: -.infinity, south: .infinity, north: -.infinity)
      var last: Double?
      for i in arcStarts[arc]..<arcStarts[arc + 1] {
        let latitude = points[i].latitude
        let longitude = last.map { points[i].longitude.unrolled(after: $0) } ?? points[i].longitude
        if longitude != points[i].longitude { unrolled[i] = GeoPoint(latitude: latitude, longitude: longitude) }
        last = longitude
        box.west = min(box.west, longitude)
        box.east = max(box.east, longitude)
        box.south = min(box.south, latitude)
        box.north = max(box.north, latitude)
      }
      boxes.append(box)
    }
    self.points = unrolled
    self.boxes = boxes
  }
}

extension Double {
  /// The same meridian, counted so that it lies within half a turn of `previous`.
  func unrolled(after previous: Double) -> Double {
    var longitude = self
    if longitude - previous > 180 || longitude - previous < -180 {
      longitude -= 360 * ((longitude - previous) / 360).rounded()
    }
    return longitude
  }
}
