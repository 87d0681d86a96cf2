import Markup
import SheetModel
import Templates

/// The home page: the map first, then what this is, themes, regions, how to read it.
enum HomePage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let text = site.analysis.texts.first { $0.id == "home" }
    var values = FrameValues.make(site, address, title: nil, description: text?.summary ?? site.configuration.subtitle)
    values["site_subtitle"] = .text(site.configuration.subtitle ?? "")
    values["map"] = .html(
      MapFigures.figure(
        site.clusters, scope, title: "World map of all clusters",
        caption: """
          Equal Earth projection. Each mark is a cluster. <a href="\(scope.link("clusters/index.html"))">The same as a table</a>; \
          <a href="\(scope.link(MapReading.index))">other maps</a>.
          """, isPrincipal: true))
    values["intro"] = .html(text.map { BodyHTML.render($0.body, path: $0.path, scope) } ?? HTML())
    values["counts"] = .html(counts(site))
    values["themes"] = .html(themes(site, scope))
    values["regions"] = .html(regions(site, scope))
    values["reading"] = .html(reading(site, scope))
    return values
  }

  private static func counts(_ site: SiteContext) -> HTML {
    let published = site.atlas.sheets.filter { site.isPublished($0.id) }
    let countries = Set(site.clusters.flatMap { $0.cluster?.countries.map(\.value) ?? [] }).count
    let rows = [
      ("clusters", site.clusters.count), ("countries", countries),
      ("figures with their year", site.clusters.reduce(0) { $0 + $1.figures.count }),
      ("sources named", published.reduce(0) { $0 + $1.sources.count }),
    ]
    return rows.map { "<div><dt>\($0.0)</dt><dd>\(Numbers.grouped($0.1))</dd></div>\n" as HTML }.joined()
  }

  private static func themes(_ site: SiteContext, _ scope: Scope) -> HTML {
    site.themes.map { theme -> HTML in
      let count = site.clusters(ofTheme: theme.id.id).count
      return """
        <li><h3><a href="\(scope.link(Address.sheet(theme.id)))">\(ThemeMark.svg(site, theme.id.id))\(theme.name.value)</a></h3>\
        <span class="number">\(count == 0 ? "none yet" : Numbers.plural(count, "cluster"))</span><p>\(theme.summary ?? "")</p></li>

        """
    }.joined()
  }

  private static func regions(_ site: SiteContext, _ scope: Scope) -> HTML {
    var html = HTML()
    for continent in Continents.of(site.geography) {
      let rows = continent.regions.compactMap { region -> HTML? in
        let count = site.places.clusters(inMacroRegion: region.id, site.atlas).count
        guard count > 0 else { return nil }
        return
          "<li><a href=\"\(scope.link(Address.macroRegion(region.id)))\">\(region.name)</a> <span class=\"count\">\(count)</span></li>"
      }
      if !rows.isEmpty { html += "<li><span>\(continent.name)</span><ul>\(rows.joined())</ul></li>\n" }
    }
    return html
  }

  private static func reading(_ site: SiteContext, _ scope: Scope) -> HTML {
    let themes = site.themes.map { scope.themeText($0.id.id) }.joined(", ")
    let method: HTML =
      site.analysis.texts.contains { $0.id == "method" }
      ? "<a href=\"\(scope.link("method.html"))\">They are no rank</a>." : "They are no rank."
    return """
      <dl class="pairs">
      <div><dt>Shape and colour</dt><dd>tell the theme: \(themes).</dd></div>
      <div><dt>Two strips</dt><dd>on each datasheet show the kinds of player and of resource. A filled square is an item with its source, a hollow one an \
      item without; a dashed box is a gap that we know of; a thin line means that nothing is said.</dd></div>
      <div><dt>Bands I to IV</dt><dd>say by how many kinds of method a cluster has been found: I by three or more, IV only through its area. \(method)</dd></div>
      <div><dt>A, B, C</dt><dd>beside a source say how far it carries.</dd></div>
      </dl>
      """
  }
}

/// The macro-regions by continent.
enum Continents {
  static func of(_ geography: Geography) -> [(name: String, regions: [MacroRegion])] {
    var continents: [(name: String, regions: [MacroRegion])] = []
    for region in geography.macroRegions {
      if continents.last?.name == region.continent {
        continents[continents.count - 1].regions.append(region)
      } else {
        continents.append((region.continent, [region]))
      }
    }
    return continents
  }
}
