import FrontMatter
import SourceText

/// What the compiler itself needs to know of a cluster: lists, maps, bands and rules work on this.
package struct ClusterFacts: Sendable {
  package private(set) var theme: Located<String>?
  package private(set) var secondaryThemes: [String]
  /// ISO 3166-1 alpha-2, the seat's first.
  package let countries: [Located<String>]
  /// ISO 3166-2.
  package let subdivisions: [Located<String>]
  package let seat: Seat?
  package let places: [Place]
  package let founded: Located<Int>?
  package let entity: String?
  package let status: String?
  package let dimension: String?
  package let sizeClass: Located<String>?
  package let sizeFigure: String?
  package let anchorage: String?
  package let stage: String?
  package let identifications: [Identification]
  package let relations: [Relation]
}

/// The one place that stands for a cluster on maps; degrees, WGS 84.
package struct Seat: Sendable {
  package let city: String
  package let latitude: Located<Double>
  package let longitude: Located<Double>
  package let span: Span
}

/// A further place.
package struct Place: Sendable {
  package let name: String
  package let latitude: Double
  package let longitude: Double
  package let span: Span
}

/// An entry of `identified_by`.
package struct Identification: Sendable {
  package let initiative: String
  package let isDirect: Bool
  package let span: Span
}

/// An entry of `relations` that leads to a cluster of the atlas.
package struct Relation: Sendable {
  package let to: Located<String>
  package let type: Located<String>
  package let from: Located<Int>?
  package let until: Int?
  package let programme: String?
  package let span: Span
  package let node: Int
}

extension ClusterFacts {
  /// The same with the names of its themes changed.
  package func renamingThemes(_ rename: (String) -> String) -> ClusterFacts {
    var facts = self
    facts.theme = theme.map { Located(rename($0.value), $0.span) }
    facts.secondaryThemes = secondaryThemes.map(rename)
    return facts
  }

  init(_ root: Node) {
    func text(_ node: Node?) -> String? {
      guard let node, node.isScalar, !node.isBlank else { return nil }
      return node.text
    }
    func located(_ node: Node?) -> Located<String>? { text(node).flatMap { value in node.map { Located(value, $0.span) } } }
    let location = root["location"]
    theme = located(root["theme"])
    secondaryThemes = root["secondary_themes"]?.items.compactMap { text($0) } ?? []
    countries = location?["countries"]?.items.compactMap { located($0) } ?? []
    subdivisions = location?["subdivisions"]?.items.compactMap { located($0) } ?? []
    seat = location?["seat"].flatMap(Seat.init)
    places = location?["places"]?.items.compactMap(Place.init) ?? []
    founded = root["founded"].flatMap { node in node.integer.map { Located($0, node.span) } }
    entity = text(root["entity"])
    status = text(root["status"])
    dimension = text(location?["dimension"])
    sizeClass = located(root["size"]?["class"])
    sizeFigure = text(root["size"]?["figure"])
    anchorage = text(root["anchorage"]?["type"])
    stage = text(root["life_cycle"]?["stage"])
    identifications =
      root["identified_by"]?.items.compactMap { item in
        text(item["initiative"]).map {
          Identification(
            initiative: $0, isDirect: item["scope"]?.textEquals("direct") ?? false, span: item["initiative"]?.span ?? item.span)
        }
      } ?? []
    relations =
      root["relations"]?.items.compactMap { item in
        guard let to = item["to"], to.isScalar, !to.isBlank, let type = item["type"], type.isScalar, !type.isBlank else {
          return nil
        }
        return Relation(
          to: Located(to.text, to.span), type: Located(type.text, type.span),
          from: item["from"].flatMap { node in node.integer.map { Located($0, node.span) } }, until: item["until"]?.integer,
          programme: text(item["programme"]), span: item.span, node: item.index)
      } ?? []
  }
}

extension Seat {
  init?(_ node: Node) {
    guard let city = node["city"], let lat = node["lat"], let lon = node["lon"], let latitude = lat.number,
      let longitude = lon.number
    else { return nil }
    self.city = city.text
    self.latitude = Located(latitude, lat.span)
    self.longitude = Located(longitude, lon.span)
    span = node.span
  }
}

extension Place {
  init?(_ node: Node) {
    guard let name = node["name"], let latitude = node["lat"]?.number, let longitude = node["lon"]?.number else { return nil }
    self.name = name.text
    self.latitude = latitude
    self.longitude = longitude
    span = node.span
  }
}
