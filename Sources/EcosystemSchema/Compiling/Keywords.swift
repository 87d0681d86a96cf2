import Diagnostics
import FrontMatter
import SourceText

/// The keywords of a schema.
enum Keyword: String, CaseIterable {
  case schema = "$schema"
  case id = "$id"
  case ref = "$ref"
  case dynamicRef = "$dynamicRef"
  case defs = "$defs"
  case anchor = "$anchor"
  case dynamicAnchor = "$dynamicAnchor"
  case vocabulary = "$vocabulary"
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
  case contentEncoding, contentMediaType, contentSchema
  case definitions, dependencies, additionalItems
  case oldID = "id"
  case recursiveRef = "$recursiveRef"
  case recursiveAnchor = "$recursiveAnchor"
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
  mutating func read(_ node: Node, in scope: Int, as index: Int, into draft: inout SchemaDraft) {
    let unit = units[scopes[scope].unit]
    let standsAlone = unit.draft.refStandsAlone && node["$ref"]?.isScalar == true
    for entry in node.entries {
      guard let keyword = Keyword(rawValue: entry.key.text), !(options.isStrict && keyword.isOld) else {
        unknown(entry.key, in: scope)
        continue
      }
      guard keyword.isKnown(in: unit.draft) else {
        unknown(entry.key, in: scope, draft: options.isStrict ? nil : unit.draft)
        continue
      }
      if standsAlone, keyword != .ref, !keyword.isAnnotation { continue }
      guard !unit.vocabularies.isDisjoint(with: keyword.vocabularies) else { continue }
      let word = KeywordReader(name: keyword.rawValue, value: entry.value, path: path(in: scope))
      switch keyword {
      case .schema, .id, .oldID, .ref, .dynamicRef, .recursiveRef, .recursiveAnchor, .defs, .definitions, .anchor, .dynamicAnchor,
        .vocabulary, .comment:
        structure(keyword, word, in: scope, as: index)
      case .title, .description, .fallback, .examples, .deprecated, .readOnly, .writeOnly, .contentEncoding, .contentMediaType:
        annotation(keyword, word, &draft.notes)
      // What the text holds when it is decoded is not judged, as the standard wants it.
      case .contentSchema: _ = schema(word.value, in: scope)
      case .format: format(word, asserts: options.assertsFormat || unit.vocabularies.contains(.formatAssertion), &draft.string)
      case .exclusiveMinimum where unit.draft == .draft4, .exclusiveMaximum where unit.draft == .draft4: _ = flag(word)
      case .type, .enumeration, .const, .minLength, .maxLength, .pattern, .minimum, .maximum, .exclusiveMinimum,
        .exclusiveMaximum, .multipleOf:
        scalar(keyword, word, &draft)
      case .properties, .patternProperties, .additionalProperties, .unevaluatedProperties, .propertyNames, .required,
        .dependentRequired, .dependentSchemas, .dependencies, .minProperties, .maxProperties:
        object(keyword, word, in: scope, &draft)
      case .items where unit.draft <= .draft2019 && entry.value.isSequence:
        if entry.value.count > 0 { array(.prefixItems, word, in: scope, &draft.array) }
        if let rest = node["additionalItems"] { draft.array.items = schema(rest, in: scope) }
      // It says something beside a list of items alone.
      case .additionalItems: break
      case .items, .prefixItems, .unevaluatedItems, .contains, .minContains, .maxContains, .minItems, .maxItems, .uniqueItems:
        array(keyword, word, in: scope, &draft.array)
      case .allOf, .anyOf, .oneOf, .not, .condition, .then, .otherwise: inPlace(keyword, word, in: scope, &draft.inPlace)
      case .refersTo, .tier, .group, .fact, .question, .synonyms, .display, .unit, .message, .labels:
        ownVocabulary(keyword, word, in: scope, as: index, &draft.notes)
      }
    }
    if unit.draft == .draft4 { draft.number.readFlags(of: node) }
    if unit.draft == .draft2019 { draft.array.containsEvaluates = false }
  }

  /// A keyword that we do not know: a mistake in a project, elsewhere somebody else's annotation.
  ///
  /// - Parameter draft: that of the schema, where another one knows the keyword.
  private mutating func unknown(_ key: Node, in scope: Int, draft: Draft? = nil) {
    let place = location(key, in: scope)
    if options.isStrict {
      diagnostics.append(SchemaKeyword.report(key.text, at: place))
    } else if !key.text.hasPrefix("x-") {
      let id = place.path + "\0" + key.text
      let known = unknownKeywords[id]
      unknownKeywords[id] = UnknownKeyword(
        name: key.text, first: min(known?.first ?? place, place), count: (known?.count ?? 0) + 1, draft: known?.draft ?? draft)
    }
  }

  /// The keywords that begin with `x-`. In a schema of somebody else they may mean anything: what does not fit ours is passed over.
  private mutating func ownVocabulary(
    _ keyword: Keyword, _ word: KeywordReader, in scope: Int, as index: Int, _ notes: inout Annotations
  ) {
    let before = (diagnostics.count, promises.count)
    vocabulary(keyword, word, in: scope, as: index, &notes)
    guard !options.isStrict else { return }
    diagnostics.removeLast(diagnostics.count - before.0)
    promises.removeLast(promises.count - before.1)
  }

  private mutating func structure(_ keyword: Keyword, _ word: KeywordReader, in scope: Int, as index: Int) {
    switch keyword {
    case .schema:
      guard let text = text(word), options.isStrict else { return }
      if text != Metaschemas.schema, text != Metaschemas.schema + "#" {
        report(word, "the address of draft 2020-12, \(Metaschemas.schema)")
      }
    case .id, .oldID:
      if let text = text(word), text.dropLast().contains("#"), units[scopes[scope].unit].draft >= .draft2019 {
        report(word, "an address without '#'; a name within a file is an '$anchor'")
      }
    case .ref, .dynamicRef, .recursiveRef:
      if text(word) != nil {
        references.append(Reference(schema: index, scope: scope, value: word.value, isDynamic: keyword != .ref))
      }
    case .defs, .definitions: _ = schemas(word, in: scope)
    case .vocabulary:
      for entry in entries(word, "addresses of vocabularies with true or false each") {
        if case .bool = entry.value.core { continue }
        report(word, "true or false behind each address", at: entry.value)
      }
    case .recursiveAnchor: _ = flag(word)
    default: _ = text(word)
    }
  }
}

extension NumberChecks {
  /// Draft-04 says with true or false whether a limit itself is allowed.
  fileprivate mutating func readFlags(of node: Node) {
    if node["exclusiveMinimum"]?.core == .bool(true) { (minimum, exclusiveMinimum) = (nil, minimum) }
    if node["exclusiveMaximum"]?.core == .bool(true) { (maximum, exclusiveMaximum) = (nil, maximum) }
  }
}
