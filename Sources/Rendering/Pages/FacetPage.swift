import Cartography
import Markup
import SheetModel
import Templates

/// The clusters that have one value of a facet, or a theme in a macro-region: what the explorer's filter shows, for readers without scripts and as an
/// address that stays.
enum FacetPage {
  static func values(_ site: SiteContext, _ address: String, _ selection: FacetSelection) -> [String: SlotValue] {
    guard let facet = site.facets.facet(selection.facet), let value = site.facets.value(selection.facet, selection.value) else {
      return [:]
    }
    let scope = Scope(site, address)
    let region = selection.region.flatMap { site.facets.value("region", $0) }
    let members = site.facets.members(of: selection)
    let clusters = members.map { site.clusters[$0] }
    let name = label(facet, value, site)
    let title = region.map { "\(name) in \($0.label)" } ?? "Clusters by \(facet.noun): \(name)"
    let count = ExplorerWords.count(clusters)
    var crumbs = [FrameValues.Crumb("Clusters", "clusters/index.html")]
    if let region {
      crumbs += [.init("\(facet.title): \(value.label)", FacetSelection("theme", selection.value).address), .init(region.label)]
    } else {
      crumbs.append(.init("\(facet.title): \(value.label)"))
    }
    let listTitle = "These clusters, A to Z"
    let table = ExplorerTable(scope: scope, members: members, caption: "\(title), A to Z")
    var values = FrameValues.make(site, address, title: title, description: "\(title): \(count).", crumbs: crumbs)
    values["count"] = .text(count)
    values["title"] = .text(title)
    values["finder"] = .html(Finder.opener("Other lists") + "\n")
    values["map"] = .html(map(clusters, region?.id ?? (facet.id == "region" ? value.id : nil), facet, value, title, scope))
    values["facets"] = .html(FacetColumns(scope: scope, current: selection).html)
    values["list_title"] = .text(listTitle)
    values["az"] = .html(members.count > Letters.longList ? table.letters : HTML())
    values["table"] = .html(table.html)
    values["note"] = .html(note(facet, value, region, scope))
    return values
  }

  /// A theme in full, `Clusters by theme: Health and life sciences`.
  private static func label(_ facet: Facet, _ value: FacetValue, _ site: SiteContext) -> String {
    facet.id == "theme" ? site.theme(value.id)?.name.value ?? value.label : value.label
  }

  /// Where to read on, what the value means, what the columns mean.
  private static func note(_ facet: Facet, _ value: FacetValue, _ region: FacetValue?, _ scope: Scope) -> HTML {
    var parts: [HTML] = []
    if facet.id == "theme" { parts.append("The theme itself: \(scope.sheetLink(SheetID(.theme, value.id))).") }
    if let place = region ?? (facet.id == "region" ? value : nil) {
      parts.append(
        "The region with its countries and policies: <a href=\"\(scope.link(Address.macroRegion(place.id)))\">\(place.label)</a>."
      )
    }
    if facet.id == "country" { parts.append("The country with its policies: \(scope.countryLink(value.id)).") }
    let meaning = FacetIndex.meaning(of: facet)
    if !meaning.isEmpty { parts.append("\(facet.title): \(meaning)") }
    parts.append(ExplorerWords.columns(scope))
    parts.append("<a href=\"\(scope.link("clusters/index.html"))\">All clusters</a>, to look for several things at once.")
    return parts.joined(" ")
  }

  /// The macro-region where the page is about one or about a country of it, else the world.
  private static func map(
    _ clusters: [Sheet], _ region: String?, _ facet: Facet, _ value: FacetValue, _ title: String, _ scope: Scope
  ) -> HTML {
    let site = scope.site
    let home = region ?? (facet.id == "country" ? site.geography.country(value.id)?.macroRegion : nil)
    guard let home, let extent = site.maps.extent(ofMacroRegion: home) else {
      return MapFigures.figure(
        clusters, scope, title: "World map: \(title)", caption: "Equal Earth projection.", legend: facet.id != "theme")
    }
    let members = site.geography.countries.values.filter { $0.macroRegion == home }.map(\.numeric)
    let name = site.geography.macroRegion(home)?.name ?? ""
    return MapFigures.figure(
      clusters, scope, title: "Map: \(title)",
      caption: "\(name) darker. Marks show the seats of clusters. Azimuthal projection, equal in area.", extent: extent,
      highlight: Set(members), legend: facet.id != "theme")
  }
}
