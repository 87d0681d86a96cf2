import EcosystemSchema
import FrontMatter
import Markup

/// The front matter of a sheet as JSON, with the types that its schema gives: `NO` is a text where a text is wanted, `1997` a number where a year is.
///
/// A sheet has some six hundred scalars, so no text of them is copied on the way.
enum TreeJSON {
  static func write(_ node: Node, _ field: Field?, into json: inout JSONWriter) {
    if node.isMapping {
      json.object { json in
        // Authors keep to the order of the schema, so that the next key is mostly the next field.
        var next = 0
        for entry in node.entries {
          entry.key.withText { json.key(utf8: $0) }
          write(entry.value, field.flatMap { child($0, of: entry.key, from: &next) }, into: &json)
        }
      }
    } else if node.isSequence {
      json.array { json in for item in node.items { write(item, field?.items, into: &json) } }
    } else {
      scalar(node, field?.reading ?? .asWritten, into: &json)
    }
  }

  private static func child(_ field: Field, of key: Node, from next: inout Int) -> Field? {
    let children = field.children
    for step in children.indices {
      let i = (next + step) % children.count
      guard key.textEquals(children[i].key) else { continue }
      next = i + 1
      return children[i]
    }
    return field.anyChild
  }

  /// As the validator reads it: where the schema allows only texts, whatever stands there is one.
  private static func scalar(_ node: Node, _ reading: TextReading, into json: inout JSONWriter) {
    if reading == .always { return node.withText { json.value(utf8: $0) } }
    switch node.core {
    case .null: json.null()
    case .bool(let value) where reading == .asWritten: json.value(value)
    case .number(_, let integer?) where reading == .asWritten: json.value(integer)
    case .number(let value, _) where reading == .asWritten: json.value(value)
    default: node.withText { json.value(utf8: $0) }
    }
  }
}
