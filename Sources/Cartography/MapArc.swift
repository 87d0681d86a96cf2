import Markup

/// A line between two places of a map.
package struct MapArc: Sendable {
  package var from: GeoPoint
  package var to: GeoPoint
  /// What a tool-tip and a screen reader say.
  package var title: String
  /// The pattern of its line, from 1: the class `tie-1`…`tie-9`.
  package var pattern: Int
  /// 0 for the first line between two places, 1, 2 … for further ones, which keep apart from it.
  package var lane: Int

  package init(from: GeoPoint, to: GeoPoint, title: String, pattern: Int, lane: Int = 0) {
    self.from = from
    self.to = to
    self.title = title
    self.pattern = pattern
    self.lane = lane
  }

  /// The class that gives a line its pattern; nine patterns can be told apart, and then they begin again.
  package static func className(pattern: Int) -> String { "tie-\((max(1, pattern) - 1) % 9 + 1)" }

  /// A line for legends: an inline picture of 36 × 8 pixels, hidden from screen readers because text stands beside it.
  package static func sample(pattern: Int) -> HTML {
    var html = HTML()
    html.open(
      "svg",
      [
        "class": "tie-sample", "viewBox": "0 0 36 8", "width": "36", "height": "8", "aria-hidden": "true", "focusable": "false",
      ])
    html.element("path", ["class": "arc \(className(pattern: pattern))", "fill": "none", "d": "M0 4h36"], "")
    html.close("svg")
    return html
  }
}

/// A ring on a map: a place that stands for something whose own place is not known.
package struct MapRing: Sendable {
  package var place: GeoPoint
  package var title: String

  package init(place: GeoPoint, title: String) {
    self.place = place
    self.title = title
  }
}

/// What lies between the land and the points of a map: `arcs`, and rings of the class `partner`.
package struct MapOverlay: Sendable {
  package var arcs: [MapArc]
  package var rings: [MapRing]

  package init(arcs: [MapArc] = [], rings: [MapRing] = []) {
    self.arcs = arcs
    self.rings = rings
  }

  var isEmpty: Bool { arcs.isEmpty && rings.isEmpty }
}
