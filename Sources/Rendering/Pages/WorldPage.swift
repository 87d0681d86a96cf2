import Markup
import SheetModel
import Templates

/// The world by macro-regions: also those of which nothing is described.
enum WorldPage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead =
      "The world by the macro-regions of the United Nations (M49). A cluster that lies in two regions is counted in both."
    var contents: [TableOfContents.Entry] = []
    var content = HTML()
    let continents = Continents.of(site.geography)
    let columns = [Column("Macro-region"), Column("Countries"), Column("Clusters", number: true)]
    let bodies = (continents.map { body($0.name, $0.regions, scope) } + elsewhere(scope)).joined("\n")
    content += Blocks.section(
      id: "all", title: "Macro-regions",
      Table.make(caption: "Macro-regions by continent", columns: columns, narrow: true, bodies: bodies))
    contents += continents.map { .init(id: SheetID.slug(of: $0.name), title: $0.name) }
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

  /// The macro-regions of a continent; also those of which nothing is described, since absence is a finding.
  private static func body(_ continent: String, _ regions: [MacroRegion], _ scope: Scope) -> HTML {
    let site = scope.site
    var html: HTML =
      "<tbody id=\"\(SheetID.slug(of: continent))\">\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"3\">\(continent)</th></tr>\n"
    for region in regions {
      let count = site.places.clusters(inMacroRegion: region.id, site.atlas).count
      let codes = site.places.countries.filter { site.geography.country($0)?.macroRegion == region.id }
      let isLinked = site.places.macroRegions.contains(region.id)
      let name: HTML =
        isLinked ? "<a href=\"\(scope.link(Address.macroRegion(region.id)))\">\(region.name)</a>" : "\(region.name)"
      let countries: HTML = codes.isEmpty ? "<span class=\"quiet\">none described yet</span>" : CountryLists.links(codes, scope)
      html +=
        "<tr><th scope=\"row\">\(name)</th><td>\(countries)</td><td class=\"num\">\(count == 0 ? "–" : Numbers.grouped(count))</td></tr>\n"
    }
    html += "</tbody>"
    return html
  }

  /// Countries that the United Nations put into no macro-region, such as Antarctica; nothing where none has a page.
  private static func elsewhere(_ scope: Scope) -> [HTML] {
    let site = scope.site
    let codes = site.places.countries.filter { site.geography.macroRegion(ofCountry: $0) == nil }
    guard !codes.isEmpty else { return [] }
    let count = Set(codes.flatMap { site.places.clusters(inCountry: $0).map(\.id) }).count
    return [
      """
      <tbody>
      <tr class="group"><th scope="rowgroup" colspan="3">In no macro-region</th></tr>
      <tr><th scope="row">Elsewhere</th><td>\(CountryLists.links(codes, scope))</td><td class="num">\(count == 0 ? "–" : Numbers.grouped(count))</td></tr>
      </tbody>
      """
    ]
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
