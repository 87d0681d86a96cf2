import Markup

/// The shape of a mark on a map. Colour alone would fail in grey print: whatever differs in colour differs in shape too.
package enum MapSymbol: String, Sendable, CaseIterable {
  case circle
  case square
  case triangle
  case diamond
  case hexagon
  /// A triangle on its point.
  case wedge
  case plus
  case star
  case pentagon
  /// A lying bar: nothing is said.
  case dash

  /// A symbol for legends and lists: an inline picture of 12 × 12 pixels, hidden from screen readers because text stands beside it.
  ///
  /// - Parameter category: 0…4, written as the class `theme-1`…`theme-5`.
  package static func svg(_ shape: MapSymbol, category: Int) -> HTML { MapMark(shape, className(category: category)).svg() }

  /// The class that gives a category its colour.
  package static func className(category: Int) -> String { "theme-\(min(4, max(0, category)) + 1)" }

  /// The shape around the origin, as large in area as a circle of `radius`.
  func markup(radius: Double, className: String? = nil) -> HTML {
    var html = HTML()
    guard !corners.isEmpty else {
      html.open("circle", ["class": className, "r": FixedPoint.text(radius)])
      html.close("circle")
      return html
    }
    let places = corners.map { "\(FixedPoint.text($0.x * radius)) \(FixedPoint.text($0.y * radius))" }
    html.open("path", ["class": className, "d": "M\(places.joined(separator: " "))z"])
    html.close("path")
    return html
  }

  /// The shape as part of a path.
  func data(at centre: Vertex, radius: Double) -> String {
    guard !corners.isEmpty else {
      let (r, d) = (FixedPoint.text(radius), FixedPoint.text(2 * radius))
      return "M\(FixedPoint.text(centre.x - radius)) \(FixedPoint.text(centre.y))a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0-\(d) 0z"
    }
    let places = corners.map { "\(FixedPoint.text(centre.x + $0.x * radius)) \(FixedPoint.text(centre.y + $0.y * radius))" }
    return "M\(places.joined(separator: " "))z"
  }

  /// How far the shape reaches from its middle, where a circle of the same area has the radius 1.
  var reach: Double {
    corners.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }.max() ?? 1
  }

  /// Corners of the shape with the area π around its centre of mass; none for the circle.
  private var corners: [(x: Double, y: Double)] {
    switch self {
    case .circle: []
    // Half the side is √π / 2; the triangle's centre of mass is a third up; a hexagon stands on a corner.
    case .square: [(-0.886, -0.886), (0.886, -0.886), (0.886, 0.886), (-0.886, 0.886)]
    case .triangle: [(0, -1.555), (1.347, 0.778), (-1.347, 0.778)]
    case .diamond: [(0, -1.253), (1.253, 0), (0, 1.253), (-1.253, 0)]
    case .hexagon: [(0, -1.1), (0.952, -0.55), (0.952, 0.55), (0, 1.1), (-0.952, 0.55), (-0.952, -0.55)]
    case .wedge: [(-1.347, -0.778), (1.347, -0.778), (0, 1.555)]
    case .plus:
      [
        (-0.46, -1.084), (0.46, -1.084), (0.46, -0.46), (1.084, -0.46), (1.084, 0.46), (0.46, 0.46), (0.46, 1.084),
        (-0.46, 1.084),
        (-0.46, 0.46), (-1.084, 0.46), (-1.084, -0.46), (-0.46, -0.46),
      ]
    case .star:
      [
        (0, -1.541), (0.408, -0.561), (1.466, -0.476), (0.66, 0.214), (0.906, 1.247), (0, 0.694), (-0.906, 1.247),
        (-0.66, 0.214), (-1.466, -0.476), (-0.408, -0.561),
      ]
    case .pentagon: [(0, -1.149), (1.093, -0.355), (0.676, 0.93), (-0.676, 0.93), (-1.093, -0.355)]
    case .dash: [(-1.535, -0.512), (1.535, -0.512), (1.535, 0.512), (-1.535, 0.512)]
    }
  }
}
