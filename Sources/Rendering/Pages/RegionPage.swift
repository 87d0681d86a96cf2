import Cartography
import Markup
import SheetModel
import Templates

/// A macro-region, a country or a part of one: its map, its clusters by theme, its policies, and its sheet where there is one.
enum RegionPage {
  static func values(_ site: SiteContext, _ address: String, macroRegion id: String) -> [String: SlotValue] {
    guard let region = site.geography.macroRegion(id) else { return [:] }
    let members = site.geography.countries.values.filter { $0.macroRegion == id }
    let clusters = SiteContext.byName(site.places.clusters(inMacroRegion: id, site.atlas))
    let scope = Scope(site, address, sheet: site.places.regionSheet(at: address).flatMap { site.atlas[$0] })
    let listed = site.places.countries.filter { code in members.contains { $0.code == code } }
    var facts = Blocks.fact("Code", "UN M49 \(region.code)")
    facts += Blocks.fact("Countries and territories", "\(members.count)")
    if !listed.isEmpty { facts += Blocks.fact("In this atlas", CountryLists.links(listed, scope)) }
    let page = Place(
      name: region.name, kind: "Macro-region", crumbs: [.init("Regions", "regions/index.html"), .init(region.name)], facts: facts,
      clusters: clusters,
      policies: site.places.policies(inMacroRegion: id, site.atlas), extent: site.maps.extent(ofMacroRegion: id),
      highlight: Set(members.map(\.numeric)), parts: .init(title: "Countries", html: countryTable(members.map(\.code), scope)))
    return values(page, scope)
  }

  static func values(_ site: SiteContext, _ address: String, country code: String) -> [String: SlotValue] {
    guard let country = site.geography.country(code) else { return [:] }
    let scope = Scope(site, address, sheet: site.places.regionSheet(at: address).flatMap { site.atlas[$0] })
    let region = site.geography.macroRegion(country.macroRegion)
    var crumbs = [FrameValues.Crumb("Regions", "regions/index.html")]
    var facts = Blocks.fact("Code", "ISO 3166-1 \(code)")
    if let region {
      crumbs.append(.init(region.name, Address.macroRegion(region.id)))
      facts += Blocks.fact("Macro-region", "<a href=\"\(scope.link(Address.macroRegion(region.id)))\">\(region.name)</a>")
    }
    let page = Place(
      name: country.name, kind: "Country", crumbs: crumbs + [.init(country.name)], facts: facts,
      clusters: SiteContext.byName(site.places.clusters(inCountry: code)), policies: site.places.policies(inCountry: code),
      extent: site.maps.extent(of: [country.numeric]) ?? region.flatMap { site.maps.extent(ofMacroRegion: $0.id) },
      highlight: [country.numeric],
      said: ["code", "level", "countries"], parts: SubdivisionPage.table(ofCountry: code, scope))
    return values(page, scope)
  }

  /// What all sorts of place have.
  struct Place {
    let name: String
    let kind: String
    let crumbs: [FrameValues.Crumb]
    let facts: HTML
    let clusters: [Sheet]
    let policies: [Sheet]
    /// A sentence before the policies; may be empty.
    var policiesNote = ""
    let extent: MapExtent?
    let highlight: Set<String>
    /// What is darker on the map; empty: the place itself.
    var highlighted = ""
    /// Keys of the sheet's fields that the page says by itself.
    var said: Set<String> = ["code", "level"]
    var parts = Parts(title: "", html: HTML())
  }

  /// The places inside, in a section of their own.
  struct Parts {
    let title: String
    let html: HTML
    var id: String { SheetID.slug(of: title) + "-here" }
  }

  static func values(_ place: Place, _ scope: Scope) -> [String: SlotValue] {
    let site = scope.site
    let own =
      scope.sheet == nil
      ? (facts: HTML(), sections: SheetSections())
      : SheetPage.content(scope, said: place.said)
    let groups: HTML =
      place.clusters.isEmpty
      ? "<p class=\"quiet\">No cluster is described here yet.</p>"
      : ClusterGroups.byTheme(place.clusters, caption: "Clusters of \(place.name) by theme", scope)
    let policies = SiteContext.byName(place.policies)
    var contents: [TableOfContents.Entry] = [.init(id: "clusters-here", title: "Clusters by theme")]
    if !place.parts.html.isEmpty { contents.append(.init(id: place.parts.id, title: place.parts.title)) }
    if !policies.isEmpty { contents.append(.init(id: "policies-here", title: "Policies")) }
    contents += own.sections.contents + (scope.sheet == nil ? [] : [SheetSections.colophonEntry])
    let summary = scope.sheet?.summary ?? ""
    let count = Numbers.plural(place.clusters.count, "cluster")
    var values = FrameValues.make(
      site, scope.address, title: place.name, description: summary.isEmpty ? "\(place.name): \(count)" : summary,
      crumbs: place.crumbs, contents: contents)
    values.merge(SheetFrame.head(scope, kind: place.kind)) { $1 }
    values.merge(SheetFrame.colophon(scope)) { $1 }
    values["kind"] = .text(place.kind)
    values["name"] = .text(place.name)
    values["summary"] = .text(summary)
    values["count"] = .text(count)
    values["facts"] = .html(place.facts + own.facts)
    values["map"] = .html(
      MapFigures.figure(
        place.clusters, scope, title: "Map of the clusters of \(place.name)",
        caption:
          "\(place.highlighted.isEmpty ? place.name : place.highlighted) darker. Marks show the seats of clusters. Azimuthal projection, equal in area.",
        extent: place.extent?.including(place.clusters.compactMap { $0.cluster?.seat?.place }), highlight: place.highlight))
    values["clusters"] = .html(
      Blocks.section(id: "clusters-here", title: "Clusters by theme", count: place.clusters.count, groups))
    values["subregions"] = .html(
      place.parts.html.isEmpty
        ? HTML() : Blocks.section(id: place.parts.id, title: place.parts.title, place.parts.html))
    values["policies"] = .html(
      policies.isEmpty
        ? HTML()
        : Blocks.section(
          id: "policies-here", title: "Policies", count: policies.count,
          (place.policiesNote.isEmpty ? HTML() : "<p class=\"section-intro\">\(place.policiesNote)</p>\n")
            + Blocks.list(policies.map { scope.sheetLink($0.id) }, className: "related")))
    values["sections"] = .html(SheetPicture.html(scope) + own.sections.html)
    values["colophon"] = .flag(scope.sheet != nil)
    return values
  }

  /// All countries of a macro-region, also those of which nothing is described: absence is a finding.
  private static func countryTable(_ codes: [String], _ scope: Scope) -> HTML {
    let site = scope.site
    let rows = CountryLists.sorted(codes, site.geography).map { code -> HTML in
      let count = site.places.clusters(inCountry: code).count
      return
        "<th scope=\"row\">\(scope.countryLink(code))</th><td class=\"num\">\(count == 0 ? "–" : Numbers.grouped(count))</td>"
    }
    return Table.make(
      caption: "Countries and their clusters", columns: [Column("Country"), Column("Clusters", number: true)], narrow: true,
      rows: rows)
  }
}
