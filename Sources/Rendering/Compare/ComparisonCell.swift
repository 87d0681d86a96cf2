import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// A value of a sheet in the narrow column of a comparison: short, with its years and sources; what is longer stands on the sheet's own page.
enum ComparisonCell {
  /// So many items of a list; then a link to the rest.
  static let most = 8
  private static let longest = 180
  /// Addresses and numbers of other data bases do not help to compare.
  private static let passedOver: Set<String> = [
    "id", "sources", "note", "url", "wikidata", "ror", "country", "from", "to", "until", "since", "figures", "description",
    "evidence",
  ]

  static let silence: HTML = "<td class=\"is-silent\">nothing said</td>"

  /// What stands where a sheet has no value: that it was looked for, or nothing.
  static func absence(_ path: String, _ scope: Scope) -> HTML {
    let parent = String(path.prefix { $0 != "." })
    let isGap = scope.sheet?.gaps.contains { $0.field.value == path || $0.field.value == parent } ?? false
    return isGap ? "<td class=\"is-gap\">looked for, not known</td>" : silence
  }

  /// - Parameter anchor: the part of the sheet's page that has the whole.
  static func html(_ node: Node, _ field: Field, _ scope: Scope, anchor: String) -> HTML {
    if field.refersTo == ["figure"], let figure = scope.sheet?.figures.first(where: { node.textEquals($0.id.value) }) {
      return FigureWords(figure, scope).line
    }
    if node.isScalar {
      return field.values.isEmpty && field.refersTo.isEmpty && node.text.count > longest
        ? "\(cut(node.text))" : Values.html(node, field, scope)
    }
    if node.isSequence {
      let items = field.items ?? field
      let all = Array(node.items)
      var list = all.prefix(most).map { "<li>\(item($0, items, scope))</li>" as HTML }
      if all.count > most {
        list.append("<li><a href=\"\(scope.sheetPage)#\(anchor)\">and \(Numbers.grouped(all.count - most)) more</a></li>")
      }
      return "<ul class=\"compare-list\">\(list.joined())</ul>"
    }
    return item(node, field, scope)
  }

  /// `Novo Nordisk  anchor firm, since 1923  ²`
  private static func item(_ node: Node, _ field: Field, _ scope: Scope) -> HTML {
    guard node.isMapping else { return node.text.count > longest ? "\(cut(node.text))" : Values.html(node, field, scope) }
    var parts = Extras.filled(node, field).filter {
      !passedOver.contains($0.field.key) && !($0.field.items?.refersTo.contains("source") ?? false)
    }
    guard !parts.isEmpty else { return Values.html(node, field, scope) }
    let first = parts.removeFirst()
    var quiet = parts.map { part -> HTML in
      part.value.isScalar && part.field.values.isEmpty && part.field.refersTo.isEmpty
        ? "\(cut(part.value.text))"
        : part.field.values.isEmpty
          ? Extras.flat(part.value, part.field, scope) : "\(NetworkWords.inSentence(part.field.label(of: part.value.text)))"
    }
    // In a relation `to` is the partner, elsewhere the last year.
    let end = node["until"] ?? node["to"].flatMap { $0.integer == nil ? nil : $0 }
    let period = Numbers.period((node["from"] ?? node["since"])?.text, end?.text)
    if !period.isEmpty { quiet.append("\(period)") }
    let isText = first.value.isScalar && first.field.refersTo.isEmpty && first.field.values.isEmpty
    var html = isText ? "\(cut(first.value.text))" : Extras.flat(first.value, first.field, scope)
    if let to = node["to"], to.isMapping || field.child("to")?.refersTo == ["cluster"], let other = field.child("to") {
      quiet.insert(first.value.isScalar ? "\(NetworkWords.inSentence(first.field.label(of: first.value.text)))" : html, at: 0)
      html = Extras.flat(to, other, scope)
    }
    let sources = scope.sources(node["sources"])
    if !sources.isEmpty { html += " \(sources)" }
    if !quiet.isEmpty { html += "<span class=\"detail\">\(quiet.joined(", "))</span>" }
    return html
  }

  private static func cut(_ text: String) -> String {
    guard text.count > longest else { return text }
    let head = text.prefix(longest - 1)
    return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + "…"
  }
}
