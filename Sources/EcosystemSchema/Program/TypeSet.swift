/// JSON types as a set of bits. A number is a whole number or a fraction, so that `integer` is a part of `number`.
struct TypeSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let null = TypeSet(rawValue: 1)
  static let boolean = TypeSet(rawValue: 2)
  static let integer = TypeSet(rawValue: 4)
  static let fraction = TypeSet(rawValue: 8)
  static let string = TypeSet(rawValue: 16)
  static let array = TypeSet(rawValue: 32)
  static let object = TypeSet(rawValue: 64)

  static let number: TypeSet = [.integer, .fraction]
  static let scalars: TypeSet = [.null, .boolean, .integer, .fraction, .string]
  static let all: TypeSet = [.null, .boolean, .integer, .fraction, .string, .array, .object]

  /// The set that a word of `type` stands for.
  init(_ type: JSONType) {
    switch type {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .number: self = .number
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// As few words as say it: `number` includes `integer`.
  var types: [JSONType] {
    JSONType.allCases.filter { type in
      type == .integer ? contains(.integer) && !contains(.fraction) : contains(TypeSet(type))
    }
  }

  /// As people say it: `a whole number`, `text`; `nothing` comes last.
  var words: [String] {
    (types.filter { $0 != .null } + types.filter { $0 == .null }).map { type in
      switch type {
      case .null: "nothing"
      case .boolean: "true or false"
      case .integer: "a whole number"
      case .number: "a number"
      case .string: "text"
      case .array: "a list"
      case .object: "a group of keys and values"
      }
    }
  }
}
