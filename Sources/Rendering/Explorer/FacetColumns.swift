import Markup
import SheetModel

/// The lists beside the table: each value of each facet with how many clusters have it, linked to its page.
struct FacetColumns {
  let scope: Scope
  /// The page they stand on; nil for the explorer, where a script makes them a filter.
  var current: FacetSelection?

  private var index: FacetIndex { scope.site.facets }

  var html: HTML { index.facets.filter { !$0.values.isEmpty }.map(column).joined() }

  private struct Row {
    let value: FacetValue
    let selection: FacetSelection
    let count: Int
  }

  private func column(_ facet: Facet) -> HTML {
    let (title, rows) = content(facet)
    let id = "facet-" + facet.id
    let key: HTML = current == nil ? " data-facet=\"\(facet.id)\"" : ""
    var html: HTML = "<section\(key) aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n"
    let list: HTML = "<ul>\n\(rows.map { item($0, facet) }.joined())</ul>\n"
    if rows.count > 24 {
      let isHere = current?.facet == facet.id
      html += "<details\(isHere ? " open" as HTML : "")><summary>All \(rows.count)</summary>\n\(list)</details>\n"
    } else {
      html += list
    }
    html += "</section>\n"
    return html
  }

  /// On the page of a theme the macro-regions are those of its clusters, and the other way round: so both can be chosen without a script.
  private func content(_ facet: Facet) -> (title: HTML, rows: [Row]) {
    let all = facet.values.map { Row(value: $0, selection: FacetSelection(facet.id, $0.slug), count: $0.members.count) }
    guard let current else { return ("\(facet.title)", all) }
    if facet.id == "region", current.facet == "theme", let theme = index.value("theme", current.value) {
      let rows = facet.values.map { pair(theme: current.value, $0, region: $0.slug) }
      return ("\(facet.title), <span class=\"within\">\(theme.label)</span>", rows.filter { $0.count > 0 })
    }
    let region = current.facet == "region" ? current.value : current.region
    if facet.id == "theme", let region, let name = index.value("region", region)?.label {
      return (
        "\(facet.title), <span class=\"within\">\(name)</span>", facet.values.map { pair(theme: $0.slug, $0, region: region) }
      )
    }
    return ("\(facet.title)", all)
  }

  private func pair(theme: String, _ value: FacetValue, region: String) -> Row {
    let selection = FacetSelection("theme", theme, region: region)
    return Row(value: value, selection: selection, count: index.members(of: selection).count)
  }

  private func item(_ row: Row, _ facet: Facet) -> HTML {
    let mark: HTML = facet.id == "theme" ? ThemeMark.svg(scope.site, row.value.id) : HTML()
    let name: HTML = "\(mark)\(row.value.label)"
    let shown: HTML
    if row.count == 0 {
      shown = "<span class=\"none\">\(name)</span>"
    } else {
      let here: HTML = isCurrent(row.selection) ? " aria-current=\"page\"" : ""
      shown = "<a href=\"\(scope.link(row.selection.address))\"\(here)>\(name)</a>"
    }
    let key: HTML = current == nil ? " data-n=\"\(row.value.number)\" data-value=\"\(row.value.slug)\"" : ""
    return "<li\(key)>\(shown) <span class=\"count\">\(Numbers.grouped(row.count))</span></li>\n"
  }

  private func isCurrent(_ selection: FacetSelection) -> Bool { selection.address == current?.address }
}
