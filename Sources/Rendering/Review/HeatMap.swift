import EcosystemSchema
import Markup
import SheetModel

/// Clusters by components of the ecosystem. Every cell says its number; tints only repeat it.
enum HeatMap {
  typealias Group = ReviewPart<SheetRecord>.Group

  /// The clusters in groups, in the order of themes, of the world, of tiers; within them by name.
  static func groups(_ corpus: CorpusRecord, _ grouping: HeatGrouping, _ site: SiteContext) -> [Group] {
    let clusters = corpus.records(of: .cluster)
    let byKey = Dictionary(grouping: clusters) { key($0, grouping, corpus) }
    let keys: [(id: String, title: String)]
    switch grouping {
    case .theme: keys = site.themes.map { ($0.id.id, $0.name.value) }
    case .region: keys = corpus.atlas.geography.macroRegions.map { ($0.id, $0.name) }
    case .tier: keys = Tier.allCases.reversed().map { ($0.rawValue, Field.words($0.rawValue)) }
    }
    let known = Set(keys.map(\.id))
    let rest = clusters.filter { !known.contains(key($0, grouping, corpus)) }
    let named = keys.compactMap { key in byKey[key.id].map { Group(id: key.id, title: key.title, total: $0.count, items: $0) } }
    return named
      + (rest.isEmpty ? [] : [Group(id: "none", title: "No \(grouping.rawValue) given", total: rest.count, items: rest)])
  }

  private static func key(_ record: SheetRecord, _ grouping: HeatGrouping, _ corpus: CorpusRecord) -> String {
    switch grouping {
    case .theme: record.sheet.cluster?.theme?.value ?? ""
    case .region: corpus.macroRegions(of: record.sheet).first ?? ""
    case .tier: record.sheet.aim.value.rawValue
    }
  }

  static func content(_ desk: ReviewDesk, _ grouping: HeatGrouping, part: Int) -> ReviewContent {
    var content = ReviewContent()
    let stem = ReviewTopic.completeness(grouping).stem
    let groups = desk.review.heat[grouping]?[part - 1].groups ?? []
    guard !groups.isEmpty else {
      content.html += "<p class=\"note\">There is no cluster yet.</p>\n"
      return content
    }
    content.html += key
    for group in groups { content.section("\(stem)-\(group.id)", group.title, count: group.total, table(group, desk)) }
    if grouping == .theme, part == 1 {
      content.section("\(stem)-components", "All clusters by component", components(desk.review.numbers))
    }
    return content
  }

  private static let key: HTML = """
    <p class="heat-key"><span><span class="heat-cell h-2">3</span> items, each with its source</span>\
    <span><span class="heat-cell h-some">2/3</span> two of three items have one</span>\
    <span><span class="heat-cell h-gap">gap</span> looked for, not known</span>\
    <span><span class="heat-cell h-silent">–</span> nothing said</span></p>

    """

  private static func table(_ group: Group, _ desk: ReviewDesk) -> HTML {
    let components = desk.review.corpus.components(of: .cluster)
    let caption = "Items by component: \(group.title)"
    var html: HTML = """
      <div class="table-wrap" role="region" aria-label="\(caption)" tabindex="0">
      <table class="heat">
      <caption class="sr-only">\(caption)</caption>
      <thead>
      <tr><th scope="col" rowspan="2">Cluster</th><th scope="col" rowspan="2" class="num">Complete</th>
      """
    let parts = parts(components)
    for part in parts { html += "<th scope=\"colgroup\" colspan=\"\(part.count)\">\(desk.title(of: part.name, .cluster))</th>" }
    html += "</tr>\n<tr>"
    for part in parts {
      let whole = " " + desk.title(of: part.name, .cluster).lowercased()
      for component in components where component.part == part.name {
        let title = component.title.hasSuffix(whole) ? String(component.title.dropLast(whole.count)) : component.title
        html += "<th scope=\"col\"><span class=\"upright\">\(title)</span></th>"
      }
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    for record in group.items {
      html +=
        "<tr><th scope=\"row\">\(desk.sheet(record.sheet.id))</th><td class=\"num\">\(ReviewWords.percent(record.completeness.percent))</td>"
      for count in record.components { html += cell(count) }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table>\n</div>"
    return html
  }

  /// The fields that hold components, in order, with how many each.
  private static func parts(_ components: [CompletenessScheme.Component]) -> [(name: String, count: Int)] {
    var parts: [(name: String, count: Int)] = []
    for component in components {
      if parts.last?.name == component.part { parts[parts.count - 1].count += 1 } else { parts.append((component.part, 1)) }
    }
    return parts
  }

  private static func cell(_ count: ComponentCount) -> HTML {
    guard count.items > 0 else {
      return count.gap == nil
        ? "<td class=\"h-silent\">–<span class=\"sr-only\"> nothing said</span></td>" : "<td class=\"h-gap\">gap</td>"
    }
    if count.sourced == 0 { return "<td class=\"h-none\">0/\(count.items)</td>" }
    if count.sourced < count.items { return "<td class=\"h-some\">\(count.sourced)/\(count.items)</td>" }
    return "<td class=\"h-\(count.items < 3 ? 1 : count.items < 6 ? 2 : 3)\">\(count.items)</td>"
  }

  private static func components(_ numbers: CorpusNumbers) -> HTML {
    let rows = numbers.components.map { share -> HTML in
      """
      <th scope="row">\(share.component.title)</th><td>\(share.component.tier?.rawValue ?? "–")</td><td class="num">\(Numbers.grouped(share.filled))</td>\
      <td class="num">\(Numbers.grouped(share.gaps))</td><td class="num">\(Numbers.grouped(share.silent))</td>\
      <td class="num">\(Numbers.grouped(share.items))</td><td class="num">\(ReviewWords.share(share.sourcedItems, of: share.items))</td>
      """
    }
    let columns = [
      Column("Component"), Column("Asked for by"), Column("Clusters with items", number: true),
      Column("with a gap", number: true),
      Column("silent", number: true), Column("Items", number: true), Column("with a source", number: true),
    ]
    return Table.make(caption: "Number of clusters and items by component", columns: columns, rows: rows)
  }
}
