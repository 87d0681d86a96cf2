import EcosystemSchema
import FrontMatter
import MarkdownBody
import SourceText

extension Sheet {
  /// Makes the model of a sheet from its parts. What the schema has found wrong may be missing or odd here; nothing traps on it.
  package init(id: SheetID, path: String, tree: Tree, body: Body, field: Field) {
    let root = tree.root
    self.id = id
    self.path = path
    self.tree = tree
    self.body = body
    name = root["name"].flatMap { $0.isScalar && !$0.isBlank ? Located($0.text, $0.span) : nil } ?? Located(id.id, Span.at(0))
    aliases = root["aliases"]?.items.filter(\.isScalar).map { Located($0.text, $0.span) } ?? []
    summary = root["summary"].flatMap { $0.isScalar && !$0.isBlank ? $0.text : nil }
    let written = root["aim"].flatMap { node in Tier(rawValue: node.text).map { Located($0, node.span) } }
    aim = written ?? Located(id.kind == .theme ? .publishable : .draft, root["aim"]?.span ?? Span.at(0))
    var walk = ReferenceWalk()
    walk.visit(root, field, path: "")
    references = walk.references
    localReferences = walk.localReferences
    sources = root["sources"]?.items.compactMap(SourceEntry.init) ?? []
    figureIDs =
      root["figures"]?.items.compactMap { item in
        item["id"].flatMap { $0.isScalar && !$0.isBlank ? Located($0.text, $0.span) : nil }
      } ?? []
    figures = root["figures"]?.items.compactMap(Figure.init) ?? []
    gaps = root["gaps"]?.items.compactMap(Gap.init) ?? []
    cluster = id.kind == .cluster ? ClusterFacts(root) : nil
    theme = id.kind == .theme ? ThemeFacts(root) : nil
  }
}

/// Finds the values that name something, by walking tree and schema side by side.
private struct ReferenceWalk {
  var references: [Reference] = []
  var localReferences: [Reference] = []

  mutating func visit(_ node: Node, _ field: Field, path: String) {
    if node.isScalar {
      guard !node.isBlank else { return }
      // One name, or several with commas, where the schema wants a list: the schema says so, and what they name counts as named.
      if field.refersTo.isEmpty, let items = field.items, !items.refersTo.isEmpty {
        for word in node.text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
          add(Reference(kinds: items.refersTo, id: String(word), span: node.span, field: path, node: node.index))
        }
        return
      }
      guard !field.refersTo.isEmpty else { return }
      add(Reference(kinds: field.refersTo, id: node.text, span: node.span, field: path, node: node.index))
    } else if node.isSequence {
      guard let items = field.items else { return }
      for item in node.items { visit(item, items, path: path) }
    } else {
      for entry in node.entries {
        let key = entry.key.text
        guard let child = field.child(key) ?? field.anyChild else { continue }
        visit(entry.value, child, path: path.isEmpty ? key : path + "." + key)
      }
    }
  }
}

extension ReferenceWalk {
  private mutating func add(_ reference: Reference) {
    if reference.kinds == ["source"] || reference.kinds == ["figure"] {
      localReferences.append(reference)
    } else {
      references.append(reference)
    }
  }
}

extension SourceEntry {
  init?(_ node: Node) {
    guard node.isMapping, let id = node["id"], id.isScalar, !id.isBlank else { return nil }
    self.id = Located(id.text, id.span)
    type = node["type"]?.text
    title = node["title"].flatMap { $0.isBlank || !$0.isScalar ? nil : $0.text } ?? id.text
    publisher = node["publisher"].flatMap { $0.isBlank || !$0.isScalar ? nil : $0.text }
    year = node["year"]?.integer
    url = node["url"]?.text
    reliability = node["reliability"]?.text
    span = node.span
  }
}

extension Gap {
  init?(_ node: Node) {
    guard let field = node["field"], field.isScalar, !field.isBlank, let reason = node["reason"], reason.isScalar else {
      return nil
    }
    self.field = Located(field.text, field.span)
    self.reason = reason.text
    span = node.span
  }
}

extension ThemeFacts {
  init(_ root: Node) {
    short = root["short"]?.text ?? root["name"]?.text ?? ""
    order = root["order"]?.integer ?? Int.max
    shape = root["shape"]?.text ?? "circle"
  }
}
