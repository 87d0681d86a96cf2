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
    case .schema, .id, .ref, .dynamicRef, .defs, .anchor, .dynamicAnchor, .vocabulary, .comment, .definitions: .core
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
      .prefixItems,
      .contains, .allOf, .anyOf, .oneOf, .not, .condition, .then, .otherwise:
      .applicator
    case .refersTo, .tier, .group, .fact, .question, .synonyms, .display, .unit, .message, .labels: .core
    }
  }

  /// Of older drafts, for which the standard keeps a place.
  var isOld: Bool { self == .definitions || self == .dependencies }
}
