/// A box of degrees that a map is to show. A box across the anti-meridian has `west` greater than `east` (Fiji: 177 to −178).
package struct MapExtent: Sendable, Hashable {
  package let south: Double
  package let north: Double
  package let west: Double
  package let east: Double

  /// Values off the globe are brought back onto it; south and north may be given in either order.
  package init(south: Double, north: Double, west: Double, east: Double) {
    func latitude(_ value: Double) -> Double { value.isFinite ? min(90, max(-90, value)) : 0 }
    func longitude(_ value: Double) -> Double {
      guard value.isFinite else { return 0 }
      return abs(value) <= 180 ? value : value - 360 * (value / 360).rounded()
    }
    self.south = min(latitude(south), latitude(north))
    self.north = max(latitude(south), latitude(north))
    self.west = longitude(west)
    self.east = longitude(east)
  }

  /// The smallest box that holds the points, the anti-meridian crossed where that makes it narrower; nil without points.
  package init?(around points: some Sequence<GeoPoint>) {
    var south = Double.infinity
    var north = -Double.infinity
    var longitudes: [Double] = []
    for point in points where point.latitude.isFinite && point.longitude.isFinite {
      south = min(south, point.latitude)
      north = max(north, point.latitude)
      longitudes.append(point.longitude)
    }
    longitudes.sort()
    guard let first = longitudes.first, let last = longitudes.last else { return nil }
    // The widest gap between neighbours is what the box leaves out.
    var (west, east, gap) = (first, last, first + 360 - last)
    for (left, right) in zip(longitudes, longitudes.dropFirst()) where right - left > gap {
      (west, east, gap) = (right, left, right - left)
    }
    self.init(south: south, north: north, west: west, east: east)
  }

  /// The box made larger for points that lie outside it, as far as they are near: a third of its own size, or 3°.
  package func including(_ points: [GeoPoint]) -> MapExtent {
    var (south, north, west, east) = (self.south, self.north, middleLongitude - width / 2, middleLongitude + width / 2)
    let (reachUp, reachAcross) = (max(3, height / 3), max(3, width / 3))
    for point in points where abs(point.latitude) <= 90 && point.longitude.isFinite {
      let longitude = point.longitude.unrolled(after: middleLongitude)
      guard point.latitude >= self.south - reachUp, point.latitude <= self.north + reachUp,
        abs(longitude - middleLongitude) <= width / 2 + reachAcross
      else { continue }
      (south, north) = (min(south, point.latitude), max(north, point.latitude))
      (west, east) = (min(west, longitude), max(east, longitude))
    }
    guard east - west < 360 else { return self }
    return MapExtent(south: south, north: north, west: west, east: east)
  }

  /// Degrees from west to east, 0…360.
  package var width: Double { east >= west ? east - west : east - west + 360 }

  /// Degrees from south to north.
  package var height: Double { north - south }

  var middleLongitude: Double {
    let middle = west + width / 2
    return middle > 180 ? middle - 360 : middle
  }
}
