import Testing

@testable import EcosystemSchema

/// A schema, values that it accepts and values that it does not, as JSON has them.
struct Case: Sendable, CustomTestStringConvertible {
  let schema: String
  let good: [String]
  let bad: [String]

  init(_ schema: String, good: [String], bad: [String]) {
    self.schema = schema
    self.good = good
    self.bad = bad
  }

  var testDescription: String { schema }
}

private let cases: [Case] = [
  Case("{}", good: ["1", "\"a\"", "[]", "{}", "null"], bad: []),
  Case("{$defs: {a: true}, $comment: x, readOnly: true, writeOnly: false, default: 1}", good: ["1"], bad: []),
  Case("type: integer", good: ["1", "1.0", "-3", "1e3"], bad: ["1.5", "\"1\"", "true", "null", "[]", "{}"]),
  Case("type: number", good: ["1", "1.5", "1e400"], bad: ["\"1\"", "false"]),
  Case("type: [string, \"null\"]", good: ["\"1\"", "null"], bad: ["1", "false", "{}"]),
  Case("type: boolean", good: ["true", "false"], bad: ["\"true\"", "0", "null"]),
  Case(
    "enum: [a, 1, null, [1, 2], {x: 1, y: 2}]", good: ["\"a\"", "1", "1.0", "null", "[1, 2]", "{\"y\": 2, \"x\": 1.0}"],
    bad: ["\"1\"", "[2, 1]", "{\"x\": 1}"]),
  Case("const: {a: [true]}", good: ["{\"a\": [true]}"], bad: ["{\"a\": [1]}", "{\"a\": true}"]),
  Case("{enum: [a, b], const: b}", good: ["\"b\""], bad: ["\"a\""]),
  Case("{minimum: 1, maximum: 3}", good: ["1", "3", "2.5", "\"x\""], bad: ["0.99", "3.01", "-1"]),
  Case("{exclusiveMinimum: 1, exclusiveMaximum: 3}", good: ["1.01", "2"], bad: ["1", "1.0", "3"]),
  Case("maximum: 9007199254740992", good: ["9007199254740992"], bad: ["9007199254740993"]),
  Case("multipleOf: 0.01", good: ["19.99", "4.02", "0", "1e3", "0.07"], bad: ["19.999", "0.001"]),
  Case("multipleOf: 0.0001", good: ["0.0075"], bad: ["0.00751"]),
  Case("multipleOf: 3", good: ["9", "-6", "3.0"], bad: ["10", "4.5"]),
  Case("{minLength: 2, maxLength: 3}", good: ["\"ab\"", "\"😀😀😀\"", "5"], bad: ["\"é\"", "\"abcd\"", "\"\""]),
  Case("pattern: b+", good: ["\"abc\"", "3"], bad: ["\"ac\""]),
  Case(
    "{items: {type: integer}, prefixItems: [{type: string}]}", good: ["[]", "[\"a\", 1, 2]", "{}"],
    bad: ["[1]", "[\"a\", \"b\"]"]),
  Case("{prefixItems: [true], items: false}", good: ["[1]", "[]"], bad: ["[1, 2]"]),
  Case("{minItems: 1, maxItems: 2}", good: ["[1]", "[1, 2]"], bad: ["[]", "[1, 2, 3]"]),
  Case(
    "uniqueItems: true", good: ["[1, \"1\", true, null, [1], {\"a\": 1}]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"],
    bad: ["[1, 1.0]", "[{\"a\": 1, \"b\": 2}, {\"b\": 2, \"a\": 1}]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]"]),
  Case("{contains: {type: integer}, minContains: 2, maxContains: 3}", good: ["[1, 2, \"a\"]"], bad: ["[1]", "[1, 2, 3, 4]"]),
  Case("{contains: {type: integer}, minContains: 0}", good: ["[]"], bad: []),
  Case(
    "{properties: {a: {type: integer}}, additionalProperties: false}", good: ["{}", "{\"a\": 1}"],
    bad: ["{\"a\": \"1\"}", "{\"b\": 1}"]),
  Case(
    "{patternProperties: {\"^x-\": true, \"n$\": {type: integer}}, additionalProperties: {type: string}}",
    good: ["{\"x-n\": 1, \"b\": \"\", \"n\": 2}"], bad: ["{\"x-n\": \"1\"}", "{\"b\": 1}"]),
  Case(
    "{properties: {an: {minimum: 2}}, patternProperties: {\"n$\": {type: integer}}}", good: ["{\"an\": 2}"],
    bad: ["{\"an\": 1}", "{\"an\": 2.5}"]),
  Case("required: [a, b]", good: ["{\"a\": null, \"b\": 1}", "[]"], bad: ["{\"a\": 1}", "{}"]),
  Case(
    "dependentRequired: {a: [b, c]}", good: ["{}", "{\"b\": 1}", "{\"a\": 1, \"b\": 1, \"c\": 1}"], bad: ["{\"a\": 1, \"b\": 1}"]),
  Case("dependentSchemas: {a: {required: [b]}}", good: ["{\"b\": 1}", "{\"a\": 1, \"b\": 1}"], bad: ["{\"a\": 1}"]),
  Case("{minProperties: 1, maxProperties: 2}", good: ["{\"a\": 1}"], bad: ["{}", "{\"a\": 1, \"b\": 1, \"c\": 1}"]),
  Case("propertyNames: {maxLength: 2}", good: ["{\"ab\": 1}", "{}"], bad: ["{\"abc\": 1}"]),
  Case("allOf: [{required: [a]}, {required: [b]}]", good: ["{\"a\": 1, \"b\": 1}"], bad: ["{\"a\": 1}"]),
  Case("anyOf: [{type: integer}, {minimum: 2}]", good: ["1", "2.5", "\"x\""], bad: ["1.5"]),
  Case("oneOf: [{type: integer}, {minimum: 2}]", good: ["1", "2.5"], bad: ["1.5", "3"]),
  Case("not: {type: integer}", good: ["\"a\""], bad: ["1"]),
  Case("{if: {const: 1}, then: {maximum: 0}, else: {minimum: 5}}", good: ["6"], bad: ["1", "2"]),
  Case("{then: false}", good: ["1"], bad: []),
  Case("{$ref: \"#/$defs/a\", maximum: 5, $defs: {a: {minimum: 2}}}", good: ["3"], bad: ["1", "6"]),
  Case("{$ref: \"#b\", $defs: {a: {$anchor: b, type: string}}}", good: ["\"x\""], bad: ["1"]),
  Case(
    "{properties: {c: {$ref: \"#\"}}, additionalProperties: false}", good: ["{\"c\": {\"c\": {}}}"], bad: ["{\"c\": {\"d\": {}}}"]
  ),
  Case("{$ref: \"#/$defs/a~1b%25\", $defs: {\"a/b%\": {type: string}}}", good: ["\"x\""], bad: ["1"]),
  Case(
    "{allOf: [{properties: {a: true}}], properties: {b: true}, unevaluatedProperties: false}", good: ["{\"a\": 1, \"b\": 1}"],
    bad: ["{\"c\": 1}"]),
  Case(
    "{anyOf: [{properties: {a: {type: integer}}, required: [a]}, {properties: {b: true}}], unevaluatedProperties: false}",
    good: ["{\"a\": 1, \"b\": 1}", "{\"b\": 1}"], bad: ["{\"a\": \"x\", \"b\": 1}"]),
  Case(
    "{if: {properties: {a: {const: 1}}, required: [a]}, then: {properties: {b: true}}, unevaluatedProperties: false}",
    good: ["{\"a\": 1, \"b\": 2}"], bad: ["{\"a\": 2}", "{\"b\": 2}"]),
  Case("{not: {properties: {a: true}, required: [z]}, unevaluatedProperties: false}", good: ["{}"], bad: ["{\"a\": 1}"]),
  Case("{allOf: [{properties: {a: true}}, {unevaluatedProperties: false}]}", good: ["{}"], bad: ["{\"a\": 1}"]),
  Case("{allOf: [{unevaluatedProperties: true}], unevaluatedProperties: false}", good: ["{\"a\": 1}"], bad: []),
  Case("{prefixItems: [true], contains: {type: string}, unevaluatedItems: false}", good: ["[1, \"a\"]"], bad: ["[1, 2, \"a\"]"]),
  Case("true", good: ["1"], bad: []),
  Case("false", good: [], bad: ["1", "{}"]),
]

