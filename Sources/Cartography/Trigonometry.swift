/// The few functions of angles that maps need, made of additions, multiplications, divisions and square roots only.
///
/// IEEE 754 fixes those to the last bit, while the `sin` of one machine's C library may differ from another's; a map must come out
/// in the same bytes everywhere. Error below 1e-15 for sine and cosine, below 1e-14 radians for the inverse functions.
enum Trigonometry {
  static let radiansPerDegree = Double.pi / 180

  /// Sine of an angle in degrees.
  static func sine(degrees: Double) -> Double {
    guard degrees.isFinite else { return .nan }
    var angle = degrees.truncatingRemainder(dividingBy: 360)
    if angle > 180 { angle -= 360 } else if angle < -180 { angle += 360 }
    if angle > 90 { angle = 180 - angle } else if angle < -90 { angle = -180 - angle }
    if angle > 45 { return cosineSeries((90 - angle) * radiansPerDegree) }
    if angle < -45 { return -cosineSeries((90 + angle) * radiansPerDegree) }
    return sineSeries(angle * radiansPerDegree)
  }

  /// Cosine of an angle in degrees.
  static func cosine(degrees: Double) -> Double {
    let angle = abs(degrees.truncatingRemainder(dividingBy: 360))
    return sine(degrees: 90 - angle)
  }

  /// The angle in radians, −π/2…π/2, whose sine is `value`; values beyond ±1 count as ±1.
  static func arcsine(_ value: Double) -> Double {
    var x = min(1, max(-1, value))
    // sin(a/2) from sin(a): after three halvings the series converges fast.
    for _ in 0..<3 {
      x /= (2 * (1 + max(0, 1 - x * x).squareRoot())).squareRoot()
    }
    let square = x * x
    var term = x
    var sum = x
    for n in 1...12 {
      let odd = Double(2 * n - 1)
      term *= square * odd / (odd + 1)
      sum += term / (odd + 2)
    }
    return 8 * sum
  }

  /// The angle in radians, −π…π, of the direction (`x`, `y`) seen from the origin; 0 at the origin itself.
  static func direction(y: Double, x: Double) -> Double {
    let length = (x * x + y * y).squareRoot()
    guard length > 0 else { return 0 }
    let angle = arcsine(y / length)
    if x >= 0 { return angle }
    return y >= 0 ? .pi - angle : -.pi - angle
  }

  private static func sineSeries(_ x: Double) -> Double {
    let square = x * x
    var term = x
    var sum = x
    for n in 1...9 {
      term *= -square / Double(2 * n * (2 * n + 1))
      sum += term
    }
    return sum
  }

  private static func cosineSeries(_ x: Double) -> Double {
    let square = x * x
    var term = 1.0
    var sum = 1.0
    for n in 1...9 {
      term *= -square / Double((2 * n - 1) * 2 * n)
      sum += term
    }
    return sum
  }
}
