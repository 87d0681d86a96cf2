/// Lambert's azimuthal equal-area projection, for maps of a part of the world: no shear at the middle, areas comparable.
///
/// J. P. Snyder, "Map Projections – A Working Manual", U.S. Geological Survey Professional Paper 1395 (1987), equations 24-2,
/// 24-4, 22-4, 20-14, 20-15; on a sphere of radius 1. Longitudes are counted from the centre.
package struct AzimuthalEqualArea: Sendable {
  private let sineOfCentre: Double
  private let cosineOfCentre: Double

  /// - Parameter centreLatitude: degrees, −90…90.
  package init(centreLatitude: Double) {
    sineOfCentre = Trigonometry.sine(degrees: centreLatitude)
    cosineOfCentre = Trigonometry.cosine(degrees: centreLatitude)
  }

  /// Where a place falls; x grows eastwards, y northwards. The place opposite the centre falls on a far point of the rim.
  package func project(latitude: Double, longitude: Double) -> (x: Double, y: Double) {
    let sine = Trigonometry.sine(degrees: latitude)
    let cosine = Trigonometry.cosine(degrees: latitude)
    let across = cosine * Trigonometry.sine(degrees: longitude)
    let along = cosine * Trigonometry.cosine(degrees: longitude)
    let towards = sineOfCentre * sine + cosineOfCentre * along
    let factor = (2 / max(1e-9, 1 + towards)).squareRoot()
    return (factor * across, factor * (cosineOfCentre * sine - sineOfCentre * along))
  }

  /// Whether all of a box of degrees lies within 80° of the centre, as far as the projection is good to look at.
  func reaches(_ box: BaseMap.Box) -> Bool {
    let least = Trigonometry.cosine(degrees: 80)
    return (0...16).allSatisfy { step in
      let part = Double(step) / 16
      let longitude = box.west + (box.east - box.west) * part
      let latitude = box.south + (box.north - box.south) * part
      return [(longitude, box.south), (longitude, box.north), (box.west, latitude), (box.east, latitude)].allSatisfy {
        let along = Trigonometry.cosine(degrees: $0.1) * Trigonometry.cosine(degrees: $0.0)
        return sineOfCentre * Trigonometry.sine(degrees: $0.1) + cosineOfCentre * along >= least
      }
    }
  }

  /// The place that falls on a point, in degrees; nil outside the disc of radius 2.
  package func unproject(x: Double, y: Double) -> (latitude: Double, longitude: Double)? {
    let radius = (x * x + y * y).squareRoot()
    guard radius <= 2 else { return nil }
    guard radius > 1e-12 else {
      return (Trigonometry.arcsine(sineOfCentre) / Trigonometry.radiansPerDegree, 0)
    }
    let half = radius / 2
    let cosineOfDistance = 1 - 2 * half * half
    let sineOfDistance = 2 * half * max(0, 1 - half * half).squareRoot()
    let sine = cosineOfDistance * sineOfCentre + y * sineOfDistance * cosineOfCentre / radius
    let longitude = Trigonometry.direction(
      y: x * sineOfDistance, x: radius * cosineOfCentre * cosineOfDistance - y * sineOfCentre * sineOfDistance)
    return (Trigonometry.arcsine(sine) / Trigonometry.radiansPerDegree, longitude / Trigonometry.radiansPerDegree)
  }
}
