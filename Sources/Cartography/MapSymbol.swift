import Markup

/// The mark of a point on a map. Colour alone would fail in grey print: every theme has its shape.
package enum MapSymbol: String, Sendable, CaseIterable {
  case circle
  case square
  case triangle
  case diamond
  case hexagon

  /// A symbol for legends and lists: an inline picture of 12 × 12 pixels, hidden from screen readers because text stands beside it.
  ///
  /// - Parameter category: 0…4, written as the class `theme-1`…`theme-5`.
  package static func svg(_ shape: MapSymbol, category: Int) -> HTML {
    var html = HTML()
    html.open(
      "svg",
      [
        "class": "mark \(className(category: category))", "viewBox": "-6 -6 12 12", "width": "12", "height": "12",
        "aria-hidden": "true", "focusable": "false",
      ])
    html.append(shape.markup(radius: 4.4))
    html.close("svg")
    return html
  }

  /// The class that gives a category its colour.
  package static func className(category: Int) -> String { "theme-\(min(4, max(0, category)) + 1)" }

  /// The shape around the origin, as large in area as a circle of `radius`.
  func markup(radius: Double) -> HTML {
    var html = HTML()
    let half: [(x: Double, y: Double)]
    switch self {
    case .circle:
      html.open("circle", ["r": FixedPoint.text(radius)])
      html.close("circle")
      return html
    // Half the side is √π / 2; the triangle's centre of mass is a third up; a hexagon stands on a corner.
    case .square: half = [(-0.886, -0.886), (0.886, -0.886), (0.886, 0.886), (-0.886, 0.886)]
    case .triangle: half = [(0, -1.555), (1.347, 0.778), (-1.347, 0.778)]
    case .diamond: half = [(0, -1.253), (1.253, 0), (0, 1.253), (-1.253, 0)]
    case .hexagon: half = [(0, -1.1), (0.952, -0.55), (0.952, 0.55), (0, 1.1), (-0.952, 0.55), (-0.952, -0.55)]
    }
    let corners = half.map { "\(FixedPoint.text($0.x * radius)) \(FixedPoint.text($0.y * radius))" }
    html.open("path", ["d": "M\(corners.joined(separator: " "))z"])
    html.close("path")
    return html
  }
}
