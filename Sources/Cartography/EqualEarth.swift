/// The Equal Earth projection: equal area, pleasant shapes, straight parallels.
///
/// B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of Geographical Information
/// Science 33 (2019), 454–465, doi:10.1080/13658816.2018.1504949, equations 1 to 7; on a sphere of radius 1.
package struct EqualEarth: Sendable {
  /// Half the width of the world: x of the equator at 180° east of the centre.
  package static let halfWidth = 2 * 3.0.squareRoot() * .pi / (3 * a1)
  /// Half the height of the world: y of the North Pole.
  package static let halfHeight = height(ofTheta: .pi / 3)

  private static let a1 = 1.340264
  private static let a2 = -0.081106
  private static let a3 = 0.000893
  private static let a4 = 0.003796
  private static let sineOf60 = 3.0.squareRoot() / 2

  package init() {}

  /// Where a place falls; x grows eastwards, y northwards.
  ///
  /// - Parameters: latitude −90…90 and longitude from the central meridian, −180…180, in degrees.
  package func project(latitude: Double, longitude: Double) -> (x: Double, y: Double) {
    let sineOfTheta = Self.sineOf60 * Trigonometry.sine(degrees: latitude)
    let theta = Trigonometry.arcsine(sineOfTheta)
    let cosineOfTheta = max(0, 1 - sineOfTheta * sineOfTheta).squareRoot()
    let lambda = longitude * Trigonometry.radiansPerDegree
    return (lambda * cosineOfTheta / (Self.sineOf60 * Self.slope(ofTheta: theta)), Self.height(ofTheta: theta))
  }

  /// The place that falls on a point, in degrees; nil where the plane shows no place.
  package func unproject(x: Double, y: Double) -> (latitude: Double, longitude: Double)? {
    guard x.isFinite, y.isFinite, abs(y) <= Self.halfHeight + 1e-9 else { return nil }
    var theta = y / Self.a1
    for _ in 0..<12 {
      let step = (Self.height(ofTheta: theta) - y) / Self.slope(ofTheta: theta)
      theta -= step
      if abs(step) < 1e-14 { break }
    }
    theta = min(.pi / 3, max(-.pi / 3, theta))
    let degrees = theta / Trigonometry.radiansPerDegree
    let sineOfLatitude = Trigonometry.sine(degrees: degrees) / Self.sineOf60
    let latitude = Trigonometry.arcsine(sineOfLatitude) / Trigonometry.radiansPerDegree
    let lambda = x * Self.sineOf60 * Self.slope(ofTheta: theta) / Trigonometry.cosine(degrees: degrees)
    let longitude = lambda / Trigonometry.radiansPerDegree
    guard abs(longitude) <= 180 + 1e-9 else { return nil }
    return (latitude, min(180, max(-180, longitude)))
  }

  /// y as a function of the parametric latitude θ, equation 3.
  private static func height(ofTheta theta: Double) -> Double {
    let square = theta * theta
    let sixth = square * square * square
    return theta * (a1 + a2 * square + sixth * (a3 + a4 * square))
  }

  /// dy/dθ, the denominator of equation 2.
  private static func slope(ofTheta theta: Double) -> Double {
    let square = theta * theta
    let sixth = square * square * square
    return a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
  }
}
