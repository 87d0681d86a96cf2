import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// Players and resources: at a glance, and in full. Components, their order and their titles are the schema's.
enum Ecosystem {
  /// What a component of the ecosystem says.
  private enum State {
    case items([Node])
    case gap(Node)
    case silent
  }

  private static func state(_ part: String, _ component: Field, _ sheet: Sheet) -> State {
    if let list = sheet.tree.root[part]?[component.key], list.count > 0 { return .items(Array(list.items)) }
    let gap = sheet.tree.root["gaps"]?.items.first { $0["field"]?.textEquals("\(part).\(component.key)") ?? false }
    return gap.map { .gap($0) } ?? .silent
  }

  static func identifier(_ part: String, _ component: String) -> String { "\(part)-\(component.replacing("_", with: "-"))" }

  // MARK: - At a glance

  static func glance(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let root = scope.site.field(of: sheet.id.kind) else { return HTML() }
    var html: HTML =
      "<section class=\"glance\" aria-labelledby=\"glance-title\">\n<h2 id=\"glance-title\">The ecosystem at a glance</h2>\n"
    for (part, className) in [("players", "strip"), ("resources", "strip strip-7")] {
      guard let field = root.child(part) else { continue }
      html += "<h3 id=\"glance-\(part)\">\(field.title)</h3>\n<ol class=\"\(className)\" aria-labelledby=\"glance-\(part)\">\n"
      for component in field.children { html += cell(part, component, whole: field, sheet) }
      html += "</ol>\n"
    }
    html += """
      <p class="glance-key" aria-hidden="true"><span><span class="tally"><i></i></span>one item, with its source</span>\
      <span><span class="tally"><i class="unsourced"></i></span>one item, no source</span>\
      <span><span class="tally"><span class="gap"></span></span>looked for, not known</span>\
      <span><span class="tally"><span class="silence"></span></span>nothing said</span></p>
      </section>
      """
    return html
  }

  private static func cell(_ part: String, _ component: Field, whole: Field, _ sheet: Sheet) -> HTML {
    // "Human resources" under the heading "Resources" says the word twice.
    let word = " " + whole.title.lowercased()
    let label = component.title.hasSuffix(word) ? String(component.title.dropLast(word.count)) : component.title
    let className: HTML
    let tally: HTML
    let count: HTML
    switch state(part, component, sheet) {
    case .items(let items):
      let sourced = items.map { ($0["sources"]?.count ?? 0) > 0 }
      let known = sourced.count { $0 }
      className = "cell"
      tally = sourced.prefix(12).map {
        $0 ? HTML("<i></i>" as StaticString) : HTML("<i class=\"unsourced\"></i>" as StaticString)
      }.joined()
      let says = known == items.count ? "all sourced" : known == 0 ? "none sourced" : "\(known) sourced"
      count = "\(items.count)<span class=\"sr-only\"> \(items.count == 1 ? "item" : "items"), \(says)</span>"
    case .gap: (className, tally, count) = ("cell is-gap", "<span class=\"gap\"></span>", "not known")
    case .silent: (className, tally, count) = ("cell is-silent", "<span class=\"silence\"></span>", "nothing said")
    }
    return """
      <li class="\(className)"><a href="#\(identifier(part, component.key))"><span class="cell-label">\(label)</span> \
      <span class="tally" aria-hidden="true">\(tally)</span> <span class="cell-count">\(count)</span></a></li>

      """
  }

  // MARK: - Players

  /// One table, a body for each component; also those of which nothing is known.
  static func players(_ scope: Scope) -> (html: HTML, count: Int) {
    guard let sheet = scope.sheet, let root = scope.site.field(of: sheet.id.kind), let field = root.child("players") else {
      return (HTML(), 0)
    }
    var total = 0
    let bodies = field.children.map { component -> HTML in
      var html: HTML = "<tbody id=\"\(identifier("players", component.key))\">\n"
      switch state("players", component, sheet) {
      case .items(let items):
        total += items.count
        html += head(component, count: "\(items.count)")
        for item in items { html += row(item, component, scope) }
      case .gap(let gap): html += head(component, count: "") + absence("is-gap", absent(gap, root))
      case .silent: html += head(component, count: "") + absence("is-silent", "Nothing is said here.")
      }
      html += "</tbody>"
      return html
    }
    let columns = [
      Column("Name"), Column("Kind"), Column("Role"), Column("Country"), Column("Since", number: true), Column("Sources"),
    ]
    return (Table.make(caption: "Players by kind", columns: columns, className: "players", bodies: bodies.joined("\n")), total)
  }

