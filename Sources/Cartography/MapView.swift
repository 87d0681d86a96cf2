/// A place in the plane or, while lines are cut, in degrees (x the longitude from the map's middle, y the latitude).
struct Vertex: Equatable {
  var x: Double
  var y: Double
}

/// How a map looks at the globe: projection, scale and frame. Places become units of the SVG's view box, y growing downwards.
struct MapView: Sendable {
  private enum Projection: Sendable {
    case equalEarth(EqualEarth)
    case azimuthal(AzimuthalEqualArea)
  }

  /// South of this the world map shows nothing: the land there is Antarctica, and without it the rest is larger.
  static let worldSouth = -58.0
  /// The least difference of latitude that a part of the world shows, in degrees (2.5° is 278 km).
  private static let leastHeight = 2.5

  /// Units of the view box.
  let width: Int
  let height: Int
  /// The meridian in the middle, in degrees.
  let centralMeridian: Double
  /// What the frame can show, longitudes from the central meridian; never smaller than that.
  let window: BaseMap.Box
  /// Whether the map shows all the world.
  let isWorld: Bool
  /// The box of degrees that is the globe in this projection, its sides the far meridian and the poles; nil where the globe fills
  /// the frame.
  let globe: BaseMap.Box?
  private let projection: Projection
  private let scale: Double
  private let shift: Vertex

  /// The world in Equal Earth, from `worldSouth` to the North Pole.
  static func world(width: Int) -> MapView {
    let frame = BaseMap.Box(west: -180, east: 180, south: worldSouth, north: 90)
    return MapView(.equalEarth(EqualEarth()), frame: frame, centralMeridian: 0, width: width, isWorld: true)
  }

  /// A part of the world: Lambert's azimuthal projection about its middle, or Equal Earth where the part is too wide for it.
  ///
  /// - Parameter aspect: width by height, where the map must fit into a row of others; nil: as the part itself is.
  static func part(_ extent: MapExtent, width: Int, aspect: Double? = nil) -> MapView {
    // A single place gets some land around it: closer than this the coasts of a 1:50 million map look hewn.
    let height = max(extent.height, leastHeight)
    let middle = min(90 - height / 2, max(-90 + height / 2, (extent.south + extent.north) / 2))
    let stretch = max(0.1, Trigonometry.cosine(degrees: middle))
    let half = min(180, max(extent.width / 2, leastHeight / 2 / stretch))
    let frame = BaseMap.Box(west: -half, east: half, south: middle - height / 2, north: middle + height / 2)
    let azimuthal = AzimuthalEqualArea(centreLatitude: middle)
    let isNear = azimuthal.reaches(frame)
    return MapView(
      isNear ? .azimuthal(azimuthal) : .equalEarth(EqualEarth()), frame: frame, centralMeridian: extent.middleLongitude,
      width: width, isWorld: false, aspect: aspect)
  }

  private init(
    _ projection: Projection, frame: BaseMap.Box, centralMeridian: Double, width: Int, isWorld: Bool, aspect: Double? = nil
  ) {
    let width = min(4000, max(40, width))
    let margin = isWorld ? 2 : Double(width) / 40
    self.projection = projection
    self.centralMeridian = centralMeridian
    self.isWorld = isWorld
    self.width = width
    var (left, right, bottom, top) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
    for step in 0...64 {
      let part = Double(step) / 64
      let longitude = frame.west + (frame.east - frame.west) * part
      let latitude = frame.south + (frame.north - frame.south) * part
      for (x, y) in [
        (longitude, frame.south), (longitude, frame.north), (frame.west, latitude), (frame.east, latitude), (0, latitude),
      ] {
        let place = Self.plane(projection, longitude: x, latitude: y)
        (left, right) = (min(left, place.x), max(right, place.x))
        (bottom, top) = (min(bottom, place.y), max(top, place.y))
      }
    }
    // Neither a strip nor a tower that no screen holds: a frame between 5:2 and 11:10.
    let (least, most) = aspect.map { ($0, $0) } ?? (1.1, 2.5)
    let (wide, high) = (max(right - left, (top - bottom) * least), max(top - bottom, (right - left) / most))
    scale = (Double(width) - 2 * margin) / wide
    height = Int((high * scale + 2 * margin).rounded())
    shift = Vertex(
      x: Double(width) / 2 - (left + right) / 2 * scale, y: Double(height) / 2 + (bottom + top) / 2 * scale)
    if case .equalEarth = projection {
      globe = BaseMap.Box(west: -180, east: 180, south: isWorld ? frame.south : -90, north: 90)
    } else {
      globe = nil
    }
    window =
      isWorld
      ? BaseMap.Box(west: -180, east: 180, south: frame.south, north: 90)
      : Self.window(projection, scale: scale, shift: shift, width: width, height: height)
  }

