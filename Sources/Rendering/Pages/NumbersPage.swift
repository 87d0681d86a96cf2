import EcosystemSchema
import FrontMatter
import Linking
import Markup
import SheetModel
import Templates

/// The atlas in numbers: how its clusters spread over every classification, what their sheets hold, and on which sources they rest.
enum NumbersPage {
  static let address = "numbers.html"

  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead = """
      What the sheets of the atlas add up to. The numbers count sheets and what they hold; they say what has been described, not how \
      large or how good the clusters of the world are.
      """
    var page = SheetSections()
    page.add(id: "clusters", title: "Clusters by class", count: site.clusters.count, classes(scope))
    page.add(id: "founded", title: "Clusters by the year they began", founded(scope))
    page.add(id: "players", title: "Players by kind", parts("players", "Players", scope))
    page.add(id: "resources", title: "Resources by kind", parts("resources", "Resources", scope))
    page.add(id: "figures", title: "Figures by indicator", figures(scope))
    page.add(id: "sources", title: "Sources", sources(scope))
    var values = FrameValues.make(site, address, title: "The atlas in numbers", description: lead, contents: page.contents)
    values.merge(ListPage.values(title: "The atlas in numbers", lead: lead, content: page.html)) { $1 }
    return values
  }

  // MARK: Classes

  private static func classes(_ scope: Scope) -> HTML {
    let site = scope.site
    guard !site.clusters.isEmpty else { return HTML() }
    let themes = site.themes.map { theme in
      CountTable.Row(
        name: scope.themeText(theme.id.id), count: site.clusters(ofTheme: theme.id.id).count,
        href: first([Address.facet("theme", theme.id.id), Address.sheet(theme.id)], scope),
        className: ThemeMark.className(site, theme.id.id))
    }
    var html: HTML = "<div class=\"count-tables\">\n"
    html += part("Theme", CountTable(caption: "Clusters by theme", heads: ["Theme", "Clusters"], rows: themes))
    let facets: [(path: String, facet: String, value: (Sheet) -> String?)] = [
      ("size.class", "size", { $0.cluster?.sizeClass?.value }), ("anchorage.type", "anchorage", { $0.cluster?.anchorage }),
      ("location.dimension", "dimension", { $0.cluster?.dimension }), ("life_cycle.stage", "stage", { $0.cluster?.stage }),
      ("entity", "entity", { $0.cluster?.entity }), ("status", "status", { $0.cluster?.status }),
      ("location.territory", "territory", { $0.tree.root.at("location.territory")?.text }),
      ("origin", "origin", { $0.tree.root["origin"]?.text }), ("aim", "tier", { $0.aim.value.rawValue }),
    ]
    for facet in facets {
      guard let field = site.field(of: .cluster)?.at(facet.path) else { continue }
      html += part(field.title, distribution(site.clusters.map(facet.value), field, facet: facet.facet, "Clusters", scope))
    }
    let bands = Dictionary(grouping: site.clusters) { site.atlas.visibility(of: $0)?.band }.mapValues(\.count)
    let rows = VisibilityBand.allCases.map { band in
      CountTable.Row(
        name: "Band \(band.rawValue)", count: bands[band] ?? 0,
        href: first([Address.facet("band", band.rawValue.lowercased())], scope))
    }
    html += part("Visibility band", CountTable(caption: "Clusters by visibility band", heads: ["Band", "Clusters"], rows: rows))
    html += "</div>"
    return html
  }

  private static func part(_ title: String, _ table: CountTable) -> HTML { Blocks.part(title: "\(title)", table.html) }

  /// Every value that the schema knows, also those that no sheet has; then those that are not said.
  private static func distribution(
    _ values: [String?], _ field: Field, facet: String?, _ counted: String, _ scope: Scope
  ) -> CountTable {
    let counts = Dictionary(grouping: values) { $0 ?? "" }.mapValues(\.count)
    let known = field.values.map(\.value)
    let others = counts.keys.filter { !$0.isEmpty && !known.contains($0) }.sorted()
    var rows = (known + others).map { value in
      CountTable.Row(
        name: "\(field.label(of: value))", count: counts[value] ?? 0,
        href: facet.flatMap { first([Address.facet($0, value)], scope) })
    }
    if let silent = counts[""] { rows.append(.init(name: "<span class=\"quiet\">Not said</span>", count: silent)) }
    return CountTable(caption: "\(counted) by \(field.title.lowercased())", heads: [field.title, counted], rows: rows)
  }

  /// By decades, from the first to the last without a gap; centuries before 1900.
  private static func founded(_ scope: Scope) -> HTML {
    let years = scope.site.clusters.compactMap { $0.cluster?.founded?.value }
    guard let earliest = years.min(), let latest = years.max() else { return HTML() }
    func slot(_ year: Int) -> Int { year < 1900 ? year / 100 * 100 : year / 10 * 10 }
    let counts = Dictionary(grouping: years, by: slot).mapValues(\.count)
    // Each slot once, also where nothing began in it; far beyond a thousand years somebody mistyped.
    var starts: [Int] = []
    var next = slot(max(earliest, latest - 1000))
    while next <= latest {
      starts.append(next)
      next += next < 1900 ? 100 : 10
    }
    let rows = starts.map { start in
      CountTable.Row(name: start < 1900 ? "\(start)–\(start + 99)" : "\(start)–\(start + 9)", count: counts[start] ?? 0)
    }
    let silent = scope.site.clusters.count - years.count
    let note: HTML =
      silent == 0 ? HTML() : "<p class=\"note\">\(Numbers.plural(silent, "sheet")) \(silent == 1 ? "names" : "name") no year.</p>"
    return CountTable(caption: "Clusters by the year they began", heads: ["Years", "Clusters"], rows: rows).html + note
  }

  // MARK: What the sheets hold

  /// The composition of players or of resources: items, and those with a source.
  private static func parts(_ key: String, _ title: String, _ scope: Scope) -> HTML {
    let site = scope.site
    guard let field = site.field(of: .cluster)?.child(key) else { return HTML() }
    let rows = field.children.filter { $0.items != nil }.map { component -> CountTable.Row in
      var (items, sourced) = (0, 0)
      for sheet in site.clusters {
        guard let list = sheet.tree.root[key]?[component.key] else { continue }
        for item in list.items {
          items += 1
          if let named = item["sources"], named.count > 0 { sourced += 1 }
        }
      }
      return CountTable.Row(name: "\(component.title)", count: items, further: sourced)
    }
    guard rows.contains(where: { $0.count > 0 }) else { return HTML() }
    let intro: HTML = "<p class=\"section-intro\">Items of all clusters together, and those that name their source.</p>\n"
    return intro
      + CountTable(caption: "\(title) of all clusters by kind", heads: [title, "Items", "With source"], rows: rows).html
  }

  private static func figures(_ scope: Scope) -> HTML {
    let site = scope.site
    let all = site.clusters.flatMap(\.figures)
    guard !all.isEmpty, let field = site.field(of: .cluster)?.at("figures.indicator") else { return HTML() }
    let counts = Dictionary(grouping: all, by: \.indicator.value)
    let rows = field.values.map(\.value).filter { counts[$0] != nil }.map { value in
      CountTable.Row(
        name: "\(field.label(of: value))", count: counts[value]?.count ?? 0, further: counts[value]?.count(where: \.hasSource))
    }
    let unused = field.values.filter { counts[$0.value] == nil }.map { $0.label.lowercased() }
    let note: HTML = unused.isEmpty ? HTML() : "<p class=\"note\">No figure yet: \(unused.joined(separator: ", ")).</p>"
    return CountTable(caption: "Figures of clusters by indicator", heads: ["Indicator", "Figures", "With source"], rows: rows)
      .html
      + note
  }

  private static func sources(_ scope: Scope) -> HTML {
    let site = scope.site
    let all = site.atlas.sheets.filter { site.isPublished($0.id) }.flatMap(\.sources)
    guard !all.isEmpty, let field = site.field(of: .cluster)?.child("sources")?.items else { return HTML() }
    var html: HTML = """
      <p class="section-intro">\(Numbers.plural(all.count, "source")) of all sheets; one that several sheets name is counted in each.</p>
      <div class="count-tables">

      """
    if let type = field.child("type") {
      html += part(type.title, distribution(all.map(\.type), type, facet: nil, "Sources", scope))
    }
    if let letter = field.child("reliability") {
      html += part(letter.title, distribution(all.map(\.reliability), letter, facet: nil, "Sources", scope))
    }
    html += "</div>"
    return html
  }

  private static func first(_ pages: [String], _ scope: Scope) -> String? {
    pages.first(where: scope.site.pages.contains).map(scope.link)
  }
}
