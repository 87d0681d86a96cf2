extension MapExtent {
  /// The box with land around it, and broad enough for a map that lies on a page.
  ///
  /// - Parameters:
  ///   - margin: degrees of latitude added in the north and in the south.
  ///   - breadth: how many times as wide as high the box is to be at least, measured on the ground.
  package func framed(margin: Double, breadth: Double) -> MapExtent {
    let (south, north) = (max(-90, self.south - margin), min(90, self.north + margin))
    let stretch = max(0.1, Trigonometry.cosine(degrees: (south + north) / 2))
    let wanted = max((north - south) * breadth / stretch, width + 2 * margin / stretch)
    let width = min(359, wanted)
    let west = middleLongitude - width / 2
    return MapExtent(south: south, north: north, west: west, east: west + width)
  }
}
