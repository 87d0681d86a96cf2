import Markup
import SheetModel
import Templates

/// The world by macro-regions: also those of which nothing is described.
enum WorldPage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead = "The world by the macro-regions of the United Nations (M49). A cluster that lies in two regions is counted in both."
    var contents: [TableOfContents.Entry] = []
    var content = HTML()
    for continent in Continents.of(site.geography) {
      let id = SheetID.slug(of: continent.name)
      content += Blocks.section(id: id, title: continent.name, table(continent.name, continent.regions, scope))
      contents.append(.init(id: id, title: continent.name))
    }
    let others = site.sheets(of: .region).filter { site.places.address(ofRegionSheet: $0.id) == nil }
    if !others.isEmpty {
      content += Blocks.section(
        id: "other-regions", title: "Metropolitan and other regions", count: others.count,
        Blocks.list(others.map { scope.sheetLink($0.id) }, className: "items"))
      contents.append(.init(id: "other-regions", title: "Metropolitan and other regions"))
    }
    let map = MapFigures.figure(site.clusters, scope, title: "World map of all clusters", caption: "Equal Earth projection.")
    var values = FrameValues.make(site, address, title: "Regions", description: lead, contents: contents)
    values.merge(ListPage.values(title: "Regions", lead: lead, map: map, content: content)) { $1 }
    return values
  }

  private static func table(_ continent: String, _ regions: [MacroRegion], _ scope: Scope) -> HTML {
    let site = scope.site
    let rows = regions.map { region -> HTML in
      let clusters = site.places.clusters(inMacroRegion: region.id, site.atlas)
      let codes = site.places.countries.filter { site.geography.country($0)?.macroRegion == region.id }
      let name: HTML = site.places.macroRegions.contains(region.id) ? "<a href=\"\(scope.link(Address.macroRegion(region.id)))\">\(region.name)</a>" : "\(region.name)"
      let countries: HTML = codes.isEmpty ? "<span class=\"quiet\">nothing described yet</span>" : CountryLists.links(codes, scope)
      return "<th scope=\"row\">\(name)</th><td>\(countries)</td><td class=\"num\">\(clusters.isEmpty ? "–" : Numbers.grouped(clusters.count))</td>"
    }
    let columns = [Column("Macro-region"), Column("Countries"), Column("Clusters", number: true)]
    return Table.make(caption: "Macro-regions of \(continent)", columns: columns, narrow: true, rows: rows)
  }
}

enum CountryLists {
  /// Countries by name, each linked.
  static func links(_ codes: [String], _ scope: Scope) -> HTML {
    sorted(codes, scope.site.geography).map { scope.countryLink($0) }.joined(", ")
  }

  static func sorted(_ codes: [String], _ geography: Geography) -> [String] {
    codes.sorted { DiacriticFolding.precedes(geography.countryName($0), geography.countryName($1)) }
  }
}
