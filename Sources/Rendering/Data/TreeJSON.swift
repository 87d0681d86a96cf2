import EcosystemSchema
import FrontMatter
import Markup

/// The front matter of a sheet as JSON, with the types that its schema gives: `NO` is a text where a text is wanted, `1997` a number where a year is.
enum TreeJSON {
  static func write(_ node: Node, _ field: Field?, into json: inout JSONWriter) {
    if node.isMapping {
      json.object { json in
        for entry in node.entries {
          let key = entry.key.text
          json.key(key)
          write(entry.value, field?.child(key) ?? field?.anyChild, into: &json)
        }
      }
    } else if node.isSequence {
      json.array { json in for item in node.items { write(item, field?.items, into: &json) } }
    } else {
      scalar(node, field?.types ?? [], into: &json)
    }
  }

  /// As the validator reads it: where the schema allows only texts, whatever stands there is one.
  private static func scalar(_ node: Node, _ types: Set<JSONType>, into json: inout JSONWriter) {
    let allowed = types.intersection([.null, .boolean, .integer, .number, .string])
    switch node.core {
    case _ where allowed == [.string]: json.value(node.text)
    case .null: json.null()
    case _ where allowed == [.string, .null]: json.value(node.text)
    case .bool(let value): json.value(value)
    case .number(_, let integer?): json.value(integer)
    case .number(let value, _): json.value(value)
    case .string: json.value(node.text)
    }
  }
}
