/// Tells in which country a place lies. The map is generalised (1:50 million: some kilometres), hence the tolerance.
///
/// Distances are taken on a plane touching the globe at the place (111.195 km to a degree), which is exact enough for the few
/// kilometres of the tolerance and good enough to say which country is nearest.
package struct CountryBoundaries: Sendable {
  private struct Ring: Sendable {
    /// Longitude and latitude, closed, running on beyond ±180.
    let vertices: [Vertex]
    let box: BaseMap.Box
  }

  /// In the order of the ids.
  private let countries: [(id: String, rings: [Ring])]
  private let indices: [String: Int]
  private static let kilometresPerDegree = 111.195

  package init(base: BaseMap) {
    var rings: [String: [Ring]] = [:]
    for country in base.countries {
      guard let id = country.id else { continue }
      rings[id, default: []] += country.polygons.flatMap { $0 }.compactMap { Self.ring($0, base) }
    }
    countries = rings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    indices = Dictionary(uniqueKeysWithValues: countries.enumerated().map { ($1.id, $0) })
  }

  /// Whether a place lies in a country or within `toleranceKm` of it; nil if the map has no such country or the place is none.
  ///
  /// - Parameter country: ISO 3166-1 numeric, three digits.
  package func contains(latitude: Double, longitude: Double, country: String, toleranceKm: Double = 10) -> Bool? {
    guard let rings = indices[country].map({ countries[$0].rings }), let place = Self.place(latitude, longitude) else {
      return nil
    }
    if Self.isInside(place, rings) { return true }
    return Self.distance(place, rings, limit: toleranceKm) <= toleranceKm
  }

  /// The country in which a place lies (ISO 3166-1 numeric), by the map's lines; nil at sea.
  package func country(latitude: Double, longitude: Double) -> String? {
    guard let place = Self.place(latitude, longitude) else { return nil }
    return countries.first { Self.isInside(place, $0.rings) }?.id
  }

  /// The countries nearest to a place, the nearest first: the one that holds it, then others within `withinKm`, at most `limit`.
  package func nearestCountries(latitude: Double, longitude: Double, limit: Int, withinKm: Double = 300) -> [String] {
    guard limit > 0, let place = Self.place(latitude, longitude) else { return [] }
    var found: [(distance: Double, id: String)] = []
    for (id, rings) in countries {
      let distance = Self.isInside(place, rings) ? 0 : Self.distance(place, rings, limit: withinKm)
      if distance <= withinKm { found.append((distance, id)) }
    }
    found.sort { ($0.distance, $0.id) < ($1.distance, $1.id) }
    return found.prefix(limit).map(\.id)
  }

  private static func place(_ latitude: Double, _ longitude: Double) -> Vertex? {
    guard abs(latitude) <= 90, abs(longitude) <= 360 else { return nil }
    return Vertex(x: longitude.unrolled(after: 0), y: latitude)
  }

  private static func ring(_ arcs: [Int], _ base: BaseMap) -> Ring? {
    var vertices: [Vertex] = []
    for arc in arcs {
      let points = base.arc(arc < 0 ? ~arc : arc)
      for index in points.indices {
        let point = arc < 0 ? points[points.endIndex - 1 - (index - points.startIndex)] : points[index]
        let longitude = vertices.last.map { point.longitude.unrolled(after: $0.x) } ?? point.longitude
        vertices.append(Vertex(x: longitude, y: point.latitude))
      }
    }
    guard let first = vertices.first, let last = vertices.last, vertices.count > 2 else { return nil }
    if abs(last.x - first.x) > 180 {
      // Around a pole: down to it, along it, and back.
      let pole = first.y < 0 ? -90.0 : 90.0
      vertices.append(contentsOf: [Vertex(x: last.x, y: pole), Vertex(x: first.x, y: pole)])
    }
    vertices.append(first)
    var box = BaseMap.Box(west: first.x, east: first.x, south: first.y, north: first.y)
    for vertex in vertices {
      (box.west, box.east) = (min(box.west, vertex.x), max(box.east, vertex.x))
      (box.south, box.north) = (min(box.south, vertex.y), max(box.north, vertex.y))
    }
    return Ring(vertices: vertices, box: box)
  }

  /// Even–odd over all rings: a hole counts like any other.
  private static func isInside(_ place: Vertex, _ rings: [Ring]) -> Bool {
    var isInside = false
    for ring in rings where place.y >= ring.box.south && place.y <= ring.box.north {
      for shift in [0.0, 360, -360] where place.x + shift >= ring.box.west && place.x + shift <= ring.box.east {
        if crossings(Vertex(x: place.x + shift, y: place.y), ring.vertices) % 2 == 1 { isInside.toggle() }
        break
      }
    }
    return isInside
  }

  /// How many edges a ray to the east crosses.
  private static func crossings(_ place: Vertex, _ vertices: [Vertex]) -> Int {
    vertices.withUnsafeBufferPointer { vertices in
      var count = 0
      guard var a = vertices.first else { return 0 }
      for b in vertices {
        if (a.y > place.y) != (b.y > place.y), place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) { count += 1 }
        a = b
      }
      return count
    }
  }

  /// Kilometres to the nearest edge; infinite beyond `limit`.
  private static func distance(_ place: Vertex, _ rings: [Ring], limit: Double) -> Double {
    let reach = limit / kilometresPerDegree
    let stretch = max(0.01, Trigonometry.cosine(degrees: place.y))
    var nearest = Double.infinity
    for ring in rings where place.y >= ring.box.south - reach && place.y <= ring.box.north + reach {
      for shift in [0.0, 360, -360] {
        let x = place.x + shift
        guard x >= ring.box.west - reach / stretch, x <= ring.box.east + reach / stretch else { continue }
        nearest = min(nearest, squaredDegrees(Vertex(x: x, y: place.y), ring.vertices, stretch: stretch))
      }
    }
    let kilometres = nearest.squareRoot() * kilometresPerDegree
    return kilometres <= limit ? kilometres : .infinity
  }

  private static func squaredDegrees(_ place: Vertex, _ vertices: [Vertex], stretch: Double) -> Double {
    vertices.withUnsafeBufferPointer { vertices in
      var nearest = Double.infinity
      guard let first = vertices.first else { return nearest }
      let origin = Vertex(x: 0, y: 0)
      var a = Vertex(x: (first.x - place.x) * stretch, y: first.y - place.y)
      for vertex in vertices {
        let b = Vertex(x: (vertex.x - place.x) * stretch, y: vertex.y - place.y)
        nearest = min(nearest, LineSimplification.squaredDistance(origin, a, b))
        a = b
      }
      return nearest
    }
  }
}
