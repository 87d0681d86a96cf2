import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// Any field of the schema, shown by its form alone: what somebody adds to the schema appears on the page with no recompilation.
enum GenericField {
  /// How a value is shown.
  enum Form {
    /// A row of the fact list.
    case fact(HTML)
    /// A section of its own; the count is the number of items of a list.
    case block(HTML, count: Int?)
  }

  /// A text longer than this many characters is no row of a fact list.
  private static let longestFact = 90

  /// nil where there is nothing to show.
  static func form(_ node: Node, _ field: Field, _ scope: Scope, level: Int = 3) -> Form? {
    guard field.display != .hidden, !node.isBlank else { return nil }
    if node.isSequence { return list(node, field, scope) }
    if node.isMapping {
      if field.children.isEmpty, field.anyChild == nil, node["name"] != nil { return .fact(Values.html(node, field, scope)) }
      let content = mapping(node, field, scope, level: level)
      return content.isEmpty ? nil : .block(content, count: nil)
    }
    if node.text.count > longestFact, field.refersTo.isEmpty {
      return .block("<p class=\"statement\">\(node.text)</p>", count: nil)
    }
    return .fact(Values.html(node, field, scope))
  }

  private static func list(_ node: Node, _ field: Field, _ scope: Scope) -> Form? {
    guard let items = field.items else { return nil }
    if items.refersTo == ["figure"] {
      let figures = FigureParts.inline(node, scope)
      return figures.isEmpty ? nil : .block(figures, count: nil)
    }
    if items.refersTo == ["source"] { return nil }
    if isTimeline(field, items) { return .block(timeline(node, items, scope), count: nil) }
    let all = Array(node.items)
    if all.allSatisfy(\.isScalar) {
      let isShort = all.allSatisfy { $0.text.count < 40 } && all.count <= 12
      if isShort, field.display != .list || !items.refersTo.isEmpty {
        return .fact(all.map { Values.html($0, items, scope) }.joined(", "))
      }
      return .block(Blocks.list(all.map { Values.html($0, items, scope) }, className: "items"), count: all.count)
    }
    if isStatements(items) { return .block(Blocks.list(all.map { statement($0, scope) }, className: "items"), count: all.count) }
    return .block(table(all.filter(\.isMapping), field.title, items, scope), count: all.count)
  }

  /// Sentences, some with sources: items that are texts or `{text, sources, note}`.
  private static func isStatements(_ items: Field) -> Bool {
    items.child("text") != nil && items.children.allSatisfy { ["text", "sources", "note"].contains($0.key) }
  }

  private static func statement(_ node: Node, _ scope: Scope) -> HTML {
    guard node.isMapping else { return "\(node.text)" }
    return "\(node["text"]?.text ?? "") \(scope.sources(node["sources"]))\(Blocks.note(node["note"]?.text))"
  }

  private static func isTimeline(_ field: Field, _ items: Field) -> Bool {
    field.display == .timeline && items.child("year") != nil
  }

  private static func timeline(_ node: Node, _ items: Field, _ scope: Scope) -> HTML {
    let events = node.items.filter(\.isMapping).enumerated().sorted { a, b in
      let (x, y) = (a.element["year"]?.integer ?? 0, b.element["year"]?.integer ?? 0)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    var html: HTML = "<ol class=\"timeline\">\n"
    for event in events {
      let text = items.children.filter { !["year", "sources", "note"].contains($0.key) }.compactMap { child in
        event[child.key].map { Extras.flat($0, child, scope) }
      }.joined(". ")
      html +=
        "<li><span class=\"year\">\(event["year"]?.text ?? "")</span><div>\(text) \(scope.sources(event["sources"]))\(Blocks.note(event["note"]?.text))</div></li>\n"
    }
    html += "</ol>"
    return html
  }

  /// A table of the columns that any item fills; sources last, remarks in the row head.
  private static func table(_ rows: [Node], _ title: String, _ items: Field, _ scope: Scope) -> HTML {
    let columns = items.children.filter { child in
      !["sources", "note", "id"].contains(child.key) && child.display != .hidden
        && rows.contains { $0[child.key].map { !$0.isBlank } ?? false }
    }
    let hasSources = items.child("sources") != nil
    let heads =
      columns.enumerated().map { Column($1.title, number: $0 > 0 && isNumber($1)) } + (hasSources ? [Column("Sources")] : [])
    let lines = rows.map { row -> HTML in
      var cells = HTML()
      for (i, column) in columns.enumerated() {
        let value = row[column.key].map { Extras.flat($0, column, scope) } ?? HTML()
        if i == 0 {
          // A head with nothing in it is none.
          let head: HTML = "\(value)\(Blocks.note(row["note"]?.text))"
          cells += head.isEmpty ? "<td></td>" : "<th scope=\"row\">\(head)</th>"
        } else {
          cells += isNumber(column) ? "<td class=\"num\">\(value)</td>" : "<td>\(value)</td>"
        }
      }
      if hasSources { cells += scope.sourceCell(row["sources"]) }
      return cells
    }
    return Table.make(caption: title, columns: heads, rows: lines)
  }

  private static func isNumber(_ field: Field) -> Bool {
    field.types.isSubset(of: [.integer, .number, .null]) && !field.types.isEmpty
  }

  /// A definition list of the scalars, then a part for each list and mapping, one heading level deeper.
  private static func mapping(_ node: Node, _ field: Field, _ scope: Scope, level: Int) -> HTML {
    var facts = HTML()
    var parts = HTML()
    for (child, value) in Extras.filled(node, field) where !["sources", "note"].contains(child.key) {
      guard let form = form(value, child, scope, level: min(level + 1, 6)) else { continue }
      switch form {
      case .fact(let html): facts += "<div><dt>\(child.title)</dt><dd>\(html)</dd></div>\n"
      case .block(let html, _) where value.isScalar: facts += "<div><dt>\(child.title)</dt><dd>\(html)</dd></div>\n"
      case .block(let html, let count): parts += Blocks.part(title: "\(child.title)", count: count, level: level, html)
      }
    }
    var html: HTML = facts.isEmpty ? "" : "<dl class=\"pairs\">\n\(facts)</dl>\n"
    html += parts
    if let marks = scope.sourceMarks(node["sources"]) {
      html += "<p class=\"note\">Sources <span class=\"refs\">\(marks)</span></p>"
    }
    html += Blocks.note(node["note"]?.text)
    return html
  }
}