  /// Where a place falls; `longitude` counts from the central meridian, in degrees.
  func project(relative longitude: Double, latitude: Double) -> Vertex {
    let place = Self.plane(projection, longitude: longitude, latitude: latitude)
    return Vertex(x: place.x * scale + shift.x, y: shift.y - place.y * scale)
  }

  /// Where a place falls.
  func project(_ point: GeoPoint) -> Vertex {
    project(relative: relative(point.longitude), latitude: point.latitude)
  }

  /// A longitude counted from the central meridian, −180…180.
  func relative(_ longitude: Double) -> Double {
    let difference = longitude - centralMeridian
    return abs(difference) <= 180 ? difference : difference - 360 * (difference / 360).rounded()
  }

  /// The place that falls on a point; nil where there is none.
  func place(at vertex: Vertex) -> GeoPoint? {
    Self.unplane(projection, x: (vertex.x - shift.x) / scale, y: (shift.y - vertex.y) / scale).map {
      GeoPoint(latitude: $0.latitude, longitude: ($0.longitude + centralMeridian).unrolled(after: 0))
    }
  }

  /// How many kilometres a unit is in the middle of the map; nil where the projection is true nowhere near it. The globe is a sphere with
  /// the area of WGS 84.
  var kilometresPerUnit: Double? {
    if case .azimuthal = projection { 6371.007 / scale } else { nil }
  }

  func contains(_ vertex: Vertex) -> Bool {
    vertex.x >= 0 && vertex.y >= 0 && vertex.x <= Double(width) && vertex.y <= Double(height)
  }

  private static func plane(_ projection: Projection, longitude: Double, latitude: Double) -> Vertex {
    switch projection {
    case .equalEarth(let equalEarth):
      let place = equalEarth.project(latitude: latitude, longitude: longitude)
      return Vertex(x: place.x, y: place.y)
    case .azimuthal(let azimuthal):
      let place = azimuthal.project(latitude: latitude, longitude: longitude)
      return Vertex(x: place.x, y: place.y)
    }
  }

  private static func unplane(_ projection: Projection, x: Double, y: Double) -> (latitude: Double, longitude: Double)? {
    switch projection {
    case .equalEarth(let equalEarth): equalEarth.unproject(x: x, y: y)
    case .azimuthal(let azimuthal): azimuthal.unproject(x: x, y: y)
    }
  }

  /// The box of degrees that covers the frame: the places along its edge, and everything around a pole that lies in it.
  private static func window(_ projection: Projection, scale: Double, shift: Vertex, width: Int, height: Int) -> BaseMap.Box {
    let everything = BaseMap.Box(west: -180, east: 180, south: -90, north: 90)
    var box = BaseMap.Box(west: 0, east: 0, south: 90, north: -90)
    func isInside(_ place: Vertex) -> Bool {
      let (x, y) = (place.x * scale + shift.x, shift.y - place.y * scale)
      return x >= -2 && y >= -2 && x <= Double(width) + 2 && y <= Double(height) + 2
    }
    for step in 0...48 {
      let x = Double(width) * Double(step) / 48
      let y = Double(height) * Double(step) / 48
      for (x, y) in [(x, 0), (x, Double(height)), (0, y), (Double(width), y)] {
        guard let place = unplane(projection, x: (x - shift.x) / scale, y: (shift.y - y) / scale) else { return everything }
        (box.west, box.east) = (min(box.west, place.longitude), max(box.east, place.longitude))
        (box.south, box.north) = (min(box.south, place.latitude), max(box.north, place.latitude))
      }
    }
    if case .azimuthal = projection {
      for pole in [90.0, -90.0] where isInside(plane(projection, longitude: 0, latitude: pole)) {
        (box.west, box.east) = (-180, 180)
        (box.south, box.north) = (min(box.south, pole), max(box.north, pole))
      }
    }
    let pad = 1.0
    return BaseMap.Box(
      west: max(-180, box.west - pad), east: min(180, box.east + pad),
      south: max(-90, box.south - pad), north: min(90, box.north + pad))
  }
}
