import Markup
import SheetModel
import Templates

/// Clusters or regions side by side, for a case study or for a sheet whose `compare_with` names others.
enum ComparisonPage {
  static func values(_ site: SiteContext, _ address: String, _ origin: SheetID) -> [String: SlotValue] {
    guard let comparison = site.comparisons.comparison(of: origin), let sheet = site.atlas[origin] else { return [:] }
    let scope = Scope(site, address)
    let title = title(comparison, site)
    let lead = sheet.tree.root["question"]?.text ?? "Side by side, part by part, as the sheets have it."
    var values = FrameValues.make(
      site, address, title: title, description: lead,
      crumbs: [.init("Compare", ComparisonPlan.index), .init(sheet.name.value)])
    values["title"] = .text(title)
    values["lead"] = .text(lead)
    values["content"] = .html(content(comparison, scope))
    return values
  }

  static func title(_ comparison: Comparison, _ site: SiteContext) -> String {
    func name(_ id: SheetID) -> String { site.atlas[id]?.name.value ?? id.id }
    guard comparison.origin.kind != .caseStudy else { return name(comparison.origin) }
    let others = comparison.compared.filter { $0 != comparison.origin }.map(name)
    guard others.count < 3 else { return "\(name(comparison.origin)) beside \(others.count) others" }
    let last = others.last.map { others.count > 1 ? " and \($0)" : $0 } ?? ""
    return "\(name(comparison.origin)) beside \(others.dropLast().joined(separator: ", "))\(last)"
  }

  private static func content(_ comparison: Comparison, _ scope: Scope) -> HTML {
    var html: HTML = """
      <p class="compare-intro">Figures stand as their sheets give them, each with its year, its scope and its sources. Where year, scope, unit or method differ \
      they cannot be set against each other, and the row says so. Nothing is ranked, and nothing is added up. Numbers in small type are the sources in \
      each sheet’s own list.\(origin(comparison, scope))\(leftOut(comparison))</p>

      """
    if !comparison.clusters.isEmpty {
      html += Blocks.section(
        id: "clusters", title: "Clusters", count: comparison.clusters.count,
        ComparisonTable(comparison.clusters, scope).html(caption: "Clusters side by side"))
    }
    if !comparison.regions.isEmpty {
      html += Blocks.section(
        id: "regions", title: "Regions", count: comparison.regions.count,
        ComparisonTable(comparison.regions, scope).html(caption: "Regions side by side"))
    }
    return html
  }

  private static func origin(_ comparison: Comparison, _ scope: Scope) -> HTML {
    let link = scope.sheetLink(comparison.origin)
    return comparison.origin.kind == .caseStudy
      ? " What is found and what may be learned stands in the case study, \(link)."
      : " The comparison is named by the sheet of \(link)."
  }

  private static func leftOut(_ comparison: Comparison) -> HTML {
    comparison.leftOut == 0
      ? HTML() : " A page holds six; \(Numbers.grouped(comparison.leftOut)) more that are named do not stand here."
  }
}

/// The list of all comparisons.
enum ComparisonIndexPage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead = "Clusters and regions side by side, part by part. Nothing is ranked."
    let studies = site.comparisons.all.filter { $0.origin.kind == .caseStudy }
    let sheets = site.comparisons.all.filter { $0.origin.kind != .caseStudy }
    var content = HTML()
    var contents: [TableOfContents.Entry] = []
    for (id, title, list) in [("case-studies", "From case studies", studies), ("sheets", "From datasheets", sheets)]
    where !list.isEmpty {
      content += Blocks.section(id: id, title: title, count: list.count, directory(list, scope))
      contents.append(.init(id: id, title: title))
    }
    var values = FrameValues.make(site, address, title: "Compare", description: lead, contents: contents)
    values.merge(ListPage.values(title: "Compare", lead: lead, content: content)) { $1 }
    return values
  }

  private static func directory(_ list: [Comparison], _ scope: Scope) -> HTML {
    let named = list.map { (comparison: $0, title: ComparisonPage.title($0, scope.site)) }
    let sorted = named.sorted { a, b in
      a.title == b.title ? a.comparison.origin < b.comparison.origin : DiacriticFolding.precedes(a.title, b.title)
    }
    let items = sorted.map { item -> HTML in
      let names = item.comparison.compared.map { scope.site.atlas[$0]?.name.value ?? $0.id }.joined(separator: ", ")
      let question = scope.site.atlas[item.comparison.origin]?.tree.root["question"]?.text ?? ""
      return """
        <li><h3><a href="\(scope.link(item.comparison.address))">\(item.title)</a></h3><p class="meta">\(names)</p>\
        \(question.isEmpty ? HTML() : "<p>\(question)</p>")</li>

        """
    }
    return "<ul class=\"directory\">\n\(items.joined())</ul>"
  }
}

/// Links from a sheet to the pages on which it stands beside others.
enum ComparisonLinks {
  private static let most = 6

  /// A row of the fact list; nothing where there is no such page.
  static func fact(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet else { return HTML() }
    let site = scope.site
    let own = site.comparisons.comparison(of: sheet.id)
    let all = ([own].compactMap { $0 } + site.comparisons.comparisons(showing: sheet.id).filter { $0.origin != sheet.id })
    guard !all.isEmpty else { return HTML() }
    let links = all.prefix(most).map { comparison -> HTML in
      let text =
        sheet.id.kind == .caseStudy
        ? "\(comparison.compared.map { site.atlas[$0]?.name.value ?? $0.id }.joined(separator: ", "))"
        : ComparisonPage.title(comparison, site)
      return "<a href=\"\(scope.link(comparison.address))\">\(text)</a>"
    }
    let more: [HTML] = all.count > most ? ["and \(Numbers.grouped(all.count - most)) more"] : []
    return Blocks.fact("Side by side", Blocks.list(links + more, className: "side-by-side"))
  }
}
