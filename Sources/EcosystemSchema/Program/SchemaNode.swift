import FrontMatter
import SourceText

/// One schema of the program. Other schemas are named by their place in `Program.nodes`; -1 is none.
///
/// What concerns only one sort of value is kept apart, so that a value passes the checks of its own sort and nothing else.
final class SchemaNode: Sendable {
  /// Where it is written.
  let origin: Location
  /// Set for `true` and `false`, which say nothing else.
  let verdict: Bool?
  /// The types that `type` names; nil where it is not written.
  let types: TypeSet?
  let values: ValueList?
  let number: Boxed<NumberChecks>?
  let string: Boxed<StringChecks>?
  let object: ObjectChecks?
  let array: Boxed<ArrayChecks>?
  let inPlace: Boxed<InPlace>?
  let notes: Annotations

  init(_ draft: SchemaDraft, isSheet: Bool) {
    origin = draft.origin
    verdict = draft.verdict
    types = draft.types
    let asString = isSheet && draft.types?.isStringOnly == true
    values = draft.allowedValues.map { ValueList($0, isConst: draft.constant != nil, asString: asString) }
    number = draft.number.isEmpty ? nil : Boxed(draft.number)
    string = draft.string.isEmpty ? nil : Boxed(draft.string)
    object = draft.hasObjectChecks ? ObjectChecks(draft) : nil
    array = draft.array.isEmpty ? nil : Boxed(draft.array)
    inPlace = draft.inPlace.isEmpty ? nil : Boxed(draft.inPlace)
    notes = draft.notes
  }

  /// Whether it has to know which keys and items the schemas beside it have looked at.
  var tracks: Bool { object.map { $0.unevaluated >= 0 } ?? false || array.map { $0.value.unevaluated >= 0 } ?? false }
}

/// A value behind a reference: the validator hands on one word where a copy would count references of every field.
final class Boxed<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

extension TypeSet {
  /// Whether the only scalars here are texts.
  var isStringOnly: Bool { intersection(.scalars) == .string }
}

extension SchemaDraft {
  /// Where both `const` and `enum` are written, a value has to satisfy both.
  fileprivate var allowedValues: [Node]? {
    guard let constant else { return values }
    guard let values else { return [constant] }
    return values.filter { Equality.areEqual($0, constant) }
  }
}

/// `enum`, or `const` as a list of one.
final class ValueList: Sendable {
  let nodes: [Node]
  let isConst: Bool
  /// Whether the plain scalars among them count as text because nothing else is allowed.
  let asString: Bool
  /// All of them, where all are texts.
  let strings: KeyTable?

  init(_ nodes: [Node], isConst: Bool, asString: Bool) {
    self.nodes = nodes
    self.isConst = isConst
    self.asString = asString
    let areStrings = nodes.allSatisfy { $0.isScalar && (asString || $0.core == .string) }
    strings = areStrings ? KeyTable(nodes.map(\.text)) : nil
  }

  /// The types of the values.
  var types: TypeSet {
    nodes.reduce(into: TypeSet()) { $0.formUnion(Instance($1, asString: asString).type) }
  }
}

struct NumberChecks: Sendable {
  var minimum: Limit?
  var maximum: Limit?
  var exclusiveMinimum: Limit?
  var exclusiveMaximum: Limit?
  var multipleOf: Limit?

  var isEmpty: Bool {
    minimum == nil && maximum == nil && exclusiveMinimum == nil && exclusiveMaximum == nil && multipleOf == nil
  }
}

/// A number of a schema: as text for messages, as a whole number where it is one that fits.
struct Limit: Sendable {
  let value: Double
  let integer: Int?
  let text: String
}

struct StringChecks: Sendable {
  /// In Unicode scalars.
  var minLength: Int?
  var maxLength: Int?
  var pattern: Pattern?
  var format: Format?

  var isEmpty: Bool { minLength == nil && maxLength == nil && pattern == nil && format == nil }
}

struct ArrayChecks: Sendable {
  var prefix: [Int] = []
  var items = -1
  var unevaluated = -1
  var contains = -1
  /// Whether an item that `contains` allows is none that `unevaluatedItems` looks at.
  var containsEvaluates = true
  var minContains: Int?
  var maxContains: Int?
  var minItems: Int?
  var maxItems: Int?
  var uniqueItems = false

  var isEmpty: Bool {
    prefix.isEmpty && items < 0 && unevaluated < 0 && contains < 0 && minItems == nil && maxItems == nil && !uniqueItems
  }
}

/// The schemas that judge the same value.
struct InPlace: Sendable {
  var reference = -1
  var allOf: [Int] = []
  var anyOf: [Int] = []
  var oneOf: [Int] = []
  var not = -1
  var condition = -1
  var then = -1
  var otherwise = -1

  var isEmpty: Bool {
    reference < 0 && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty && not < 0 && condition < 0
  }

  /// Those of them that hold whatever the value is: `$ref` and `allOf`.
  var certain: [Int] { (reference >= 0 ? [reference] : []) + allOf }

  /// Those that hold for some values: `anyOf`, `oneOf`, `then` and `else`.
  var possible: [Int] { anyOf + oneOf + [then, otherwise].filter { $0 >= 0 && condition >= 0 } }

  var every: [Int] { certain + possible + [not, condition].filter { $0 >= 0 } }
}

/// What a schema tells people about a value.
struct Annotations: Sendable {
  var title: String?
  var description: String?
  var example: String?
  var fallback: String?
  var tier: Tier?
  var group: String?
  var isFact: Bool?
  var isDeprecated = false
  var question: String?
  var display: Display?
  var refersTo: [String] = []
  var unit: String?
  var units: [String: String] = [:]
  var message: String?
  var labels: [String: String] = [:]
  /// Other words for values (of a mapping: for keys), in the schema's order.
  var synonyms: [(word: String, preferred: String)] = []
}
