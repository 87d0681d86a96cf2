/// Something to be shown on a map.
package struct MapPoint: Sendable {
  package var latitude: Double
  package var longitude: Double
  /// What a tool-tip and a screen reader say: name and place.
  package var title: String
  /// Where a click leads; without it the point is no link.
  package var href: String?
  /// 0…4: the theme, which is the class `theme-1`…`theme-5`.
  package var category: Int
  package var shape: MapSymbol
  /// 1 (small) to 4 (very large); nil: sizes are not shown.
  package var size: Int?
  /// Drawn larger, with the class `is-emphasised`.
  package var isEmphasised: Bool

  package init(
    latitude: Double, longitude: Double, title: String, href: String? = nil, category: Int, shape: MapSymbol, size: Int? = nil,
    isEmphasised: Bool = false
  ) {
    self.latitude = latitude
    self.longitude = longitude
    self.title = title
    self.href = href
    self.category = category
    self.shape = shape
    self.size = size
    self.isEmphasised = isEmphasised
  }

  /// The radius of a circle as large as the symbol, in units of the map, where `middle` is that of a point without a size.
  func radius(middle: Double) -> Double {
    let factor: Double
    switch size {
    case nil: factor = 1
    case .some(...1): factor = 0.75
    case 2: factor = 1
    case 3: factor = 1.35
    case .some: factor = 1.8
    }
    return middle * factor * (isEmphasised ? 1.4 : 1)
  }
}
