import Markup
import SheetModel
import Templates

/// A theme: its map, its clusters by region, its text.
enum ThemePage {
  static func values(_ site: SiteContext, _ address: String, _ sheet: Sheet) -> [String: SlotValue] {
    let scope = Scope(site, address, sheet: sheet)
    let clusters = site.clusters(ofTheme: sheet.id.id)
    let also = site.clusters.filter { $0.cluster?.secondaryThemes.contains(sheet.id.id) ?? false }
    var list = ClusterGroups.byRegion(clusters, scope)
    if clusters.isEmpty { list += "<p class=\"note\">No cluster of this theme has been described yet.</p>" }
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
          clusters, scope, title: "World map of the clusters of \(sheet.name.value)", caption: "\(count). Equal Earth projection.", legend: false))
    values["clusters"] = .html(Blocks.section(id: "clusters", title: "Clusters by region", count: clusters.count, list))
    values["sections"] = .html(sections.html)
    return values
  }
}

/// Clusters in groups under headings.
enum ClusterGroups {
  /// By the macro-region of the first country, in the world's order.
  static func byRegion(_ clusters: [Sheet], _ scope: Scope) -> HTML {
    let geography = scope.site.geography
    let groups = Dictionary(grouping: clusters) { sheet in
      sheet.cluster?.countries.first.flatMap { geography.country($0.value)?.macroRegion } ?? ""
    }
    return geography.macroRegions.compactMap { region -> HTML? in
      guard let group = groups[region.id] else { return nil }
      let title: HTML = "<a href=\"\(scope.link(Address.macroRegion(region.id)))\">\(region.name)</a>"
      return Blocks.part(title: title, count: group.count, ClusterTable.html(group, caption: "Clusters of \(region.name)", scope))
    }.joined()
  }

  static func byTheme(_ clusters: [Sheet], _ scope: Scope) -> HTML {
    let groups = Dictionary(grouping: clusters) { $0.cluster?.theme?.value ?? "" }
    return scope.site.themes.compactMap { theme -> HTML? in
      guard let group = groups[theme.id.id] else { return nil }
      return Blocks.part(
        title: scope.themeLink(theme.id.id), count: group.count,
        ClusterTable.html(group, caption: "Clusters of \(theme.name.value)", scope))
    }.joined()
  }
}
