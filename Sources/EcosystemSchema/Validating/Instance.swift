import FrontMatter

/// A value as JSON Schema sees it.
struct Instance {
  let node: Node
  /// Exactly one type.
  let type: TypeSet
  let number: Double
  /// The number where it is whole and fits.
  let integer: Int?

  init(_ node: Node, asString: Bool) {
    self.init(node, reading: asString ? .always : .asWritten)
  }

  init(_ node: Node, reading: StringReading) {
    self.node = node
    var number = 0.0
    var integer: Int?
    let form = node.form
    switch form {
    case .mapping, .flowMapping: type = .object
    case .sequence, .flowSequence: type = .array
    case .plain where reading != .always:
      switch node.core {
      case .null: type = .null
      case .string: type = .string
      case .bool: type = reading == .unlessNull ? .string : .boolean
      case .number(let value, let whole):
        if reading == .unlessNull {
          type = .string
        } else {
          (number, integer) = (value, whole)
          type = whole != nil || (value.rounded() == value && Instance.isWhole(node)) ? .integer : .fraction
        }
      }
    default: type = .string
    }
    self.number = number
    self.integer = integer
  }

  /// Numbers of many digits, of which the nearest `Double` says nothing.
  private static func isWhole(_ node: Node) -> Bool { node.withText { Decimal($0) }?.isWhole ?? false }
}
