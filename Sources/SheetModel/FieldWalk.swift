import EcosystemSchema
import FrontMatter

/// Tree and schema side by side: every value of a sheet together with the field that describes it.
enum FieldWalk {
  /// A value, the field that describes it, and the dotted path of its keys, without numbers.
  struct Step {
    let node: Node
    let field: Field
    let path: String
  }

  /// Visits every value that the schema describes, a collection before all it holds, in the order of the file.
  static func visit(_ node: Node, _ field: Field, path: String = "", _ body: (Step) -> Void) {
    body(Step(node: node, field: field, path: path))
    if node.isSequence {
      guard let items = field.items else { return }
      for item in node.items { visit(item, items, path: path, body) }
    } else {
      for entry in node.entries {
        let key = entry.key.text
        guard let child = field.child(key) ?? field.anyChild else { continue }
        visit(entry.value, child, path: path.isEmpty ? key : path + "." + key, body)
      }
    }
  }
}