@Test(arguments: cases)
func acceptsWhatJSONSchemaAccepts(_ example: Case) throws {
  let schema = try schema(example.schema, reading: .asWritten)
  for good in example.good {
    #expect(try schema.accepts(tree(good)), "\(good)")
    #expect(try schema.explainAnyway(tree(good)).map(\.message) == [], "\(good)")
  }
  for bad in example.bad {
    #expect(try !schema.accepts(tree(bad)), "\(bad)")
    #expect(try !schema.explainAnyway(tree(bad)).isEmpty, "\(bad)")
  }
}

@Test func tracksMoreThanSixtyFourKeys() throws {
  let keys = (0..<200).map { "k\($0)" }
  let properties = keys.map { "\($0): true" }.joined(separator: ", ")
  let schema = try schema(
    "{allOf: [{properties: {\(properties)}, required: [\(keys.joined(separator: ", "))]}], unevaluatedProperties: false}")
  let all = keys.map { "\($0): 1" }
  #expect(try schema.accepts(tree("{\(all.joined(separator: ", "))}")))
  #expect(try !schema.accepts(tree("{\((all + ["z: 1"]).joined(separator: ", "))}")))
  #expect(
    try schema.validate(tree("{\(all.dropLast().joined(separator: ", "))}"), path: "p").map(\.message) == [
      "Field 'k199' is missing"
    ])
}
