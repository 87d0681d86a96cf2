import Cartography
import Markup
import SheetAnalysis
import SheetModel

/// The maps of the site, prepared once: their land is the same on every page.
struct MapShelf: Sendable {
  private let base: BaseMap?
  private let world: WorldMap?
  private let worldLocator: LocatorMap?
  /// A locator for each macro-region that has clusters.
  private let locators: [String: LocatorMap]
  private let extents: [String: MapExtent]
  /// Where the clusters crowd: the same larger maps stand below every map of the world.
  let insets: [InsetPlan]

  /// - Parameter regions: the macro-regions with clusters, each with the map's ids of its countries.
  init(_ maps: BaseMaps, clusters: [Sheet], geography: Geography, regions: [String: Set<String>]) {
    let base = maps.parts
    self.base = base
    insets = maps.world == nil ? [] : InsetPlan.make(clusters, geography)
    world = maps.world.map { [insets] in WorldMap(base: $0, parts: maps.parts, insets: insets.map { $0.inset(count: 0) }) }
    let used = Self.countries(clusters, geography)
    worldLocator = maps.world.map { LocatorMap(base: $0, countries: used["", default: []]) }
    var locators: [String: LocatorMap] = [:]
    var extents: [String: MapExtent] = [:]
    for (region, countries) in regions {
      guard let base, let extent = base.extent(of: countries) else { continue }
      extents[region] = extent
      locators[region] = LocatorMap(base: base, extent: extent, countries: used[region, default: []])
    }
    self.locators = locators
    self.extents = extents
  }

  func extent(ofMacroRegion id: String) -> MapExtent? { extents[id] }

  /// A place in the middle of a country, by its number on the map.
  func middle(ofCountry id: String) -> GeoPoint? { base?.middle(of: id) }

  /// How far apart two places lie on the map of the world, in thousandths of its width.
  func worldDistance(from a: GeoPoint, to b: GeoPoint) -> Double { world?.worldDistance(from: a, to: b) ?? 0 }

  func extent(of countries: Set<String>) -> MapExtent? { base?.extent(of: countries) }

  func draw(_ points: [MapPoint], _ options: MapOptions) -> DrawnMap? { world?.draw(points: points, options: options) }

  /// The map alone, where nothing has to be said of it.
  func render(_ points: [MapPoint], _ options: MapOptions) -> HTML { draw(points, options)?.svg ?? HTML() }

  /// Where a cluster is: in its macro-region, or where that does not show it in the world; its countries highlighted, its further places joined
  /// to the seat.
  func locator(_ cluster: ClusterFacts, _ geography: Geography, title: String, className: String) -> HTML {
    guard let seat = cluster.seat else { return HTML() }
    let region = cluster.countries.first.flatMap { geography.country($0.value)?.macroRegion }
    let regional = region.flatMap { locators[$0] }.flatMap {
      $0.shows(latitude: seat.latitude.value, longitude: seat.longitude.value) ? $0 : nil
    }
    return (regional ?? worldLocator)?.render(
      latitude: seat.latitude.value, longitude: seat.longitude.value, title: title, className: className,
      countries: cluster.countries.compactMap { geography.country($0.value)?.numeric },
      places: cluster.places.map { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }) ?? HTML()
  }

  /// For each macro-region, and under `""` for the world, the countries of the clusters whose locator it is.
  private static func countries(_ clusters: [Sheet], _ geography: Geography) -> [String: Set<String>] {
    var used: [String: Set<String>] = [:]
    for cluster in clusters.compactMap(\.cluster) {
      let numeric = cluster.countries.compactMap { geography.country($0.value)?.numeric }
      let region = cluster.countries.first.flatMap { geography.country($0.value)?.macroRegion } ?? ""
      used[region, default: []].formUnion(numeric)
      used["", default: []].formUnion(numeric)
    }
    return used
  }
}
