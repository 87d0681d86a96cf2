/// Reads a TopoJSON topology (github.com/topojson/topojson-specification) into a `BaseMap`. Members may stand in any order; what
/// the map does not need is passed over.
struct TopologyReader {
  private var scanner: JSONScanner
  private var countries: [BaseMap.Country]?
  /// Coordinates as they stand in the file: x and y in turn.
  private var numbers: [Double] = []
  private var starts: [Int] = [0]
  private var hasArcs = false
  private var transform: (scale: (x: Double, y: Double), shift: (x: Double, y: Double))?

  init(_ bytes: [UInt8]) {
    scanner = JSONScanner(bytes)
    numbers.reserveCapacity(min(bytes.count / 4, 1 << 20))
  }

  mutating func read() -> Result<BaseMap, UnreadableMap> {
    readMembers()
    if scanner.problem == nil, let countries, hasArcs, let points = place() {
      let arcs = starts.count - 1
      let rings = countries.lazy.flatMap(\.polygons).flatMap { $0 }
      if rings.allSatisfy({ $0.allSatisfy { ($0 < 0 ? ~$0 : $0) < arcs } }) {
        return .success(BaseMap(countries: countries, points: points, arcStarts: starts))
      }
      scanner.fail("a country names an arc that is not there")
    }
    scanner.fail(hasArcs ? "the object 'countries' is missing" : "the member 'arcs' is missing")
    return .failure(scanner.problem ?? UnreadableMap(reason: "the map is not TopoJSON", offset: 0))
  }

  private mutating func readMembers() {
    scanner.take(Byte.openBrace)
    var count = 0
    while scanner.hasNext(after: count, closing: Byte.closeBrace) {
      count += 1
      switch scanner.key() {
      case "type":
        if scanner.string() != "Topology" { scanner.fail("the type is not 'Topology'") }
      case "objects": readObjects()
      case "arcs": readArcs()
      case "transform": readTransform()
      default: scanner.skip()
      }
    }
  }

  private mutating func readTransform() {
    scanner.take(Byte.openBrace)
    var count = 0
    var scale = (x: 1.0, y: 1.0)
    var shift = (x: 0.0, y: 0.0)
    while scanner.hasNext(after: count, closing: Byte.closeBrace) {
      count += 1
      switch scanner.key() {
      case "scale": scale = pair() ?? scale
      case "translate": shift = pair() ?? shift
      default: scanner.skip()
      }
    }
    transform = (scale, shift)
  }

  private mutating func pair() -> (x: Double, y: Double)? {
    scanner.take(Byte.openBracket)
    guard let x = scanner.number(), scanner.take(Byte.comma), let y = scanner.number() else { return nil }
    scanner.take(Byte.closeBracket)
    return (x, y)
  }

  private mutating func readArcs() {
    hasArcs = true
    (numbers, starts) = ([], [0])
    scanner.take(Byte.openBracket)
    var arcs = 0
    while scanner.hasNext(after: arcs, closing: Byte.closeBracket) {
      arcs += 1
      scanner.take(Byte.openBracket)
      var points = 0
      while scanner.hasNext(after: points, closing: Byte.closeBracket) {
        points += 1
        scanner.take(Byte.openBracket)
        var coordinates = 0
        while scanner.hasNext(after: coordinates, closing: Byte.closeBracket) {
          guard let value = scanner.number() else { return }
          if coordinates < 2 { numbers.append(value) }
          coordinates += 1
        }
        if coordinates < 2 { scanner.fail("a point has fewer than two coordinates") }
      }
      if points < 2 { scanner.fail("an arc has fewer than two points") }
      starts.append(numbers.count / 2)
    }
  }

  private mutating func readObjects() {
    scanner.take(Byte.openBrace)
    var count = 0
    while scanner.hasNext(after: count, closing: Byte.closeBrace) {
      count += 1
      if scanner.key() == "countries" { readCollection() } else { scanner.skip() }
    }
  }

