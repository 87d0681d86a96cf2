import Cartography
import EcosystemSchema
import Linking
import Markup
import SheetModel

/// A way to read the clusters on a map: by what their marks differ.
package enum MapReading: String, CaseIterable, Sendable, Hashable {
  case theme
  case size
  case anchorage
  case dimension
  case stage
  case band

  static let index = "maps/index.html"

  /// The list of maps and a page for each.
  static var routes: [Route] {
    [Route(index, .map(nil))] + allCases.map { Route($0.address, .map($0)) }
  }

  var address: String { "maps/\(rawValue).html" }

  var title: String {
    switch self {
    case .theme: "Theme"
    case .size: "Size"
    case .anchorage: "Regional anchorage"
    case .dimension: "Geographic dimension"
    case .stage: "Life-cycle stage"
    case .band: "Visibility band"
    }
  }

  /// What the map asks of the clusters.
  var sentence: String {
    switch self {
    case .theme: "Which field of industry and technology a cluster works in. Each cluster has one theme; it may touch others."
    case .size: "How large a cluster is, by the thresholds of this atlas. A class says how much there is, not how good it is."
    case .anchorage:
      "What holds a cluster in its region: firms that gather as around a magnet, skills that are linked in a network, or both."
    case .dimension: "How far apart the members of a cluster are, as a rule: one park, one town, one region, one country or more."
    case .stage: "Where a cluster stands in its life, as its own sources tell it."
    case .band: "How many kinds of method, and how many initiatives, name a cluster. A band is no rank."
    }
  }

  /// The field of a cluster's sheet that holds the value; nil where the value is worked out.
  private var path: String? {
    switch self {
    case .theme: nil
    case .size: "size.class"
    case .anchorage: "anchorage.type"
    case .dimension: "location.dimension"
    case .stage: "life_cycle.stage"
    case .band: nil
    }
  }

  /// The value of a cluster; nil where nothing is said.
  func value(of sheet: Sheet, _ site: SiteContext) -> String? {
    guard let cluster = sheet.cluster else { return nil }
    switch self {
    case .theme: return cluster.theme?.value
    case .size: return cluster.sizeClass?.value
    case .anchorage: return cluster.anchorage
    case .dimension: return cluster.dimension
    case .stage: return cluster.stage
    case .band: return site.atlas.visibility(of: sheet)?.band.rawValue
    }
  }

  /// The values that there can be, in the order of the schema.
  func choices(_ site: SiteContext) -> [Choice] {
    switch self {
    case .theme: site.themes.map { Choice(value: $0.id.id, label: $0.name.value) }
    case .band: VisibilityBand.allCases.map { Choice(value: $0.rawValue, label: "Band \($0.rawValue)") }
    default: path.flatMap { site.field(of: .cluster)?.at($0)?.values } ?? []
    }
  }

  /// What stands for a value that a sheet does not give.
  var silence: String {
    self == .band ? "Named by no initiative" : "Not said"
  }
}
