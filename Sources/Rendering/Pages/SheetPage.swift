import EcosystemSchema
import FrontMatter
import Markup
import SheetModel
import Templates

/// The page of a policy, an initiative, a concept, a case study or a region that is no country: all fields in the schema's order.
enum SheetPage {
  private static let placed: Set<String> = [
    "aim", "name", "aliases", "native_name", "former_ids", "summary", "image", "evidence", "gaps", "sources", "review",
    "compare_with",
  ]

  static func values(_ site: SiteContext, _ address: String, _ sheet: Sheet) -> [String: SlotValue] {
    let scope = Scope(site, address, sheet: sheet)
    let kind = sheet.id.kind
    let (facts, sections) = content(scope)
    var values = FrameValues.make(
      site, address, title: sheet.name.value, description: sheet.summary,
      crumbs: [.init(kind.pluralTitle, Address.index(of: kind)), .init(sheet.name.value)],
      contents: sections.contents + [SheetSections.colophonEntry])
    values.merge(SheetFrame.head(scope, kind: kind.title)) { $1 }
    values.merge(SheetFrame.colophon(scope)) { $1 }
    let clusters = NamedClusters.of(scope)
    let title = "Map of the clusters of \(sheet.name.value)"
    values["map"] = .html(
      clusters.count < 2
        ? HTML()
        : MapFigures.figure(
          clusters, scope, title: title, caption: "\(NamedClusters.caption(kind)). Equal Earth projection.", legend: false))
    values["facts"] = .html(facts)
    values["sections"] = .html(SheetPicture.html(scope) + sections.html)
    return values
  }

  /// The facts and sections of a sheet; also of a region's sheet on the page of its place.
  ///
  /// - Parameter said: keys of fields that the page says by itself.
  static func content(_ scope: Scope, said: Set<String> = []) -> (facts: HTML, sections: SheetSections) {
    guard let sheet = scope.sheet, let root = scope.site.field(of: sheet.id.kind) else { return (HTML(), SheetSections()) }
    var facts = HTML()
    var sections = SheetSections()
    for field in root.children where !placed.contains(field.key) && !said.contains(field.key) {
      guard let value = sheet.tree.root[field.key] else { continue }
      let id = field.key.replacing("_", with: "-")
      if field.key == "figures" {
        sections.add(id: id, title: field.title, count: sheet.figures.count, FigureParts.table(scope))
        continue
      }
      let evidence = scope.evidence(field.key)
      switch GenericField.form(value, field, scope) {
      case .fact(let html): facts += Blocks.fact(field.title, html, sources: evidence)
      case .block(let html, let count):
        sections.add(
          id: id, title: field.title, count: count,
          html + (evidence.isEmpty ? HTML() : "\n<p class=\"note\">Sources \(evidence)</p>"))
      case nil: continue
      }
    }
    facts += ComparisonLinks.fact(scope)
    sections.addText(scope)
    let clusters = NamedClusters.of(scope)
    sections.add(
      id: "clusters", title: "Clusters", count: clusters.count,
      clusters.isEmpty ? HTML() : ClusterTable.short(clusters, caption: NamedClusters.caption(sheet.id.kind), scope))
    sections.addFoot(scope)
    return (facts, sections)
  }
}

/// The clusters that name a policy, an initiative or another sheet in their front matter, by name.
enum NamedClusters {
  static func caption(_ kind: SheetKind) -> String { kind == .region ? "Clusters that lie here" : "Clusters that name it" }

  static func of(_ scope: Scope) -> [Sheet] {
    guard let sheet = scope.sheet, sheet.id.kind != .cluster, sheet.id.kind != .theme else { return [] }
    // On the page of a place its clusters stand already; a metropolitan area finds them by its subdivisions.
    if sheet.id.kind == .region {
      guard scope.site.places.address(ofRegionSheet: sheet.id) == nil else { return [] }
      return SiteContext.byName(scope.site.places.clusters(ofRegion: sheet, scope.site.atlas))
    }
    let ids = Set(
      scope.site.atlas.backlinks(to: sheet.id).filter {
        $0.field != nil && $0.from.kind == .cluster && scope.site.isPublished($0.from)
      }.map(\.from))
    return SiteContext.byName(ids.compactMap { scope.site.atlas[$0] })
  }
}
