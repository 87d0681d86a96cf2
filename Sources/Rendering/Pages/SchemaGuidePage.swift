import EcosystemSchema
import Markup
import SheetModel
import Templates

/// The authoring guide of a kind, made from its schema: every field with its meaning, its values and an example.
enum SchemaGuidePage {
  static let index = "schema/index.html"

  static func address(of kind: SheetKind) -> String { "schema/\(kind.rawValue).html" }

  static func values(_ site: SiteContext, _ address: String, _ kind: SheetKind) -> [String: SlotValue] {
    let lead =
      "Every field of \(kind.nounWithArticle) sheet, in the order of the schema: what it means, what may stand in it, and who asks for it."
    var page = SheetSections()
    for field in site.field(of: kind)?.children ?? [] {
      page.add(id: anchor(field.key), title: field.title, SchemaFieldParts(kind: kind).html(field, path: field.key, depth: 0))
    }
    var values = FrameValues.make(
      site, address, title: "Authoring guide: \(kind.noun)", description: lead,
      crumbs: [.init("Authoring guide", index), .init(kind.title)], contents: page.contents)
    values.merge(ListPage.values(title: "\(kind.title): the fields", lead: lead, content: page.html)) { $1 }
    return values
  }

  static func indexValues(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead =
      "What may stand in a sheet of each kind. The guide is made from the schemas by which sheets are checked, so the two never differ."
    let rows = SheetKind.allCases.compactMap { kind -> HTML? in
      guard let field = site.field(of: kind) else { return nil }
      let count = Numbers.grouped(SchemaFieldParts.count(field))
      return """
        <li><h3><a href="\(scope.link(SchemaGuidePage.address(of: kind)))">\(kind.title)</a></h3>\
        <p class="meta">\(count) fields · <code>\(kind.folder)/…md</code></p><p>\(field.description)</p></li>

        """
    }
    let how: HTML = """
      <p class="section-intro">A sheet is a Markdown file: fields between two lines of three hyphens, then the text. <code>clusterbook new cluster an-id</code> writes one with every field \
      as a comment; <code>clusterbook check</code> says what is wrong, and what the sheet lacks for its aim. A tier beside a field says which aims ask for it.</p>

      """
    var values = FrameValues.make(site, address, title: "Authoring guide", description: lead)
    values.merge(
      ListPage.values(
        title: "Authoring guide", lead: lead,
        content: Blocks.section(id: "all", title: "Kinds of sheet", how + "<ul class=\"directory\">\n\(rows.joined())</ul>"))
    ) { $1 }
    return values
  }

  static func anchor(_ path: String) -> String {
    "field-" + path.map { $0 == "." ? "--" : $0 == "_" ? "-" : String($0) }.joined()
  }
}

/// A field and all that lies in it.
struct SchemaFieldParts {
  let kind: SheetKind

  func html(_ field: Field, path: String, depth: Int) -> HTML {
    var html: HTML = "<p class=\"note\"><code>\(path)</code> · \(facts(field).joined(separator: " · "))</p>\n"
    if !field.description.isEmpty { html += "<p class=\"measure\">\(field.description)</p>\n" }
    if let question = field.question { html += "<p class=\"measure\"><em>\(question)</em></p>\n" }
    if !field.values.isEmpty { html += values(field, path) }
    if let example = field.example { html += "<p class=\"note\">Example: <code>\(example)</code></p>\n" }
    let inner = field.items ?? field
    if field.items != nil, inner.children.isEmpty, !inner.description.isEmpty, inner.description != field.description {
      html += "<p class=\"measure\">Each: \(inner.description)</p>\n"
    }
    if field.items != nil, !inner.values.isEmpty { html += values(inner, path) }
    // Nobody reads deeper than this; the schema itself says the rest.
    guard depth < 3 else { return html }
    for child in inner.children { html += part(child, path: path + "." + child.key, depth: depth + 1) }
    if let any = inner.anyChild, any.title != "" || !any.description.isEmpty {
      html += "<p class=\"note\">Further keys: \(any.description)</p>\n"
    }
    return html
  }

  private func part(_ field: Field, path: String, depth: Int) -> HTML {
    let content = html(field, path: path, depth: depth)
    let id = SchemaGuidePage.anchor(path)
    switch depth {
    case 1: return "<div class=\"sub field\" id=\"\(id)\">\n<h3>\(field.title)</h3>\n\(content)</div>\n"
    case 2: return "<div class=\"sub field\" id=\"\(id)\">\n<h4>\(field.title)</h4>\n\(content)</div>\n"
    default: return "<div class=\"sub field\" id=\"\(id)\">\n<h5>\(field.title)</h5>\n\(content)</div>\n"
    }
  }

  /// `text`, `needed`, `asked for from publishable on`, `wants a source`.
  private func facts(_ field: Field) -> [String] {
    var facts: [String] = []
    let inner = field.items ?? field
    if !inner.refersTo.isEmpty {
      facts.append((field.items == nil ? "id of " : "ids of ") + inner.refersTo.map { "a " + $0 }.joined(separator: " or "))
    } else {
      let words: [JSONType: String] = [
        .string: "text", .integer: "whole number", .number: "number", .boolean: "true or false", .array: "list",
        .object: "group of fields",
      ]
      // A whole number is a number too.
      let types = JSONType.allCases.filter { field.types.contains($0) && !($0 == .integer && field.types.contains(.number)) }
      let named = types.compactMap { words[$0] }
      if !named.isEmpty, named.count < words.count - 1 { facts.append(named.joined(separator: " or ")) }
    }
    if let format = field.format { facts.append(["uri": "web address", "date": "date, such as 2026-11-22"][format] ?? format) }
    if let unit = field.unit { facts.append("in \(unit)") }
    if field.isRequired { facts.append("needed") }
    if let tier = field.tier { facts.append("for the tier \(tier.rawValue)\(tier == .full ? "" : " and above")") }
    if field.isFact { facts.append("wants a source") }
    if let group = field.group { facts.append("counts in \(Field.words(group).lowercased())") }
    return facts
  }

  private func values(_ field: Field, _ path: String) -> HTML {
    let others = Dictionary(grouping: field.synonyms.keys.sorted()) { field.synonyms[$0] ?? "" }
    let hasUnits = !field.units.isEmpty
    let rows = field.values.map { choice -> HTML in
      let unit: HTML = hasUnits ? "<td>\(field.units[choice.value] ?? "")</td>" : HTML()
      return
        "<th scope=\"row\"><code>\(choice.value)</code></th><td>\(choice.label)</td>\(unit)<td class=\"quiet\">\((others[choice.value] ?? []).joined(separator: ", "))</td>"
    }
    let columns =
      [Column("Value"), Column("Shown as")] + (hasUnits ? [Column("Unit")] : []) + [Column("Also understood, with a hint")]
    return Table.make(caption: "Values of \(path)", columns: columns, narrow: true, rows: rows) + "\n"
  }

  /// All fields at any depth.
  static func count(_ field: Field) -> Int {
    field.children.reduce(0) { $0 + 1 + count($1.items ?? $1) }
  }
}
