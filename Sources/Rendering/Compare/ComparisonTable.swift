import EcosystemSchema
import FrontMatter
import Linking
import Markup
import SheetModel

/// Sheets of one kind as the columns of a table, the schema's fields as its rows: what somebody adds to the schema is compared too.
struct ComparisonTable {
  /// What the head of the column says, what is for the sheet alone, and what has a group of its own.
  private static let placed: Set<String> = [
    "aim", "name", "aliases", "native_name", "former_ids", "summary", "website", "wikidata", "sectors", "location", "players",
    "resources",
    "figures", "image", "evidence", "gaps", "sources", "review", "compare_with", "theme", "secondary_themes",
  ]

  private let columns: [Scope]
  private let page: Scope
  private let root: Field?

  init(_ ids: [SheetID], _ page: Scope) {
    self.page = page
    columns = ids.compactMap { page.site.atlas[$0] }.map { Scope(page.site, page.address, sheet: $0, isElsewhere: true) }
    root = ids.first.flatMap { page.site.field(of: $0.kind) }
  }

  func html(caption: String) -> HTML {
    guard let root else { return HTML() }
    var bodies = [group("In short", outline(root))]
    var further: [HTML] = []
    for field in root.children {
      switch field.key {
      case "players", "resources": bodies.append(group(field.title, components(field)))
      case "figures": bodies.append(group(field.title, ComparisonFigures(columns, field).rows))
      case _ where Self.placed.contains(field.key) || field.display == .hidden || !isBlock(field): continue
      case _ where field.items != nil: further += row(field.title, field.key, field)
      default: bodies.append(group(field.title, parts(field)))
      }
    }
    bodies.append(group("Further", further))
    let heads = columns.map { "<th scope=\"col\">\(head($0))</th>" as HTML }.joined()
    return """
      <div class="table-wrap compare-wrap" role="region" aria-label="Table: \(caption)" tabindex="0">
      <table class="compare compare-\(columns.count)">
      <caption class="sr-only">\(caption)</caption>
      <thead>
      <tr><th scope="col">Field</th>\(heads)</tr>
      </thead>
      \(bodies.joined())</table>
      </div>
      """
  }

  private func head(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet else { return HTML() }
    let name = scope.sheetLink(sheet.id)
    guard let cluster = sheet.cluster else { return name }
    let mark = cluster.theme.map { ThemeMark.svg(scope.site, $0.value) } ?? HTML()
    return "\(mark)\(name)<span class=\"where\">\(Places.text(sheet, scope.site))</span>"
  }

  private func group(_ title: String, _ rows: [HTML]) -> HTML {
    guard !rows.isEmpty else { return HTML() }
    return """
      <tbody>
      <tr class="group"><th scope="rowgroup" colspan="\(columns.count + 1)"><span>\(title)</span></th></tr>
      \(rows.joined())</tbody>

      """
  }

  /// Fields that are a list or a mapping stand behind the figures; those of one value stand in front.
  private func isBlock(_ field: Field) -> Bool { field.items != nil || !field.children.isEmpty }

  // MARK: - Rows

  private func outline(_ root: Field) -> [HTML] {
    var rows: [HTML] = []
    // In many columns a summary is a tower; the head of the column leads to it.
    if root.child("summary") != nil, columns.count <= 3 {
      rows += plain("Summary") { $0.sheet?.summary.map { "\($0)" } ?? HTML() }
    }
    if let theme = root.child("theme") {
      rows += plain(theme.title) { scope in
        let cluster = scope.sheet?.cluster
        let also = (cluster?.secondaryThemes ?? []).map { "<li class=\"quiet\">also \(scope.themeText($0))</li>" as HTML }
        let own = cluster?.theme.map { "<li>\(scope.themeText($0.value))</li>" as HTML } ?? HTML()
        return own.isEmpty ? HTML() : "<ul class=\"compare-list\">\(own)\(also.joined())</ul>"
      }
    }
    for field in root.children where !Self.placed.contains(field.key) && !isBlock(field) {
      rows += row(field.title, field.key, field)
    }
    if let location = root.child("location") {
      for field in location.children where !["seat", "places", "nuts"].contains(field.key) {
        rows += row(field.title, "location." + field.key, field)
      }
    }
    if columns.first?.sheet?.id.kind == .cluster {
      rows += plain("Visibility band") { scope in
        scope.sheet.flatMap { scope.site.atlas.visibility(of: $0) }.map { "<span class=\"band\">\($0.band.rawValue)</span>" }
          ?? HTML()
      }
    }
    if columns.first?.sheet?.id.kind == .region { rows += plain("Clusters in this atlas", clusters) }
    return rows
  }

