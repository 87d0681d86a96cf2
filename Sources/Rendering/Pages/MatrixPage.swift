import Linking
import Markup
import SheetModel
import Templates

/// Themes by macro-regions, and where in the world the atlas has nothing: the balance and the imbalance.
enum MatrixPage {
  static let address = "matrix.html"

  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let counts = RegionCounts(site)
    let lead = """
      How many clusters of each theme the atlas describes in each macro-region of the United Nations (M49). Numbers lead to the clusters. They count sheets, not \
      strength: an empty field may mean that nobody has written yet.
      """
    var content = Blocks.section(id: "matrix", title: "Themes by macro-regions", table(site, scope, counts))
    content += Blocks.section(id: "balance", title: "Where there are clusters, and where none", balance(site, scope, counts))
    let contents: [TableOfContents.Entry] = [
      .init(id: "matrix", title: "Themes by macro-regions"),
      .init(id: "balance", title: "Where there are clusters, and where none"),
    ]
    var values = FrameValues.make(site, address, title: "Matrix", description: lead, contents: contents)
    values.merge(ListPage.values(title: "Themes by regions", lead: lead, content: content)) { $1 }
    return values
  }

  private static func table(_ site: SiteContext, _ scope: Scope, _ counts: RegionCounts) -> HTML {
    let caption = "Clusters by macro-region and theme"
    var html: HTML = """
      <div class="table-wrap" role="region" aria-label="Table: \(caption)" tabindex="0">
      <table class="matrix">
      <caption class="sr-only">\(caption)</caption>
      <thead>
      <tr><th scope="col">Macro-region</th>
      """
    for theme in site.themes { html += "<th scope=\"col\">\(scope.themeLink(theme.id.id, short: true))</th>" }
    html += "<th scope=\"col\">All</th></tr>\n</thead>\n"
    for continent in Continents.of(site.geography) {
      html += """
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="\(site.themes.count + 2)">\(continent.name)</th></tr>

        """
      for region in continent.regions { html += row(region, site, scope, counts) }
      html += "</tbody>\n"
    }
    html += "<tfoot>\n<tr><th scope=\"row\">World</th>"
    for theme in site.themes {
      html += cell(
        site.clusters(ofTheme: theme.id.id).count, [Address.facet("theme", theme.id.id), Address.sheet(theme.id)], scope, most: 0)
    }
    html += cell(site.clusters.count, [Address.index(of: .cluster)], scope, most: 0)
    html += """
      </tr>
      </tfoot>
      </table>
      </div>
      <p class="note">A cluster that lies in two macro-regions is counted in both, and once in the last line. The tint repeats the number.</p>
      """
    return html
  }

  private static func row(_ region: MacroRegion, _ site: SiteContext, _ scope: Scope, _ counts: RegionCounts) -> HTML {
    let page = Address.macroRegion(region.id)
    let name: HTML = site.pages.contains(page) ? "<a href=\"\(scope.link(page))\">\(region.name)</a>" : "\(region.name)"
    var html: HTML = "<tr><th scope=\"row\">\(name)</th>"
    for theme in site.themes {
      let id = theme.id.id
      html += cell(counts[region.id, id], [Address.facet(theme: id, macroRegion: region.id), page], scope, most: counts.most)
    }
    html += cell(counts.total(ofRegion: region.id), [page], scope, most: 0)
    html += "</tr>\n"
    return html
  }

  /// A number that leads to the first of the pages that the site has.
  private static func cell(_ count: Int, _ pages: [String], _ scope: Scope, most: Int) -> HTML {
    guard count > 0 else { return "<td class=\"zero\">0</td>" }
    let number: HTML =
      pages.first(where: scope.site.pages.contains).map { "<a href=\"\(scope.link($0))\">\(Numbers.grouped(count))</a>" }
      ?? "\(Numbers.grouped(count))"
    return most == 0 ? "<td>\(number)</td>" : "<td class=\"heat-\(step(count, of: most))\">\(number)</td>"
  }

  /// Four tints: a quarter, half, three quarters and all of the largest number.
  private static func step(_ count: Int, of most: Int) -> Int { min(4, (4 * count + most - 1) / most) }

  // MARK: Where there is nothing

  private static func balance(_ site: SiteContext, _ scope: Scope, _ counts: RegionCounts) -> HTML {
    let all = site.geography.countries.values.filter { !$0.macroRegion.isEmpty }
    let byRegion = Dictionary(grouping: all, by: \.macroRegion)
    let described = Set(site.places.countries.filter { !site.places.clusters(inCountry: $0).isEmpty })
    let empty = site.geography.macroRegions.filter { counts.total(ofRegion: $0.id) == 0 }
    var html: HTML = """
      <p class="section-intro">\(Numbers.plural(site.clusters.count, "cluster")) in \(described.count) of \(all.count) countries and territories. \
      \(sentence(empty))</p>

      """
    let highlighted = Set(described.compactMap { site.geography.country($0)?.numeric })
    html += MapFigures.figure(
      site.clusters, scope, title: "World map of the countries with and without clusters",
      caption: "Countries with a cluster in the atlas are darker. Equal Earth projection.", highlight: highlighted, legend: false)
    var body: HTML = "<tbody>\n"
    for region in site.geography.macroRegions {
      let countries = (byRegion[region.id] ?? []).map(\.code)
      let with = CountryLists.sorted(countries.filter(described.contains), site.geography)
      let without = CountryLists.sorted(countries.filter { !described.contains($0) }, site.geography)
      let named: HTML =
        without.isEmpty
        ? "none"
        : "<details><summary>\(without.count)</summary> \(without.map(site.geography.countryName).joined(separator: ", "))</details>"
      body += """
        <tr><th scope="row">\(region.name)</th><td class="num">\(zeroed(counts.total(ofRegion: region.id)))</td>\
        <td>\(with.isEmpty ? "<span class=\"quiet\">none</span>" : with.map { scope.countryLink($0) }.joined(", "))</td><td>\(named)</td></tr>

        """
    }
    body += "</tbody>"
    html += Table.make(
      caption: "Countries with and without clusters",
      columns: [
        Column("Macro-region"), Column("Clusters", number: true), Column("Countries with clusters"),
        Column("Countries and territories without"),
      ],
      className: "balance", bodies: body)
    return html
  }

  private static func zeroed(_ count: Int) -> HTML { count == 0 ? "<span class=\"zero\">0</span>" : "\(Numbers.grouped(count))" }

  private static func sentence(_ empty: [MacroRegion]) -> String {
    switch empty.count {
    case 0: "Every macro-region has at least one."
    case 1: "\(empty[0].name) has none."
    default: "\(empty.dropLast().map(\.name).joined(separator: ", ")) and \(empty[empty.count - 1].name) have none."
    }
  }
}

/// How many clusters each theme has in each macro-region.
struct RegionCounts {
  private var counts: [String: [String: Int]] = [:]
  private var totals: [String: Int] = [:]
  /// The largest number of one theme in one region.
  private(set) var most = 0

  init(_ site: SiteContext) {
    for sheet in site.clusters {
      let theme = sheet.cluster?.theme?.value ?? ""
      let regions = Set((sheet.cluster?.countries ?? []).compactMap { site.geography.country($0.value)?.macroRegion })
      for region in regions where !region.isEmpty {
        counts[region, default: [:]][theme, default: 0] += 1
        totals[region, default: 0] += 1
      }
    }
    most = counts.values.flatMap(\.values).max() ?? 0
  }

  subscript(region: String, theme: String) -> Int { counts[region]?[theme] ?? 0 }

  func total(ofRegion id: String) -> Int { totals[id] ?? 0 }
}
