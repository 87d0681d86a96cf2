import EcosystemSchema
import FrontMatter
import Markup
import SheetModel
import Templates

/// The list of a kind's sheets: policies, initiatives, concepts, case studies.
enum IndexPage {
  static func values(_ site: SiteContext, _ address: String, _ kind: SheetKind) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let sheets = site.sheets(of: kind)
    let title = kind.pluralTitle
    let lead = leads[kind] ?? ""
    var values = FrameValues.make(site, address, title: title, description: lead)
    let list = sheets.isEmpty ? "<p class=\"note\">None has been written yet.</p>" : directory(sheets, scope)
    let letters = sheets.count > Letters.longList ? Letters.navigation(Set(sheets.map { Letters.of($0.name.value) })) : HTML()
    values.merge(
      ListPage.values(
        title: title, lead: lead, az: letters, content: Blocks.section(id: "all", title: "All, A to Z", count: sheets.count, list)
      )
    ) { $1 }
    return values
  }

  private static let leads: [SheetKind: String] = [
    .policy: "Programmes of states and regions that found, label, fund or promote clusters.",
    .initiative: "Databases, studies, programmes and bodies that name clusters. They are how a cluster enters this atlas.",
    .concept: "What theory has to say: frameworks, components, expected effects, strengths and weaknesses.",
    .caseStudy: "Comparisons of regions and of clusters, each around a question.",
  ]

  private static func directory(_ sheets: [Sheet], _ scope: Scope) -> HTML {
    var html: HTML = "<ul class=\"directory\">\n"
    var seen: Set<String> = []
    for sheet in sheets {
      let meta = meta(sheet, scope)
      let letter = Letters.of(sheet.name.value)
      let isFirst = sheets.count > Letters.longList && seen.insert(letter).inserted
      html += isFirst ? "<li id=\"\(Letters.anchor(letter))\">" : "<li>"
      html += "<h3>\(scope.sheetLink(sheet.id))</h3>"
      if !meta.isEmpty { html += "<p class=\"meta\">\(meta)</p>" }
      if let summary = sheet.summary { html += "<p>\(summary)</p>" }
      html += "</li>\n"
    }
    html += "</ul>"
    return html
  }

  /// One line of what tells sheets of a kind apart.
  private static func meta(_ sheet: Sheet, _ scope: Scope) -> HTML {
    let root = sheet.tree.root
    guard let field = scope.site.field(of: sheet.id.kind) else { return HTML() }
    func label(_ key: String) -> String? {
      root[key].flatMap { $0.isBlank ? nil : field.child(key)?.label(of: $0.text) ?? $0.text }
    }
    var parts: [String] = []
    switch sheet.id.kind {
    case .policy:
      parts = (root["countries"]?.items.map { scope.site.geography.countryName($0.text) } ?? [])
      let years = Numbers.period(root["from"]?.text, root["to"]?.text)
      if !years.isEmpty { parts.append(years) }
      if let logic = label("logic") { parts.append(logic.lowercased()) }
    case .initiative: parts = [label("method"), label("scope")?.lowercased()].compactMap { $0 }
    case .concept:
      parts = [root["authors"]?.items.map(\.text).joined(separator: ", "), root["year"]?.text].compactMap { $0 }.filter {
        !$0.isEmpty
      }
    default: break
    }
    return "\(parts.joined(separator: ", "))"
  }
}

/// The values of the `list` layout.
enum ListPage {
  static func values(title: String, lead: String, map: HTML = HTML(), az: HTML = HTML(), content: HTML) -> [String: SlotValue] {
    [
      "title": .text(title), "lead": .text(lead), "facts": .html(HTML()), "map": .html(map), "az": .html(az),
      "content": .html(content),
    ]
  }
}

/// The five themes.
enum ThemeIndexPage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead =
      "The fields into which the study of 2008 sorts its clusters, in its order. Each cluster has one; it may touch others."
    var list: HTML = "<ul class=\"directory\">\n"
    for theme in site.themes {
      let count = Numbers.plural(site.clusters(ofTheme: theme.id.id).count, "cluster")
      list += "<li><h3>\(scope.themeLink(theme.id.id))</h3><p class=\"meta\">\(count)</p><p>\(theme.summary ?? "")</p></li>\n"
    }
    list += "</ul>"
    let caption: HTML = "Equal Earth projection."
    let map = MapFigures.figure(
      site.clusters, scope, title: "World map of all clusters by theme", caption: caption, legend: false)
    var values = FrameValues.make(site, address, title: "Themes", description: lead)
    values.merge(
      ListPage.values(title: "Themes", lead: lead, map: map, content: Blocks.section(id: "all", title: "The themes", list))
    ) { $1 }
    return values
  }
}