  private static func head(_ component: Field, count: String) -> HTML {
    "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"6\">\(component.title)<span class=\"count\">\(count)</span></th></tr>\n"
  }

  private static func absence(_ className: String, _ text: String) -> HTML {
    "<tr class=\"\(className)\"><td colspan=\"6\">\(text)</td></tr>\n"
  }

  private static func absent(_ gap: Node, _ root: Field) -> String {
    let tried = gap["tried"]?.text ?? ""
    return GapList.reason(gap, root) + (tried.isEmpty ? "" : " " + tried)
  }

  private static func row(_ item: Node, _ component: Field, _ scope: Scope) -> HTML {
    let name = item["name"]?.text ?? ""
    let linked: HTML = item["url"].map { Blocks.external($0.text, text: name) } ?? "\(name)"
    func label(_ key: String) -> String {
      item[key].map { component.items?.child(key)?.label(of: $0.text) ?? Field.words($0.text) } ?? ""
    }
    let country = item["country"].map { scope.site.geography.countryName($0.text) } ?? ""
    // A field that the observatory adds to a player shows in the row head.
    let known: Set<String> = ["name", "kind", "role", "country", "url", "since", "sources", "note"]
    let further = Extras.notes(item, component.items, except: known, scope)
    return """
      <tr><th scope="row">\(linked)\(Blocks.note(item["note"]?.text))\(further)</th><td>\(label("kind"))</td><td>\(label("role"))</td>\
      <td>\(country)</td><td class="num">\(item["since"]?.text ?? "")</td>\(scope.sourceCell(item["sources"]))</tr>

      """
  }

  // MARK: - Resources

  static func resources(_ scope: Scope) -> (html: HTML, count: Int) {
    guard let sheet = scope.sheet, let root = scope.site.field(of: sheet.id.kind), let field = root.child("resources") else {
      return (HTML(), 0)
    }
    var total = 0
    let parts = field.children.map { component -> HTML in
      switch state("resources", component, sheet) {
      case .items(let items):
        total += items.count
        return part(component, count: items.count, className: "component", items.map { entry($0, component, scope) }.joined("\n"))
      case .gap(let gap): return part(component, count: nil, className: "component is-gap", "<p>\(absent(gap, root))</p>")
      case .silent: return part(component, count: nil, className: "component is-silent", "<p>Nothing is said here.</p>")
      }
    }
    return (parts.joined("\n"), total)
  }

  private static func part(_ component: Field, count: Int?, className: String, _ content: HTML) -> HTML {
    let id = identifier("resources", component.key)
    let counted: HTML = count.map { " <span class=\"count\">\($0)</span>" } ?? HTML()
    return """
      <section class="\(className)" id="\(id)" aria-labelledby="\(id)-title">
      <h3 id="\(id)-title">\(component.title)\(counted)</h3>
      \(content)
      </section>
      """
  }

  private static func entry(_ item: Node, _ component: Field, _ scope: Scope) -> HTML {
    let sources = scope.sources(item["sources"])
    let description = item["description"]?.text ?? ""
    var content: HTML = description.isEmpty ? "" : "<p>\(description) \(sources)</p>"
    content += FigureParts.inline(item["figures"], scope)
    if description.isEmpty { content += sources }
    let known: Set<String> = ["name", "description", "figures", "sources", "note"]
    content += Extras.notes(item, component.items, except: known, scope)
    content += Blocks.note(item["note"]?.text)
    return "<div class=\"entry\"><h4>\(item["name"]?.text ?? "")</h4><div>\(content)</div></div>"
  }
}
