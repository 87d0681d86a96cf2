import Markup
import SheetModel
import Templates

/// The set of maps: each reading small, with what it asks.
enum MapsIndexPage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead = "The same clusters, read in six ways. Each map leads to a larger one, with its table beside it."
    var values = FrameValues.make(site, address, title: "Maps", description: lead)
    var cards: HTML = "<ul class=\"map-cards\">\n"
    for reading in MapReading.allCases {
      let key = MapKey(reading, site.clusters, site)
      let marks = key.entries.filter { !$0.clusters.isEmpty }.map { entry -> HTML in
        "<li>\(MapKey.symbol(entry))\(short(entry, reading, site)) <span class=\"count\">\(Numbers.grouped(entry.clusters.count))</span></li>"
      }
      cards += """
        <li>
        <h2><a href="\(scope.link(reading.address))">\(reading.title)</a></h2>
        \(MapFigures.stamp(site.clusters, scope, key: key))
        <p>\(reading.sentence)</p>
        <ul class="legend">\(marks.joined())</ul>
        </li>

        """
    }
    cards += "</ul>"
    values.merge(ListPage.values(title: "Maps", lead: lead, content: cards)) { $1 }
    return values
  }

  private static func short(_ entry: MapKey.Entry, _ reading: MapReading, _ site: SiteContext) -> String {
    guard reading == .theme, let id = entry.value else { return entry.label }
    return site.theme(id)?.theme?.short ?? entry.label
  }
}
