import Diagnostics
import FrontMatter
import SourceText

/// The keywords of a schema.
enum Keyword: String, CaseIterable {
  case schema = "$schema"
  case ref = "$ref"
  case defs = "$defs"
  case anchor = "$anchor"
  case comment = "$comment"
  case title, description
  case fallback = "default"
  case examples, deprecated, readOnly, writeOnly
  case type
  case enumeration = "enum"
  case const
  case properties, patternProperties, additionalProperties, unevaluatedProperties, propertyNames
  case required, dependentRequired, dependentSchemas, minProperties, maxProperties
  case items, prefixItems, unevaluatedItems, contains, minContains, maxContains, minItems, maxItems, uniqueItems
  case minLength, maxLength, pattern, format
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
  case allOf, anyOf, oneOf, not
  case condition = "if"
  case then
  case otherwise = "else"
  case refersTo = "x-refers-to"
  case tier = "x-tier"
  case group = "x-group"
  case fact = "x-fact"
  case question = "x-question"
  case synonyms = "x-synonyms"
  case display = "x-display"
  case unit = "x-unit"
  case message = "x-message"
  case labels = "x-labels"
}

extension SchemaCompiler {
  /// Reads the keywords of one schema.
  mutating func read(_ node: Node, in unit: Int, as index: Int, into draft: inout SchemaDraft) {
    for entry in node.entries {
      guard let keyword = Keyword(rawValue: entry.key.text) else {
        diagnostics.append(SchemaKeyword.report(entry.key.text, at: location(entry.key, in: unit)))
        continue
      }
      let word = KeywordReader(name: keyword.rawValue, value: entry.value, path: units[unit].file.path)
      switch keyword {
      case .schema, .ref, .defs, .anchor, .comment: structure(keyword, word, of: node, in: unit, as: index)
      case .title, .description, .fallback, .examples, .deprecated, .readOnly, .writeOnly: annotation(keyword, word, &draft.notes)
      case .type, .enumeration, .const, .minLength, .maxLength, .pattern, .format, .minimum, .maximum, .exclusiveMinimum,
        .exclusiveMaximum, .multipleOf:
        scalar(keyword, word, &draft)
      case .properties, .patternProperties, .additionalProperties, .unevaluatedProperties, .propertyNames, .required,
        .dependentRequired, .dependentSchemas, .minProperties, .maxProperties:
        object(keyword, word, in: unit, &draft)
      case .items, .prefixItems, .unevaluatedItems, .contains, .minContains, .maxContains, .minItems, .maxItems, .uniqueItems:
        array(keyword, word, in: unit, &draft.array)
      case .allOf, .anyOf, .oneOf, .not, .condition, .then, .otherwise: inPlace(keyword, word, in: unit, &draft.inPlace)
      case .refersTo, .tier, .group, .fact, .question, .synonyms, .display, .unit, .message, .labels:
        vocabulary(keyword, word, in: unit, as: index, &draft.notes)
      }
    }
  }

  private mutating func structure(_ keyword: Keyword, _ word: KeywordReader, of node: Node, in unit: Int, as index: Int) {
    switch keyword {
    case .schema:
      let known = "https://json-schema.org/draft/2020-12/schema"
      if let text = text(word), text != known, text != known + "#" { report(word, "the address of draft 2020-12, \(known)") }
    case .ref:
      if text(word) != nil { references.append(Reference(schema: index, unit: unit, value: word.value)) }
    case .defs: _ = schemas(word, in: unit)
    case .anchor:
      guard let name = text(word) else { return }
      if units[unit].anchors[name] != nil {
        diagnostics.append(SchemaValue.report(anchorTwice: name, at: word.location))
      } else {
        units[unit].anchors[name] = node
      }
    default: _ = text(word)
    }
  }
}