  /// The clusters of a region by name, a few of them.
  private func clusters(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet else { return HTML() }
    let all = SiteContext.byName(scope.site.places.clusters(ofRegion: sheet, scope.site.atlas))
    guard !all.isEmpty else { return HTML() }
    var items = all.prefix(ComparisonCell.most).map { "<li>\(page.sheetLink($0.id))</li>" as HTML }
    if all.count > ComparisonCell.most {
      items.append("<li><a href=\"\(scope.sheetPage)\">and \(Numbers.grouped(all.count - ComparisonCell.most)) more</a></li>")
    }
    return "<ul class=\"compare-list\">\(items.joined())</ul>"
  }

  /// The components of players or of resources, those too of which nobody says anything: that is a finding.
  private func components(_ field: Field) -> [HTML] {
    field.children.map { component in
      let path = field.key + "." + component.key
      let cells = columns.map { scope -> HTML in
        guard let value = scope.sheet?.tree.root.at(path), value.count > 0 else { return ComparisonCell.absence(path, scope) }
        let anchor = Ecosystem.identifier(field.key, component.key)
        return "<td>\(ComparisonCell.html(value, component, scope, anchor: anchor))</td>"
      }
      return Self.row(component.title, cells)
    }
  }

  /// The fields of a mapping; its own sources stand once, in the first row.
  private func parts(_ field: Field) -> [HTML] {
    var rows: [HTML] = []
    for child in field.children {
      rows += row(child.title, field.key + "." + child.key, child, sources: rows.isEmpty ? field.key + ".sources" : nil)
    }
    return rows
  }

  /// A row for the values at a path; none where no sheet has one.
  ///
  /// - Parameter sources: the path of sources that stand beside the value.
  private func row(_ title: String, _ path: String, _ field: Field, sources: String? = nil) -> [HTML] {
    let values = columns.map { scope -> Node? in
      guard let value = scope.sheet?.tree.root.at(path), !value.isBlank, value.isScalar || value.count > 0 else { return nil }
      return value
    }
    guard field.display != .hidden, !["sources", "note"].contains(field.key), values.contains(where: { $0 != nil }) else {
      return []
    }
    let anchor = String(path.prefix { $0 != "." }).replacing("_", with: "-")
    let cells = zip(values, columns).map { value, scope -> HTML in
      guard let value else { return ComparisonCell.absence(path, scope) }
      let html = ComparisonCell.html(value, field, scope, anchor: anchor)
      let marks =
        (value.isScalar ? scope.evidence(path) : HTML()) + scope.sources(sources.flatMap { scope.sheet?.tree.root.at($0) })
      return "<td>\(html)\(marks.isEmpty ? HTML() : " \(marks)")</td>"
    }
    return [Self.row(title, cells)]
  }

  private func plain(_ title: String, _ cell: (Scope) -> HTML) -> [HTML] {
    let cells = columns.map(cell)
    guard cells.contains(where: { !$0.isEmpty }) else { return [] }
    return [Self.row(title, cells.map { $0.isEmpty ? ComparisonCell.silence : "<td>\($0)</td>" })]
  }

  static func row(_ title: String, note: String = "", _ cells: [HTML]) -> HTML {
    "<tr><th scope=\"row\">\(title)\(note.isEmpty ? HTML() : Blocks.note(note))</th>\(cells.joined())</tr>\n"
  }
}
