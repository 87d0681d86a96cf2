/// Something to be shown on a map.
package struct MapPoint: Sendable {
  package var latitude: Double
  package var longitude: Double
  /// What a tool-tip and a screen reader say: name and place.
  package var title: String
  /// What may be written beside the mark; nil: nothing.
  package var label: String?
  /// Where a click leads; without it the point is no link.
  package var href: String?
  package var mark: MapMark
  /// 1 (small) to 4 (very large); nil: sizes are not shown.
  package var size: Int?
  /// Drawn larger, with the class `is-emphasised`.
  package var isEmphasised: Bool
  /// Further places of the same thing, drawn as small dots joined to the mark.
  package var places: [Satellite]

  /// A further place, in degrees.
  package struct Satellite: Sendable {
    package let place: GeoPoint
    package let title: String

    package init(_ place: GeoPoint, title: String) {
      self.place = place
      self.title = title
    }
  }

  package init(
    latitude: Double, longitude: Double, title: String, label: String? = nil, href: String? = nil, mark: MapMark,
    size: Int? = nil, isEmphasised: Bool = false, places: [Satellite] = []
  ) {
    self.latitude = latitude
    self.longitude = longitude
    self.title = title
    self.label = label
    self.href = href
    self.mark = mark
    self.size = size
    self.isEmphasised = isEmphasised
    self.places = places
  }

  /// - Parameter category: 0…4: the class `theme-1`…`theme-5`.
  package init(
    latitude: Double, longitude: Double, title: String, href: String? = nil, category: Int, shape: MapSymbol, size: Int? = nil,
    isEmphasised: Bool = false
  ) {
    self.init(
      latitude: latitude, longitude: longitude, title: title, href: href,
      mark: MapMark(shape, MapSymbol.className(category: category)), size: size, isEmphasised: isEmphasised)
  }

  var place: GeoPoint { GeoPoint(latitude: latitude, longitude: longitude) }

  /// Whether the place is one, and not a slip.
  var isOnGlobe: Bool { abs(latitude) <= 90 && abs(longitude) <= 360 }

  /// The radius of a circle as large as the symbol, in units of the map, where `middle` is that of a point without a size.
  func radius(middle: Double) -> Double { middle * MapPoint.factor(ofSize: size) * (isEmphasised ? 1.4 : 1) }

  /// How much larger a class of size is drawn than a point without one.
  package static func factor(ofSize size: Int?) -> Double {
    switch size {
    case nil: 1
    case .some(...1): 0.75
    case 2: 1
    case 3: 1.35
    case .some: 1.8
    }
  }

  /// From north to south, so that a southern mark lies over a northern one and the tabulator goes down the map.
  static func precedes(_ a: MapPoint, _ b: MapPoint) -> Bool {
    if (a.latitude, a.longitude) != (b.latitude, b.longitude) { return (b.latitude, a.longitude) < (a.latitude, b.longitude) }
    return (a.title, a.href ?? "", a.mark.className, a.mark.shape.rawValue)
      < (b.title, b.href ?? "", b.mark.className, b.mark.shape.rawValue)
  }
}
