extension BaseMap {
  /// A place in the middle of a country's main land (ISO 3166-1 numeric, three digits): on the parallel of its centre of area, in the middle of the
  /// longest stretch of land. Nil if the map does not have the country.
  package func middle(of id: String) -> GeoPoint? {
    let rings = countries.filter { $0.id == id }.flatMap(\.polygons).compactMap { polygon in polygon.first.map(outline) }
    let sized = rings.map { (ring: $0, size: Self.size($0)) }
    guard let main = sized.max(by: { $0.size.area < $1.size.area }), main.size.area > 0 else { return nil }
    let latitude = main.size.centreLatitude
    var crossings: [Double] = []
    guard var previous = main.ring.last else { return nil }
    for vertex in main.ring {
      if (vertex.y > latitude) != (previous.y > latitude) {
        crossings.append(previous.x + (vertex.x - previous.x) * (latitude - previous.y) / (vertex.y - previous.y))
      }
      previous = vertex
    }
    crossings.sort()
    var best: (middle: Double, length: Double)?
    for i in stride(from: 0, to: crossings.count - 1, by: 2) where crossings[i + 1] - crossings[i] > best?.length ?? -1 {
      best = ((crossings[i] + crossings[i + 1]) / 2, crossings[i + 1] - crossings[i])
    }
    return best.map { GeoPoint(latitude: latitude, longitude: $0.middle.unrolled(after: 0)) }
  }

  /// The points of a ring, longitudes running on beyond ±180.
  private func outline(_ ring: [Int]) -> [Vertex] {
    var points: [Vertex] = []
    for index in ring {
      let line = arc(index < 0 ? ~index : index).map { Vertex(x: $0.longitude, y: $0.latitude) }
      for vertex in index < 0 ? line.reversed() : line {
        points.append(Vertex(x: points.last.map { vertex.x.unrolled(after: $0.x) } ?? vertex.x, y: vertex.y))
      }
    }
    return points
  }

  /// Area (in square degrees, shortened with the latitude as on the globe) and the latitude of the centre of area.
  private static func size(_ ring: [Vertex]) -> (area: Double, centreLatitude: Double) {
    guard let first = ring.first, var previous = ring.last else { return (0, 0) }
    var (area, moment) = (0.0, 0.0)
    for vertex in ring {
      let cross = (previous.x - first.x) * (vertex.y - first.y) - (vertex.x - first.x) * (previous.y - first.y)
      area += cross / 2
      moment += cross * (previous.y + vertex.y + first.y) / 6
      previous = vertex
    }
    guard area != 0 else { return (0, 0) }
    let latitude = moment / area
    return (abs(area) * Trigonometry.cosine(degrees: min(89, max(-89, latitude))), latitude)
  }
}
