import EcosystemSchema
import FrontMatter
import Markup

/// A value of a front matter without its place and its style: what two states of a sheet are compared by.
package indirect enum DataValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As written, so that `1.10` stays `1.10`.
  case number(Double, written: String)
  case text(String)
  case list([DataValue])
  case map([DataMember])

  package static func == (a: DataValue, b: DataValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let x, let a), .number(let y, let b)): x == y || a == b
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    // Quotes around a value are no change of the data: the schema says what it is.
    case (.text(let a), .number(_, let b)), (.number(_, let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)): sameMembers(a, b)
    default: false
    }
  }
}

extension DataValue {
  /// The order of keys means nothing.
  private static func sameMembers(_ a: [DataMember], _ b: [DataMember]) -> Bool {
    guard a.count == b.count else { return false }
    if zip(a, b).allSatisfy({ $0.key == $1.key }) { return zip(a, b).allSatisfy { $0.value == $1.value } }
    let values = Dictionary(b.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    return a.allSatisfy { values[$0.key] == $0.value }
  }
}

/// A key of a mapping and its value.
package struct DataMember: Sendable, Equatable {
  package let key: String
  package let value: DataValue
}

extension DataValue {
  /// - Parameter field: what the schema says of the place: where it allows only texts, `1.10` and `NO` are texts, and differ from `1.1` and `no`.
  package init(_ node: Node, _ field: Field? = nil) {
    if node.isMapping {
      self = .map(
        node.entries.map { entry in
          let key = entry.key.text
          return DataMember(key: key, value: DataValue(entry.value, field?.child(key) ?? field?.anyChild))
        })
    } else if node.isSequence {
      self = .list(node.items.map { DataValue($0, field?.items) })
    } else {
      let types = field?.types ?? []
      func allows(_ wanted: Set<JSONType>) -> Bool { types.isEmpty || !types.isDisjoint(with: wanted) }
      switch node.core {
      case .null: self = .null
      case .bool(let value) where allows([.boolean]): self = .bool(value)
      case .number(let value, _) where allows([.number, .integer]): self = .number(value, written: node.text)
      default: self = .text(DataValue.trimmed(node.text))
      }
    }
  }

  /// The value under a key of a mapping.
  package subscript(key: String) -> DataValue? {
    guard case .map(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Whether it says nothing: such a field counts as not there.
  package var isBlank: Bool {
    switch self {
    case .null: true
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .map(let members): members.isEmpty
    default: false
    }
  }

  /// A single value as it was written; nil for a list or a mapping.
  package var scalar: String? {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(_, let written): written
    case .text(let text): text
    default: nil
    }
  }

  package func write(into json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .bool(let value): json.value(value)
    case .number(let value, _): json.value(value)
    case .text(let text): json.value(text)
    case .list(let items): json.array { for item in items { item.write(into: &$0) } }
    case .map(let members):
      json.object {
        for member in members {
          $0.key(member.key)
          member.value.write(into: &$0)
        }
      }
    }
  }

  /// Block scalars end in line breaks that mean nothing.
  private static func trimmed(_ text: String) -> String {
    guard let last = text.unicodeScalars.last, last == "\n" || last == " " else { return text }
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last == "\n" || last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
