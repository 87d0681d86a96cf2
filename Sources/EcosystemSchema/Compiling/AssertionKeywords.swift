import Diagnostics
import FrontMatter
import SourceText

/// The keywords that judge.
extension SchemaCompiler {
  mutating func scalar(_ keyword: Keyword, _ word: KeywordReader, _ draft: inout SchemaDraft) {
    switch keyword {
    case .type: draft.types = types(word)
    case .enumeration:
      guard word.value.isSequence, word.value.count > 0 || !options.isStrict else {
        return report(word, "a list of values that is not empty")
      }
      draft.values = Array(word.value.items)
      for twin in Equality.duplicates(in: word.value, asString: false) {
        complain(SchemaValue.report(twice: twin.item.text, in: word.name, at: word.location(twin.item)))
      }
    case .const: draft.constant = word.value
    case .minLength: draft.string.minLength = count(word)
    case .maxLength: draft.string.maxLength = count(word)
    case .pattern: draft.string.pattern = pattern(word, word.value)
    case .minimum: draft.number.minimum = limit(word)
    case .maximum: draft.number.maximum = limit(word)
    case .exclusiveMinimum: draft.number.exclusiveMinimum = limit(word)
    case .exclusiveMaximum: draft.number.exclusiveMaximum = limit(word)
    case .multipleOf: draft.number.multipleOf = limit(word, isPositive: true)
    default: break
    }
  }

  /// A word that says what a text is, and judges where formats do.
  mutating func format(_ word: KeywordReader, asserts: Bool, _ checks: inout StringChecks) {
    guard let text = text(word), asserts else { return }
    checks.format = Format(rawValue: text)
    if checks.format == nil { complain(SchemaValue.report(unknownFormat: text, at: word.location)) }
  }

  private mutating func types(_ word: KeywordReader) -> TypeSet? {
    var types = TypeSet()
    let names = word.value.isSequence ? Array(word.value.items) : [word.value]
    for name in names {
      // `type: null` is a slip of YAML for `type: "null"` that can be understood.
      let isNull = name.isScalar && name.core == .null && !name.text.isEmpty
      guard let type = isNull ? JSONType.null : JSONType(rawValue: name.text) else {
        report(
          word, "one of " + Wording.list(JSONType.allCases.map(\.rawValue), last: "and"), at: name,
          candidates: JSONType.allCases.map(\.rawValue))
        continue
      }
      types.formUnion(TypeSet(type))
    }
    return types.isEmpty ? nil : types
  }

  mutating func object(_ keyword: Keyword, _ word: KeywordReader, in scope: Int, _ draft: inout SchemaDraft) {
    switch keyword {
    case .properties: draft.properties = schemas(word, in: scope).map { ($0.key.text, $0.schema) }
    case .patternProperties:
      for (key, schema) in schemas(word, in: scope) {
        if let pattern = pattern(word, key) { draft.patternProperties.append((pattern, schema)) }
      }
    case .additionalProperties: draft.additionalProperties = schema(word.value, in: scope)
    case .unevaluatedProperties: draft.unevaluatedProperties = schema(word.value, in: scope)
    case .propertyNames: draft.propertyNames = schema(word.value, in: scope)
    case .required: draft.required = texts(word)
    case .dependentRequired:
      for entry in entries(word, "keys with a list of keys each") {
        draft.dependentRequired.append((entry.key.text, texts(word, entry.value)))
      }
    case .dependentSchemas: draft.dependentSchemas += schemas(word, in: scope).map { ($0.key.text, $0.schema) }
    case .dependencies:
      for entry in entries(word, "keys with a list of keys or a schema each") {
        if entry.value.isSequence {
          draft.dependentRequired.append((entry.key.text, texts(word, entry.value)))
        } else {
          draft.dependentSchemas.append((entry.key.text, schema(entry.value, in: scope)))
        }
      }
    case .minProperties: draft.minProperties = count(word)
    case .maxProperties: draft.maxProperties = count(word)
    default: break
    }
  }

  mutating func array(_ keyword: Keyword, _ word: KeywordReader, in scope: Int, _ checks: inout ArrayChecks) {
    switch keyword {
    case .items where word.value.isSequence:
      report(word, "one schema for all items; a list of schemas is 'prefixItems'")
    case .items: checks.items = schema(word.value, in: scope)
    case .prefixItems: checks.prefix = branches(word, in: scope)
    case .unevaluatedItems: checks.unevaluated = schema(word.value, in: scope)
    case .contains: checks.contains = schema(word.value, in: scope)
    case .minContains: checks.minContains = count(word)
    case .maxContains: checks.maxContains = count(word)
    case .minItems: checks.minItems = count(word)
    case .maxItems: checks.maxItems = count(word)
    case .uniqueItems: checks.uniqueItems = flag(word) ?? false
    default: break
    }
  }

  mutating func inPlace(_ keyword: Keyword, _ word: KeywordReader, in scope: Int, _ schemas: inout InPlace) {
    switch keyword {
    case .allOf: schemas.allOf = branches(word, in: scope)
    case .anyOf: schemas.anyOf = branches(word, in: scope)
    case .oneOf: schemas.oneOf = branches(word, in: scope)
    case .not: schemas.not = schema(word.value, in: scope)
    case .condition: schemas.condition = schema(word.value, in: scope)
    case .then: schemas.then = schema(word.value, in: scope)
    case .otherwise: schemas.otherwise = schema(word.value, in: scope)
    default: break
    }
  }
}
