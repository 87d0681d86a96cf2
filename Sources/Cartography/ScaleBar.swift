import Markup

/// A bar that is as long as so many kilometres in the middle of a map. Away from the middle it is a little wrong, as on every map.
struct ScaleBar {
  let kilometres: Int
  /// Units of the map.
  let length: Double

  /// The height of the strip below the map in which it stands.
  static let strip = 30

  /// The longest round bar that is not longer than `limit` units.
  init?(kilometresPerUnit: Double, limit: Double) {
    var best = 0
    var magnitude = 1
    while magnitude <= 10_000 {
      for step in [1, 2, 5] where Double(step * magnitude) / kilometresPerUnit <= limit { best = step * magnitude }
      magnitude *= 10
    }
    guard best > 0 else { return nil }
    kilometres = best
    length = Double(best) / kilometresPerUnit
  }

  /// The bar with its text, below a map of this height.
  func markup(mapHeight: Int, left: Double) -> HTML {
    let y = Double(mapHeight) + 16
    var html = HTML()
    html.open("g", ["class": "scale-bar"])
    let (from, to) = (FixedPoint.text(left), FixedPoint.text(left + length))
    html.element(
      "path",
      [
        "d": "M\(from) \(FixedPoint.text(y - 6))V\(FixedPoint.text(y))H\(to)V\(FixedPoint.text(y - 6))", "fill": "none",
        "vector-effect": "non-scaling-stroke",
      ], "")
    html.element(
      "text", ["x": FixedPoint.text(left + length + 8), "y": FixedPoint.text(y + 4)], "\(ScaleBar.grouped(kilometres)) km")
    html.close("g")
    return html
  }

  private static func grouped(_ number: Int) -> String {
    number < 1000 ? String(number) : "\(number / 1000),\(String(number % 1000 + 1000).dropFirst())"
  }
}