  private mutating func readCollection() {
    scanner.take(Byte.openBrace)
    var count = 0
    while scanner.hasNext(after: count, closing: Byte.closeBrace) {
      count += 1
      guard scanner.key() == "geometries" else {
        scanner.skip()
        continue
      }
      var found: [BaseMap.Country] = []
      scanner.take(Byte.openBracket)
      while scanner.hasNext(after: found.count, closing: Byte.closeBracket) { found.append(country()) }
      countries = found
    }
  }

  private mutating func country() -> BaseMap.Country {
    var id: String?
    var name = ""
    var polygons: [[[Int]]] = []
    scanner.take(Byte.openBrace)
    var count = 0
    while scanner.hasNext(after: count, closing: Byte.closeBrace) {
      count += 1
      switch scanner.key() {
      case "id": id = identifier()
      case "arcs": polygons = self.polygons()
      case "properties": name = self.name() ?? name
      default: scanner.skip()
      }
    }
    return BaseMap.Country(id: id, name: name, polygons: polygons)
  }

  /// `"008"`, or 8 in other people's files, as three digits; anything else is no id.
  private mutating func identifier() -> String? {
    guard let number = identifyingNumber(), (0...999).contains(number) else { return nil }
    return String(String(number + 1000).dropFirst())
  }

  private mutating func identifyingNumber() -> Int? {
    switch scanner.peek() {
    case Byte.quote: return scanner.string().flatMap { Int($0) }
    case .some(let byte) where byte &- 0x30 < 10: return scanner.integer()
    default:
      scanner.skip()
      return nil
    }
  }

  private mutating func name() -> String? {
    guard scanner.peek() == Byte.openBrace else {
      scanner.skip()
      return nil
    }
    scanner.take(Byte.openBrace)
    var count = 0
    var name: String?
    while scanner.hasNext(after: count, closing: Byte.closeBrace) {
      count += 1
      if scanner.key() == "name", scanner.peek() == Byte.quote { name = scanner.string() } else { scanner.skip() }
    }
    return name
  }

  /// The arcs of a polygon (two levels of brackets) or of several (three): the levels tell, so that `type` may come later.
  private mutating func polygons() -> [[[Int]]] {
    var several: [[[Int]]] = []
    var single: [[Int]] = []
    var count = 0
    scanner.take(Byte.openBracket)
    while scanner.hasNext(after: count, closing: Byte.closeBracket) {
      count += 1
      scanner.take(Byte.openBracket)
      guard scanner.peek() == Byte.openBracket else {
        single.append(ring())
        continue
      }
      var rings: [[Int]] = []
      while scanner.hasNext(after: rings.count, closing: Byte.closeBracket) {
        scanner.take(Byte.openBracket)
        rings.append(ring())
      }
      several.append(rings)
    }
    if !single.isEmpty, !several.isEmpty { scanner.fail("a country mixes polygons and rings") }
    return single.isEmpty ? several : [single]
  }

  /// Arc numbers up to the closing bracket; the opening one has been taken.
  private mutating func ring() -> [Int] {
    var arcs: [Int] = []
    while scanner.hasNext(after: arcs.count, closing: Byte.closeBracket) {
      guard let arc = scanner.integer() else { break }
      arcs.append(arc)
    }
    return arcs
  }

  /// The coordinates in degrees: sums and a scale if the file is quantised.
  private mutating func place() -> [GeoPoint]? {
    var points: [GeoPoint] = []
    points.reserveCapacity(numbers.count / 2)
    for arc in 0..<(starts.count - 1) {
      var (x, y) = (0.0, 0.0)
      for i in starts[arc]..<starts[arc + 1] {
        var (longitude, latitude) = (numbers[2 * i], numbers[2 * i + 1])
        if let transform {
          x += longitude
          y += latitude
          longitude = x * transform.scale.x + transform.shift.x
          latitude = y * transform.scale.y + transform.shift.y
        }
        guard abs(longitude) <= 180.001, abs(latitude) <= 90.001 else {
          scanner.fail("a point lies off the globe")
          return nil
        }
        points.append(GeoPoint(latitude: min(90, max(-90, latitude)), longitude: longitude))
      }
    }
    return points
  }
}

private enum Byte {
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D
  static let openBracket: UInt8 = 0x5B
  static let closeBracket: UInt8 = 0x5D
  static let comma: UInt8 = 0x2C
  static let quote: UInt8 = 0x22
}
