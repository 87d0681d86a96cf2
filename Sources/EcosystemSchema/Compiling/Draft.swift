/// The editions of JSON Schema that are understood. A schema names its own with `$schema`; without one it is of the edition of what refers to it, and
/// else of 2020-12.
enum Draft: Int, Comparable, Sendable {
  case draft4, draft6, draft7, draft2019, draft2020

  /// The edition with an address, as `$schema` gives it; nil where it is of nobody or older.
  init?(address: String) {
    let bare = address.hasSuffix("#") ? address.dropLast() : address[...]
    let rest = bare.hasPrefix("http://") ? bare.dropFirst(7) : bare.hasPrefix("https://") ? bare.dropFirst(8) : ""
    switch rest {
    case "json-schema.org/draft-04/schema": self = .draft4
    case "json-schema.org/draft-06/schema": self = .draft6
    case "json-schema.org/draft-07/schema": self = .draft7
    case "json-schema.org/draft/2019-09/schema": self = .draft2019
    case "json-schema.org/draft/2020-12/schema": self = .draft2020
    default: return nil
    }
  }

  /// As people say it.
  var name: String {
    switch self {
    case .draft4: "draft-04"
    case .draft6: "draft-06"
    case .draft7: "draft-07"
    case .draft2019: "draft 2019-09"
    case .draft2020: "draft 2020-12"
    }
  }

  /// What gives a schema its address.
  var idKeyword: String { self == .draft4 ? "id" : "$id" }

  /// Whether nothing counts that stands beside a `$ref`.
  var refStandsAlone: Bool { self <= .draft7 }

  static func < (a: Draft, b: Draft) -> Bool { a.rawValue < b.rawValue }
}

extension Keyword {
  /// Whether an edition knows the keyword. What only tells people something is welcome in all of them, and `definitions` and `$defs` judge nothing.
  func isKnown(in draft: Draft) -> Bool {
    switch self {
    case .oldID: draft == .draft4
    case .additionalItems: draft <= .draft2019
    case .recursiveRef, .recursiveAnchor: draft == .draft2019
    case .id, .const, .contains, .propertyNames: draft >= .draft6
    case .condition, .then, .otherwise: draft >= .draft7
    case .anchor, .vocabulary, .dependentRequired, .dependentSchemas, .unevaluatedProperties, .unevaluatedItems, .minContains,
      .maxContains:
      draft >= .draft2019
    case .prefixItems, .dynamicRef, .dynamicAnchor: draft == .draft2020
    default: true
    }
  }

  /// Whether the keyword only tells people something, so that it is read even beside a `$ref` that stands alone.
  var isAnnotation: Bool { vocabularies == .metadata }
}
