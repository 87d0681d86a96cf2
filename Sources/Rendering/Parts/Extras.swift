import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// What somebody has added to the schema inside a form that the program itself knows: a player, a figure, a source, the location. It shows beside
/// what is known there, so that no value of a sheet is lost.
enum Extras {
  /// The fields of a mapping that are filled, shown by default, and not among `known`.
  static func fields(_ node: Node, _ field: Field?, except known: Set<String>) -> [(field: Field, value: Node)] {
    guard let field, node.isMapping else { return [] }
    return filled(node, field).filter { !known.contains($0.field.key) }
  }

  /// Each as a remark: `Founded: 1999`.
  static func notes(_ node: Node, _ field: Field?, except known: Set<String>, _ scope: Scope) -> HTML {
    fields(node, field, except: known).map {
      "<p class=\"note\">\($0.field.title): \(flat($0.value, $0.field, scope))</p>" as HTML
    }.joined()
  }

  /// Each as a sentence: ` Founded: 1999.`
  static func sentences(_ node: Node, _ field: Field?, except known: Set<String>, _ scope: Scope) -> HTML {
    fields(node, field, except: known).map { " \($0.field.title): \(flat($0.value, $0.field, scope))." as HTML }.joined()
  }

  /// A value in one line, whatever its form: lists with commas, mappings as `Title: value; Title: value`.
  static func flat(_ node: Node, _ field: Field, _ scope: Scope) -> HTML {
    if node.isSequence {
      if field.items?.refersTo == ["source"] { return scope.sources(node) }
      return node.items.map { flat($0, field.items ?? field, scope) }.joined(", ")
    }
    if node.isMapping, field.children.contains(where: { $0.key != "name" && $0.key != "country" }) || node["name"] == nil {
      return filled(node, field).map { "\($0.field.title): \(flat($0.value, $0.field, scope))" as HTML }.joined("; ")
    }
    return Values.html(node, field, scope)
  }

  /// The filled fields in the schema's order, then those with keys of the author's own.
  static func filled(_ node: Node, _ field: Field) -> [(field: Field, value: Node)] {
    var all = field.children.compactMap { child in node[child.key].map { (field: child, value: $0) } }
    if let any = field.anyChild {
      for entry in node.entries where field.child(entry.key.text) == nil && !entry.key.text.hasPrefix("x-") {
        all.append((any.named(entry.key.text), entry.value))
      }
    }
    return all.filter { !$0.value.isBlank && ($0.value.isScalar || $0.value.count > 0) && $0.field.display != .hidden }
  }
}

extension Field {
  /// The same field under a key that the author chose.
  fileprivate func named(_ key: String) -> Field {
    Field(
      key: key, title: Field.words(key), description: description, types: types, format: format, display: display,
      refersTo: refersTo, values: values,
      children: children, items: items, anyChild: anyChild)
  }
}
