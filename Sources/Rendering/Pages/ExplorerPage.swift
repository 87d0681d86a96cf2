import EcosystemSchema
import Linking
import Markup
import SheetModel
import Templates

/// All clusters in one table, with what there is of each kind beside it.
enum ExplorerPage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let countries = Set(site.clusters.flatMap { $0.cluster?.countries.map(\.value) ?? [] }).count
    let lead = "Every cluster of the atlas, by name. Nothing here is ordered by merit."
    var values = FrameValues.make(site, address, title: "Clusters", description: lead)
    values["count"] = .text(
      "\(Numbers.plural(site.clusters.count, "cluster")) in \(countries == 1 ? "1 country" : "\(countries) countries")")
    values["title"] = .text("Clusters")
    values["lead"] = .text("")
    values["map"] = .html(HTML())
    values["facets"] = .html(facets(site, scope))
    values["list_title"] = .text("All clusters, A to Z")
    values["az"] = .html(Letters.navigation(Set(site.clusters.map { Letters.of($0.name.value) })))
    values["table"] = .html(ClusterTable.lettered(site.clusters, caption: "All clusters, A to Z", scope))
    let hasMethod = site.analysis.texts.contains { $0.id == "method" }
    let method: HTML = hasMethod ? "<a href=\"\(scope.link("method.html"))\">method</a>" : "method"
    values["note"] = .html(
      """
      Size classes are the atlas’s own; bands are explained in the \(method). Complete says how much of the sheet is filled and sourced. \
      Nothing here is ordered by merit. \
      The same as <a href="\(scope.link(DataFile.page.address))">data</a>.
      """)
    return values
  }

  private static func facets(_ site: SiteContext, _ scope: Scope) -> HTML {
    let field = site.field(of: .cluster)
    func byValue(_ title: String, _ path: String, _ value: (ClusterFacts) -> String?) -> HTML {
      let counts = Dictionary(grouping: site.clusters.compactMap { $0.cluster.flatMap(value) }) { $0 }.mapValues(\.count)
      let choices = field?.at(path)?.values ?? []
      return facet(title, choices.map { ("\($0.label)", nil, counts[$0.value] ?? 0) })
    }
    let bands = Dictionary(grouping: site.clusters.compactMap { site.atlas.visibility(of: $0)?.band }) { $0 }.mapValues(\.count)
    var html = facet(
      "Theme",
      site.themes.map { theme in
        let name: HTML = "\(ThemeMark.svg(site, theme.id.id))\(theme.theme?.short ?? theme.name.value)"
        return (name, scope.link(Address.sheet(theme.id)), site.clusters(ofTheme: theme.id.id).count)
      })
    html += facet(
      "Macro-region",
      site.geography.macroRegions.compactMap { region in
        let count = site.places.clusters(inMacroRegion: region.id, site.atlas).count
        return count == 0 ? nil : ("\(region.name)", scope.link(Address.macroRegion(region.id)), count)
      })
    html += byValue("Size", "size.class") { $0.sizeClass?.value }
    html += byValue("Anchorage", "anchorage.type") { $0.anchorage }
    html += byValue("Life-cycle stage", "life_cycle.stage") { $0.stage }
    html += byValue("Geographic dimension", "location.dimension") { $0.dimension }
    html += facet("Visibility band", VisibilityBand.allCases.map { ("Band \($0.rawValue)", nil, bands[$0] ?? 0) })
    return html
  }

  private static func facet(_ title: String, _ rows: [(name: HTML, href: String?, count: Int)]) -> HTML {
    let id = "facet-" + SheetID.slug(of: title)
    let items = rows.map { row -> HTML in
      let name: HTML =
        row.href.flatMap { row.count > 0 ? "<a href=\"\($0)\">\(row.name)</a>" : nil }
        ?? (row.count > 0 ? "<span>\(row.name)</span>" : "<span class=\"none\">\(row.name)</span>")
      return "<li>\(name) <span class=\"count\">\(row.count)</span></li>\n"
    }
    return "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n<ul>\n\(items.joined())</ul>\n</section>\n"
  }
}
