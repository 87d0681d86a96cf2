import Markup

/// How a shape is filled: the third way, beside colour and form, in which marks differ.
package enum MapFill: Sendable, Hashable {
  case solid
  /// The outline alone.
  case hollow
  /// The outline, its right half filled; for circles.
  case half
  /// The outline with a dot in it.
  case dotted
}

/// What a mark looks like: shape, filling, and the class that gives its colour.
package struct MapMark: Sendable, Hashable {
  package let shape: MapSymbol
  package let fill: MapFill
  /// `theme-1`…`theme-5`, or `class-1`…`class-4` for values that have an order, or `class-none`.
  package let className: String

  package init(_ shape: MapSymbol, _ className: String, _ fill: MapFill = .solid) {
    self.shape = shape
    self.fill = fill
    self.className = className
  }

  /// The mark for legends and lists: an inline picture of 12 × 12 pixels, hidden from screen readers because text stands beside it.
  ///
  /// - Parameter radius: of a circle as large, up to 6.
  package func svg(radius: Double = 4.4) -> HTML {
    var html = HTML()
    html.open(
      "svg",
      [
        "class": "mark \(className)", "viewBox": "-6 -6 12 12", "width": "12", "height": "12", "aria-hidden": "true",
        "focusable": "false",
      ])
    html.append(markup(radius: radius))
    html.close("svg")
    return html
  }

  /// How far the mark reaches from its middle.
  func reach(radius: Double) -> Double { shape.reach * radius + (fill == .solid ? 0 : 1) }

  func markup(radius: Double) -> HTML {
    guard fill != .solid else { return shape.markup(radius: radius) }
    var html = shape.markup(radius: radius, className: "hollow")
    let r = FixedPoint.text(radius)
    switch fill {
    case .half:
      html.open("path", ["d": "M0-\(r)A\(r) \(r) 0 0 1 0 \(r)z"])
      html.close("path")
    case .dotted: html.append(MapSymbol.circle.markup(radius: radius * 0.45))
    case .solid, .hollow: break
    }
    return html
  }

  /// Many such marks at once, as one or two paths.
  func paths(_ places: [Vertex], radius: Double) -> HTML {
    var html = HTML()
    func path(_ className: String?, _ shape: MapSymbol, _ radius: Double) {
      html.open("path", ["class": className, "d": places.map { shape.data(at: $0, radius: radius) }.joined()])
      html.close("path")
    }
    path(fill == .solid ? nil : "hollow", shape, radius)
    // So small, a half is a dot.
    if fill == .dotted || fill == .half { path(nil, .circle, radius * (fill == .half ? 0.7 : 0.45)) }
    return html
  }
}
