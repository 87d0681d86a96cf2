import Cartography
import Markup
import SheetModel
import Templates

/// One reading: the map of the world, larger maps of where clusters crowd, and the same as a table.
enum MapPage {
  /// A group of the table is cut after so many rows; the page of its value, or the list of all clusters, has the rest.
  private static let rowLimit = 400

  static func values(_ site: SiteContext, _ address: String, _ reading: MapReading) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let key = MapKey(reading, site.clusters, site)
    let groups = key.entries.filter { !$0.clusters.isEmpty }
    let title = "Clusters by \(reading.title.lowercased())"
    var values = FrameValues.make(
      site, address, title: title, description: reading.sentence,
      crumbs: [.init("Maps", MapReading.index), .init(reading.title)],
      contents: groups.map { .init(id: $0.anchor, title: $0.label) })
    let map = MapFigures.figure(
      site.clusters, scope, title: "World map of all clusters by \(reading.title.lowercased())",
      caption:
        "Equal Earth projection, equal in area\(site.maps.insets.isEmpty ? "" : "; larger maps azimuthal, equal in area").",
      key: key, isPrincipal: true)
    let table: HTML =
      groups.isEmpty
      ? "<p class=\"note\">No cluster is described yet.</p>"
      : Table.make(
        caption: title, columns: ["Cluster", "Place", reading.title].map { Column($0) }, className: "clusters",
        bodies: groups.map { body($0, key, scope) }.joined("\n"))
    let content =
      Blocks.section(id: "table", title: "The same as a table", count: site.clusters.count, table)
      + Blocks.section(id: "other-maps", title: "Other maps", others(reading, scope))
    values.merge(ListPage.values(title: title, lead: reading.sentence, map: map, content: content)) { $1 }
    return values
  }

  private static func body(_ entry: MapKey.Entry, _ key: MapKey, _ scope: Scope) -> HTML {
    var html: HTML = """
      <tbody id="\(entry.anchor)">
      <tr class="group"><th scope="rowgroup" colspan="3">\(key.name(entry, scope))<span class="count">\(Numbers.grouped(entry.clusters.count))</span></th></tr>

      """
    for sheet in entry.clusters.prefix(rowLimit) {
      html +=
        "<tr><th scope=\"row\">\(scope.sheetLink(sheet.id))</th><td>\(Places.text(sheet, scope.site))</td><td>\(key.words(sheet, scope.site))</td></tr>\n"
    }
    if entry.clusters.count > rowLimit {
      let rest = entry.value.flatMap { FacetLink.address(key.reading.rawValue, $0, scope.site) } ?? Address.index(of: .cluster)
      html += """
        <tr><td colspan="3">… and \(Numbers.grouped(entry.clusters.count - rowLimit)) more, \
        <a href="\(scope.link(rest))">all in one list</a></td></tr>

        """
    }
    html += "</tbody>"
    return html
  }

  private static func others(_ reading: MapReading, _ scope: Scope) -> HTML {
    Blocks.list(
      MapReading.allCases.filter { $0 != reading }.map {
        "<a href=\"\(scope.link($0.address))\">\($0.title)</a>: \($0.sentence)"
      }, className: "items")
  }
}
