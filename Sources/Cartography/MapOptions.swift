import Markup

/// How a map is to look.
package struct MapOptions: Sendable {
  /// The map's name, for those who do not see it.
  package var title: String
  /// What the map shows, in a sentence; may be empty.
  package var description: String
  /// Begins the map's ids, which must be unique on a page: `<prefix>-title`, `<prefix>-desc`.
  package var idPrefix: String
  /// The part of the world to show; nil: all of it.
  package var extent: MapExtent?
  /// Units of the view box from left to right, which are CSS pixels when the map is shown that wide: symbols keep their size in them.
  package var width: Int
  /// Width by height of a part of the world; nil: as the part itself is.
  package var aspect: Double?
  /// Countries (ISO 3166-1 numeric, three digits) that get a path of their own with the class `land-highlight`.
  package var highlight: Set<String>
  /// The radius of a point without size, in units of the view box; nil: 3.6 for the world, 5 for a part of it.
  package var symbolRadius: Double?
  /// Whether names are written beside the marks, as far as there is room.
  package var hasLabels: Bool
  /// Whether a bar below the map gives its scale; only maps of a part of the world have one.
  package var hasScaleBar: Bool
  /// Whether marks stay where they are, lie on each other and are no links: for thousands of marks.
  package var isPlain: Bool
  /// Whether the map is the world, small and without borders; hidden from screen readers, since what it stands for is said beside it.
  package var isStamp: Bool
  /// Parts that have a map of their own, drawn as frames.
  package var insets: [MapInset]
  /// Lines and rings under the points.
  package var overlay = MapOverlay()

  package init(
    title: String, description: String = "", idPrefix: String = "map", extent: MapExtent? = nil, width: Int = 1000,
    aspect: Double? = nil, highlight: Set<String> = [], symbolRadius: Double? = nil, hasLabels: Bool = false,
    hasScaleBar: Bool = false, isPlain: Bool = false, isStamp: Bool = false, insets: [MapInset] = []
  ) {
    self.title = title
    self.description = description
    self.idPrefix = idPrefix
    self.extent = extent
    self.width = width
    self.aspect = aspect
    self.highlight = highlight
    self.symbolRadius = symbolRadius
    self.hasLabels = hasLabels
    self.hasScaleBar = hasScaleBar
    self.isPlain = isPlain
    self.isStamp = isStamp
    self.insets = insets
  }
}

/// A part of a map that is drawn once more, larger.
package struct MapInset: Sendable {
  /// The letter that the frame and the larger map share.
  package let letter: String
  /// Where a click on the frame leads.
  package let href: String
  package let title: String
  package let extent: MapExtent
  package let width: Int
  package let aspect: Double?

  package init(letter: String, href: String, title: String, extent: MapExtent, width: Int, aspect: Double?) {
    self.letter = letter
    self.href = href
    self.title = title
    self.extent = extent
    self.width = width
    self.aspect = aspect
  }

  /// The larger map's own view, whose edge is the frame.
  var view: MapView { MapView.part(extent, width: width, aspect: aspect) }
}

/// A map, and what the text beside it must say.
package struct DrawnMap: Sendable {
  package let svg: HTML
  /// Points that the map does not show, by their place in the list given.
  package let absent: [Int]
  /// Whether some marks stand beside their places, at the end of a line.
  package let hasLeaders: Bool
  /// How many names found no room.
  package let unnamed: Int
  /// Whether some marks stand only on the larger maps.
  package let hasFoldedInsets: Bool
}
