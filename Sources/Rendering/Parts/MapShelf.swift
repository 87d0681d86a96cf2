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

  /// - Parameter regions: the macro-regions with clusters, each with the map's ids of its countries.
  init(_ maps: BaseMaps, regions: [String: Set<String>]) {
    let base = maps.parts
    self.base = base
    world = maps.world.map { WorldMap(base: $0, parts: maps.parts) }
    worldLocator = maps.world.map { LocatorMap(base: $0) }
    var locators: [String: LocatorMap] = [:]
    var extents: [String: MapExtent] = [:]
    for (region, countries) in regions {
      guard let base, let extent = base.extent(of: countries) else { continue }
      extents[region] = extent
      locators[region] = LocatorMap(base: base, extent: extent)
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

  func render(_ points: [MapPoint], _ options: MapOptions) -> HTML { world?.render(points: points, options: options) ?? HTML() }

  /// Where a place is: in its macro-region, or where that does not show it in the world.
  func locator(latitude: Double, longitude: Double, macroRegion: String?, title: String, category: Int) -> HTML {
    let regional = macroRegion.flatMap { locators[$0] }.flatMap { $0.shows(latitude: latitude, longitude: longitude) ? $0 : nil }
    return (regional ?? worldLocator)?.render(latitude: latitude, longitude: longitude, title: title, category: category)
      ?? HTML()
  }
}

/// Maps as figures of a page, with their legend.
enum MapFigures {
  /// A map of clusters: the world, or the part of it that `extent` gives.
  static func figure(
    _ clusters: [Sheet], _ scope: Scope, title: String, caption: HTML, extent: MapExtent? = nil, highlight: Set<String> = [],
    legend: Bool = true
  ) -> HTML {
    let site = scope.site
    let points = clusters.compactMap { sheet -> MapPoint? in
      guard let cluster = sheet.cluster, let seat = cluster.seat else { return nil }
      let theme = cluster.theme?.value ?? ""
      let short = site.theme(theme)?.theme?.short ?? theme
      return MapPoint(
        latitude: seat.latitude.value, longitude: seat.longitude.value, title: "\(sheet.name.value), \(seat.city): \(short)",
        href: site.link(from: scope.address, to: sheet.id), category: site.themeNumber(theme) - 1,
        shape: ThemeMark.shape(site.theme(theme)))
    }
    // A map of many clusters needs smaller marks, or nothing else is seen.
    let radius = extent == nil ? (points.count > 400 ? 2.6 : points.count > 120 ? 4.0 : 6.0) : (points.count > 120 ? 5.0 : 7.5)
    let options = MapOptions(
      title: title, idPrefix: "map", extent: extent, width: extent == nil ? 1000 : 900, highlight: highlight, symbolRadius: radius
    )
    let svg = site.maps.render(points, options)
    guard !svg.isEmpty else { return HTML() }
    let key: HTML =
      legend
      ? "<ul class=\"legend\">\(site.themes.map { "<li>\(scope.themeLink($0.id.id))</li>" as HTML }.joined())</ul>" : HTML()
    return "<figure class=\"map-figure\">\n\(svg)\n<figcaption>\(key)<span>\(caption)</span></figcaption>\n</figure>"
  }

  /// The small map in the fact column of a datasheet.
  static func locator(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let cluster = sheet.cluster, let seat = cluster.seat else { return HTML() }
    let region = cluster.countries.first.flatMap { scope.site.geography.macroRegion(ofCountry: $0.value) }
    let map = scope.site.maps.locator(
      latitude: seat.latitude.value, longitude: seat.longitude.value, macroRegion: region?.id,
      title: "Where \(sheet.name.value) lies",
      category: scope.site.themeNumber(cluster.theme?.value ?? "") - 1)
    guard !map.isEmpty else { return HTML() }
    let shows = [
      "site": "; the mark shows the site itself", "city": "; the mark shows the middle of the town",
      "area-centroid": "; the mark shows the middle of the area",
    ]
    let precision = sheet.tree.root.at("location.seat.precision")?.text ?? ""
    let place =
      "\(seat.city), \(degrees(seat.latitude.value, "N", "S")), \(degrees(seat.longitude.value, "E", "W"))\(shows[precision] ?? "")"
    return """
      <figure class="locator \(ThemeMark.className(scope.site, cluster.theme?.value ?? ""))">
      \(map)
      <figcaption>\(place)</figcaption>
      </figure>
      """
  }

  /// `55.68° N`, with two decimals: a hundredth of a degree is a kilometre.
  private static func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)° \(value < 0 ? negative : positive)"
  }
}
