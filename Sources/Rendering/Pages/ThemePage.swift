import Markup
import SheetModel
import Templates

/// A theme: its map, its clusters by region, its text.
enum ThemePage {
  static func values(_ site: SiteContext, _ address: String, _ sheet: Sheet) -> [String: SlotValue] {
    let scope = Scope(site, address, sheet: sheet)
    let clusters = site.clusters(ofTheme: sheet.id.id)
    let also = site.clusters.filter { $0.cluster?.secondaryThemes.contains(sheet.id.id) ?? false }
    var list: HTML =
      clusters.isEmpty
      ? "<p class=\"quiet\">No cluster of this theme is described yet.</p>"
      : ClusterGroups.byRegion(clusters, caption: "Clusters of \(sheet.name.value) by macro-region", scope)
    if !also.isEmpty {
      list += "\n<p class=\"note\">Also, under another theme: \(also.map { scope.sheetLink($0.id) }.joined(", "))</p>"
    }
    var sections = SheetSections()
    sections.addText(scope)
    sections.addFoot(scope)
    var values = FrameValues.make(
      site, address, title: sheet.name.value, description: sheet.summary,
      crumbs: [.init("Themes", "themes/index.html"), .init(sheet.name.value)],
      contents: [.init(id: "clusters", title: "Clusters by region")] + sections.contents + [SheetSections.colophonEntry])
    values.merge(SheetFrame.head(scope, kind: "Theme")) { $1 }
    values.merge(SheetFrame.colophon(scope)) { $1 }
    let count = Numbers.plural(clusters.count, "cluster")
    values["theme_class"] = .text(ThemeMark.className(site, sheet.id.id))
    values["count"] = .text(count)
    values["mark"] = .html(ThemeMark.svg(site, sheet.id.id))
    values["facts"] = .html(HTML())
    values["map"] = .html(
      clusters.isEmpty
        ? HTML()
        : MapFigures.figure(
          clusters, scope, title: "World map of the clusters of \(sheet.name.value)",
          caption: "\(count). Equal Earth projection.", legend: false))
    values["clusters"] = .html(Blocks.section(id: "clusters", title: "Clusters by region", count: clusters.count, list))
    values["sections"] = .html(sections.html)
    return values
  }
}

/// Clusters in groups, as one table.
enum ClusterGroups {
  /// By the macro-region of the first country, in the world's order.
  static func byRegion(_ clusters: [Sheet], caption: String, _ scope: Scope) -> HTML {
    let geography = scope.site.geography
    let groups = Dictionary(grouping: clusters) { sheet in
      sheet.cluster?.countries.first.flatMap { geography.country($0.value)?.macroRegion } ?? ""
    }
    let listed = geography.macroRegions.compactMap { region in
      groups[region.id].map { group in
        ClusterTable.Group(title: "<a href=\"\(scope.link(Address.macroRegion(region.id)))\">\(region.name)</a>", clusters: group)
      }
    }
    let known = Set(geography.macroRegions.map(\.id))
    let others = groups.keys.filter { !known.contains($0) }.sorted().flatMap { groups[$0] ?? [] }
    return ClusterTable.grouped(listed + elsewhere(others, "In no macro-region"), caption: caption, scope)
  }

  /// Those that no group holds: in Antarctica, say, or a draft without a theme. No cluster is lost on the way.
  private static func elsewhere(_ clusters: [Sheet], _ title: HTML) -> [ClusterTable.Group] {
    clusters.isEmpty ? [] : [ClusterTable.Group(title: title, clusters: clusters)]
  }

  static func byTheme(_ clusters: [Sheet], caption: String, _ scope: Scope) -> HTML {
    let groups = Dictionary(grouping: clusters) { $0.cluster?.theme?.value ?? "" }
    let listed = scope.site.themes.compactMap { theme in
      groups[theme.id.id].map { ClusterTable.Group(title: scope.themeLink(theme.id.id), clusters: $0) }
    }
    let known = Set(scope.site.themes.map(\.id.id))
    let others = clusters.filter { !known.contains($0.cluster?.theme?.value ?? "") }
    return ClusterTable.grouped(listed + elsewhere(others, "Without a theme"), caption: caption, scope)
  }
}
