/// Distances and shortest ways on the globe, taken as a sphere.
package enum GreatCircle {
  /// The angle between two places seen from the middle of the globe, in degrees; a degree is 111.2 km.
  package static func degrees(from a: GeoPoint, to b: GeoPoint) -> Double {
    let (p, q) = (Spot(a), Spot(b))
    let (x, y, z) = (p.x - q.x, p.y - q.y, p.z - q.z)
    return 2 * Trigonometry.arcsine((x * x + y * y + z * z).squareRoot() / 2) / Trigonometry.radiansPerDegree
  }

  /// Places along the shortest way, both ends included. Their longitudes run on beyond ±180, so that neighbours are near.
  ///
  /// - Returns: nil where no way is the shortest or none leads anywhere: ends that are one place, or on opposite sides of the globe.
  static func way(from a: GeoPoint, to b: GeoPoint, steps: Int) -> [Vertex]? {
    let angle = degrees(from: a, to: b)
    guard angle > 0.01, angle < 179 else { return nil }
    let (p, q) = (Spot(a), Spot(b))
    let whole = Trigonometry.sine(degrees: angle)
    var last = a.longitude
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      let u = Trigonometry.sine(degrees: angle * (1 - share)) / whole
      let v = Trigonometry.sine(degrees: angle * share) / whole
      let (x, y, z) = (p.x * u + q.x * v, p.y * u + q.y * v, p.z * u + q.z * v)
      last = (Trigonometry.direction(y: y, x: x) / Trigonometry.radiansPerDegree).unrolled(after: last)
      return Vertex(x: last, y: Trigonometry.arcsine(z) / Trigonometry.radiansPerDegree)
    }
  }

  /// A place on the sphere of radius 1.
  private struct Spot {
    let x: Double
    let y: Double
    let z: Double

    init(_ point: GeoPoint) {
      let flat = Trigonometry.cosine(degrees: point.latitude)
      x = flat * Trigonometry.cosine(degrees: point.longitude)
      y = flat * Trigonometry.sine(degrees: point.longitude)
      z = Trigonometry.sine(degrees: point.latitude)
    }
  }
}
