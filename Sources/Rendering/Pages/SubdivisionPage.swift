import Cartography
import FrontMatter
import Linking
import Markup
import SheetModel
import Templates

/// A part of a country: a region, a state or a province of ISO 3166-2.
enum SubdivisionPage {
  /// Degrees of latitude that the map shows north and south of the seats: some 180 km, and twice as far west and east, so that the place is known by its
  /// coasts and borders.
  private static let margin = 1.6

  static func values(_ site: SiteContext, _ address: String, _ code: String) -> [String: SlotValue] {
    let countryCode = String(code.prefix(2))
    guard let country = site.geography.country(countryCode) else { return [:] }
    let scope = Scope(site, address, sheet: site.places.regionSheet(at: address).flatMap { site.atlas[$0] })
    let region = site.geography.macroRegion(country.macroRegion)
    let name = site.subdivisionName(code)
    let listed = site.geography.subdivisionName(code)
    var crumbs = [FrameValues.Crumb("Regions", "regions/index.html")]
    if let region { crumbs.append(.init(region.name, Address.macroRegion(region.id))) }
    crumbs += [.init(country.name, Address.country(countryCode)), .init(name)]
    var facts = Blocks.fact("Code", "ISO 3166-2 \(code)", note: name == listed ? HTML() : "\(listed)")
    facts += Blocks.fact("Country", scope.countryLink(countryCode))
    if let region {
      facts += Blocks.fact("Macro-region", "<a href=\"\(scope.link(Address.macroRegion(region.id)))\">\(region.name)</a>")
    }
    let clusters = SiteContext.byName(site.places.clusters(inSubdivision: code))
    let page = RegionPage.Place(
      name: name, kind: "Part of \(country.name)", crumbs: crumbs, facts: facts, clusters: clusters,
      policies: policies(clusters, scope), policiesNote: "Named by the clusters here.",
      extent: extent(clusters) ?? site.maps.extent(of: [country.numeric]), highlight: [country.numeric],
      highlighted: country.name,
      said: ["code", "level", "countries", "policies"])
    return RegionPage.values(page, scope)
  }

  /// The policies that the clusters name, and those of the place's own sheet.
  private static func policies(_ clusters: [Sheet], _ scope: Scope) -> [Sheet] {
    let named = clusters.flatMap { scope.site.network.programmes(of: $0.id.id) }.compactMap {
      scope.site.network.programmes[$0].sheet
    }
    let own = scope.sheet?.tree.root["policies"]?.items.map { SheetID(.policy, $0.text) } ?? []
    let ids = Set(named + own).filter { $0.kind == .policy && scope.site.isPublished($0) }
    return ids.compactMap { scope.site.atlas[$0] }
  }

  /// The part of the world around the seats; nil where there is none.
  private static func extent(_ clusters: [Sheet]) -> MapExtent? {
    let seats = clusters.compactMap { $0.cluster?.seat }
    return MapExtent(around: seats.map { GeoPoint(latitude: $0.latitude.value, longitude: $0.longitude.value) })?
      .framed(margin: margin, breadth: 2)
  }

  /// The subdivisions of a country that have a page, by name.
  static func table(ofCountry code: String, _ scope: Scope) -> RegionPage.Parts {
    let site = scope.site
    let codes = site.places.subdivisions(ofCountry: code).sorted { a, b in
      let (x, y) = (site.subdivisionName(a), site.subdivisionName(b))
      return x == y ? a < b : DiacriticFolding.precedes(x, y)
    }
    guard !codes.isEmpty else { return .init(title: "Regions", html: HTML()) }
    let rows = codes.map { code -> HTML in
      let count = site.places.clusters(inSubdivision: code).count
      return
        "<th scope=\"row\">\(scope.subdivisionLink(code))</th><td>\(code)</td><td class=\"num\">\(count == 0 ? "–" : Numbers.grouped(count))</td>"
    }
    let table = Table.make(
      caption: "Regions and their clusters",
      columns: [Column("Region"), Column("ISO 3166-2"), Column("Clusters", number: true)], narrow: true, rows: rows)
    return .init(title: "Regions", html: table)
  }
}
