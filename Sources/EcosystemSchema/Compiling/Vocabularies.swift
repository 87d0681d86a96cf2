/// The vocabularies of draft 2020-12 that a schema uses. What belongs to another one says nothing there.
struct Vocabularies: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let core = Vocabularies(rawValue: 1)
  static let applicator = Vocabularies(rawValue: 2)
  static let unevaluated = Vocabularies(rawValue: 4)
  static let validation = Vocabularies(rawValue: 8)
  static let metadata = Vocabularies(rawValue: 16)
  static let formatAnnotation = Vocabularies(rawValue: 32)
  static let formatAssertion = Vocabularies(rawValue: 64)
  static let content = Vocabularies(rawValue: 128)

  static let standard: Vocabularies = [.core, .applicator, .unevaluated, .validation, .metadata, .formatAnnotation, .content]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The vocabulary with an address, or nil where it is not known.
  init?(address: String) {
    let prefix = "https://json-schema.org/draft/2020-12/vocab/"
    let before = "https://json-schema.org/draft/2019-09/vocab/"
    if address.hasPrefix(before) {
      switch address.dropFirst(before.count) {
      case "applicator": self = [.applicator, .unevaluated]
      case "format": self = .formatAnnotation
      case let name:
        guard let same = Vocabularies(address: prefix + name), !same.contains(.unevaluated) else { return nil }
        self = same
      }
      return
    }
    guard address.hasPrefix(prefix) else { return nil }
    switch address.dropFirst(prefix.count) {
    case "core": self = .core
    case "applicator": self = .applicator
    case "unevaluated": self = .unevaluated
    case "validation": self = .validation
    case "meta-data": self = .metadata
    case "format-annotation": self = .formatAnnotation
    case "format-assertion": self = .formatAssertion
    case "content": self = .content
    default: return nil
    }
  }
}

extension Keyword {
  /// The vocabularies that know the keyword; one is enough.
  var vocabularies: Vocabularies {
    switch self {
    case .schema, .id, .oldID, .ref, .dynamicRef, .recursiveRef, .recursiveAnchor, .defs, .anchor, .dynamicAnchor, .vocabulary,
      .comment, .definitions:
      .core
    case .title, .description, .fallback, .examples, .deprecated, .readOnly, .writeOnly: .metadata
    case .contentEncoding, .contentMediaType, .contentSchema: .content
    case .type, .enumeration, .const, .minLength, .maxLength, .pattern, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum,
      .multipleOf, .required, .dependentRequired, .minProperties, .maxProperties, .minContains, .maxContains, .minItems,
      .maxItems,
      .uniqueItems:
      .validation
    case .format: [.formatAnnotation, .formatAssertion]
    case .unevaluatedProperties, .unevaluatedItems: .unevaluated
    case .properties, .patternProperties, .additionalProperties, .propertyNames, .dependentSchemas, .dependencies, .items,
      .additionalItems, .prefixItems,
      .contains, .allOf, .anyOf, .oneOf, .not, .condition, .then, .otherwise:
      .applicator
    case .refersTo, .tier, .group, .fact, .question, .synonyms, .display, .unit, .message, .labels: .core
    }
  }

  /// Of older drafts only.
  var isOld: Bool {
    switch self {
    case .definitions, .dependencies, .additionalItems, .oldID, .recursiveRef, .recursiveAnchor: true
    default: false
    }
  }
}
