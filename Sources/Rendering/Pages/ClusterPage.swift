import EcosystemSchema
import FrontMatter
import Linking
import Markup
import SheetModel
import Templates

/// The identity datasheet of a cluster.
enum ClusterPage {
  /// Shown in the head, in the fact column or at the foot, so not again among the sections.
  private static let placed: Set<String> = [
    "aim", "name", "aliases", "native_name", "former_ids", "summary", "theme", "secondary_themes", "theme_fit", "location",
    "players", "resources",
    "figures", "image", "evidence", "gaps", "sources", "review", "status", "entity", "founded", "website", "wikidata", "size",
    "origin", "sectors", "compare_with",
  ]

  static func values(_ site: SiteContext, _ address: String, _ sheet: Sheet) -> [String: SlotValue] {
    let scope = Scope(site, address, sheet: sheet)
    let cluster = sheet.cluster
    let root = site.field(of: .cluster)
    let theme = cluster?.theme?.value ?? ""
    let region = cluster?.countries.first.flatMap { site.geography.macroRegion(ofCountry: $0.value) }
    let (facts, sections) = content(scope)
    var crumbs = [FrameValues.Crumb("Clusters", "clusters/index.html")]
    if let region { crumbs.append(.init(region.name, Address.macroRegion(region.id))) }
    crumbs.append(.init(sheet.name.value))
    var values = FrameValues.make(
      site, address, title: sheet.name.value, description: sheet.summary, crumbs: crumbs,
      contents: sections.contents + [SheetSections.colophonEntry])
    let kind = cluster?.entity.map { root?.child("entity")?.label(of: $0) ?? Field.words($0) } ?? "Cluster"
    let status = cluster?.status.map { root?.child("status")?.label(of: $0) ?? Field.words($0) } ?? ""
    values.merge(SheetFrame.head(scope, kind: kind, status: status)) { $1 }
    values.merge(SheetFrame.colophon(scope)) { $1 }
    let also = (cluster?.secondaryThemes ?? []).map { " <span class=\"quiet\">also \(scope.themeLink($0))</span>" as HTML }
      .joined()
    values["theme_class"] = .text(ThemeMark.className(site, theme))
    values["place"] = .html(Places.html(sheet, scope))
    values["themes"] = .html(theme.isEmpty ? HTML() : scope.themeLink(theme) + also)
    values["glance"] = .html(Ecosystem.glance(scope))
    values["locator"] = .html(LocatorFigure.html(scope))
    values["facts"] = .html(facts)
    values["sections"] = .html(SheetPicture.html(scope) + sections.html)
    return values
  }

  private static func content(_ scope: Scope) -> (facts: HTML, sections: SheetSections) {
    guard let sheet = scope.sheet, let root = scope.site.field(of: .cluster) else { return (HTML(), SheetSections()) }
    var facts = ClusterFactList.html(scope)
    var sections = SheetSections()
    let players = Ecosystem.players(scope)
    sections.add(id: "players", title: root.child("players")?.title ?? "Players", count: players.count, players.html)
    let resources = Ecosystem.resources(scope)
    sections.add(id: "resources", title: root.child("resources")?.title ?? "Resources", count: resources.count, resources.html)
    sections.add(
      id: "figures", title: root.child("figures")?.title ?? "Figures", count: sheet.figures.count, FigureParts.table(scope))
    for (field, value) in location(scope, root) {
      switch GenericField.form(value, field, scope) {
      case .fact(let html): facts += Blocks.fact(field.title, html, sources: scope.evidence("location." + field.key))
      case .block(let html, let count):
        sections.add(id: "location-" + field.key.replacing("_", with: "-"), title: field.title, count: count, html)
      case nil: continue
      }
    }
    for field in root.children where !placed.contains(field.key) {
      let id = field.key.replacing("_", with: "-")
      let value = sheet.tree.root[field.key]
      if field.key == "relations" {
        let relations = RelationParts.html(value, field, scope)
        sections.add(id: id, title: field.title, count: nil, relations)
      } else if let value, let form = GenericField.form(value, field, scope) {
        switch form {
        case .fact(let html): facts += Blocks.fact(field.title, html, sources: scope.evidence(field.key))
        case .block(let html, let count):
          sections.add(id: id, title: field.title, count: count, lead(field.key, scope) + html + evidenceNote(field.key, scope))
        }
      }
    }
    sections.addText(scope)
    sections.addFoot(scope)
    return (facts, sections)
  }

  /// What the location says beyond what the head, the fact column and the map show.
  private static func location(_ scope: Scope, _ root: Field) -> [(field: Field, value: Node)] {
    guard let node = scope.sheet?.tree.root["location"], let field = root.child("location") else { return [] }
    let seat = node["seat"].map { Extras.fields($0, field.child("seat"), except: ["city", "lat", "lon", "precision"]) } ?? []
    return seat + Extras.fields(node, field, except: ["countries", "subdivisions", "nuts", "seat", "dimension", "territory"])
  }

  /// A sentence before a section that could be misread without it.
  private static func lead(_ key: String, _ scope: Scope) -> HTML {
    guard key == "identified_by", let sheet = scope.sheet, let visibility = scope.site.atlas.visibility(of: sheet) else {
      return HTML()
    }
    return """
      <p class="section-intro">Band \(visibility.band.rawValue). The band says by how many kinds of method a cluster is found; it is not a rank.</p>

      """
  }

  private static func evidenceNote(_ key: String, _ scope: Scope) -> HTML {
    let sources = scope.evidence(key)
    return sources.isEmpty ? HTML() : "\n<p class=\"note\">Sources \(sources)</p>"
  }
}

/// The relations of a cluster: those its own sheet states, and those that others state of it.
enum RelationParts {
  static func html(_ value: Node?, _ field: Field, _ scope: Scope) -> HTML {
    var html = HTML()
    if let value, case .block(let table, _)? = GenericField.form(value, field, scope) { html += table }
    guard let sheet = scope.sheet else { return html }
    let words = NetworkWords(scope)
    let others = scope.site.network.ties(of: sheet.id.id).filter { tie in !tie.said.contains { $0.cluster == sheet.id.id } }
    let items = others.map { tie -> HTML in
      let programme: HTML = tie.programme.map { ", under \(scope.sheetLink($0))" } ?? HTML()
      return "\(words.link(tie.other(than: sheet.id.id))) (\(words.phrase(tie, seenFrom: sheet.id.id))\(programme))"
    }
    if !items.isEmpty { html += "\n<p class=\"note\">Said on the other sheet: \(items.joined(", "))</p>" }
    return html
  }
}
