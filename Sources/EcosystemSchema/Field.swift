/// A place in a sheet as the schema describes it to people: what authors are asked, what pages show, where references lead.
///
/// Made once per schema by following `$ref` and merging the branches of `allOf`, `anyOf`, `oneOf` and `if`/`then`/`else`: the properties of every
/// branch that may be a mapping, the items of every branch that may be a list, the `refersTo` of every branch that may be a string. It
/// describes what may stand here; whether what stands here is right is the validator's business.
package final class Field: Sendable {
  /// The key in its mapping; empty for the root and for the items of a list.
  package let key: String
  /// `title`, else the key as words: `Life-cycle stage`.
  package let title: String
  package let description: String
  /// The JSON types that the schema allows here.
  package let types: Set<JSONType>
  package let format: String?
  package let tier: Tier?
  /// `x-group`; inherited by what lies below.
  package let group: String?
  /// `x-fact`: wants a source.
  package let isFact: Bool
  package let question: String?
  package let display: Display?
  /// `x-refers-to`: the kinds of thing whose id stands here; empty where it is no reference.
  package let refersTo: [String]
  /// `x-unit` where it is one word.
  package let unit: String?
  /// `x-unit` where it is a map from a value of this field to the unit it implies (indicators).
  package let units: [String: String]
  /// Named in `required` of the mapping around it, outside any condition.
  package let isRequired: Bool
  /// The allowed values with their labels, in the schema's order; empty where any value will do.
  package let values: [Choice]
  /// `x-synonyms`: another word and the value to use instead.
  package let synonyms: [String: String]
  /// The first of `examples`, else `default`, as text.
  package let example: String?
  /// The fields of a mapping, in the schema's order.
  package let children: [Field]
  /// The items of a list.
  package let items: Field?
  /// The value of a key that is none of `children`: what `patternProperties` (other than `^x-`) or `additionalProperties` describe.
  package let anyChild: Field?

  /// How a plain scalar is read here.
  package let reading: TextReading

  private let index: [String: Int]

  package init(
    key: String, title: String, description: String, types: Set<JSONType>, format: String? = nil, tier: Tier? = nil,
    group: String? = nil, isFact: Bool = false, question: String? = nil, display: Display? = nil, refersTo: [String] = [],
    unit: String? = nil, units: [String: String] = [:], isRequired: Bool = false, values: [Choice] = [],
    synonyms: [String: String] = [:], example: String? = nil, children: [Field] = [], items: Field? = nil, anyChild: Field? = nil
  ) {
    self.key = key
    self.title = title
    self.description = description
    self.types = types
    self.format = format
    self.tier = tier
    self.group = group
    self.isFact = isFact
    self.question = question
    self.display = display
    self.refersTo = refersTo
    self.unit = unit
    self.units = units
    self.isRequired = isRequired
    self.values = values
    self.synonyms = synonyms
    self.example = example
    self.children = children
    self.items = items
    self.anyChild = anyChild
    let scalars = types.intersection([.null, .boolean, .integer, .number, .string])
    reading = scalars == [.string] ? .always : scalars == [.string, .null] ? .unlessNull : .asWritten
    index = Dictionary(children.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The field under a key of this mapping.
  package func child(_ key: String) -> Field? { index[key].map { children[$0] } }

  /// The field at a dotted path: `location.seat.city`; lists are entered without a number: `figures.value`.
  package func at(_ path: String) -> Field? {
    path.split(separator: ".").reduce(self as Field?) { field, key in
      guard let field else { return nil }
      return field.child(String(key)) ?? field.items?.child(String(key))
    }
  }

  /// The label of one of its values; a value without one as words: `state-anchored` is `State anchored`.
  package func label(of value: String) -> String {
    values.first { $0.value == value }?.label ?? Field.words(value)
  }

  /// An identifier as words, with a capital: `near-metro` and `near_metro` are `Near metro`.
  package static func words(_ identifier: String) -> String {
    let spaced = String(identifier.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return spaced.prefix(1).uppercased() + spaced.dropFirst()
  }
}

/// A value of an enumeration and how people read it.
package struct Choice: Sendable {
  package let value: String
  package let label: String

  package init(value: String, label: String) {
    self.value = value
    self.label = label
  }
}

package enum JSONType: String, CaseIterable, Sendable {
  case null, boolean, integer, number, string, array, object
}

/// How complete a sheet means to be; each tier asks for its own fields and those of the tiers before it.
package enum Tier: String, CaseIterable, Comparable, Sendable {
  case draft, listed, publishable, full

  package static func < (a: Tier, b: Tier) -> Bool { a.order < b.order }

  private var order: Int { Tier.allCases.firstIndex(of: self) ?? 0 }
}

/// `x-display`: how a page shows a field.
package enum Display: String, CaseIterable, Sendable {
  case badge, prose, list, table, timeline, map, hidden
}

/// When a plain scalar of a sheet is the text that it shows, whatever YAML would make of it.
package enum TextReading: Sendable {
  /// Only texts are allowed: `NO` is Norway, `1.10` a version.
  case always
  /// Texts, or nothing.
  case unlessNull
  /// Other scalars are allowed too: YAML decides.
  case asWritten
}
