import FrontMatter
import SourceText
import Testing

@testable import EcosystemSchema

@Test func thousandsOfUnknownKeysAreSaidInGoodTime() throws {
  let keys = (0..<20_000).map { "nam\($0): 1" }.joined(separator: "\n")
  let schema = try schema("{properties: {name: true, kind: true, url: true}, required: [name], additionalProperties: false}")
  #expect(try schema.validate(tree(keys), path: "p").count == 20_000)
}

@Test func thousandsOfEqualItemsAreSaidInGoodTime() throws {
  let items = "a: [" + Array(repeating: "x", count: 20_000).joined(separator: ", ") + "]"
  #expect(try report("properties: {a: {uniqueItems: true}}", items).count == 19_999)
}

@Test func treesWithTwoBranchesAtEveryLevelAreJudgedOnce() throws {
  let schema = try schema(
    """
    {anyOf: [{type: object, required: [x], properties: {c: {$ref: "#"}}}, {type: object, required: [y], properties: {c: {$ref: "#"}}}, {type: string}]}
    """)
  var text = "z"
  for _ in 0..<60 { text = "{x: 1, y: 1, c: \(text)}" }
  #expect(try schema.accepts(tree(text)))
  let bad = text.replacing(": z}", with: ": [1]}").replacing("z", with: "{q: 1}")
  #expect(try !schema.accepts(tree(bad)))
  #expect(try schema.validate(tree(bad), path: "p").count == 1)
}

@Test func deepSheetsUnderLongChainsOfReferencesAreJudged() throws {
  let links = (0..<14).map { "a\($0): {$ref: \"#/$defs/a\($0 + 1)\"}" }.joined(separator: ", ")
  let schema = try schema(
    "{$ref: \"#/$defs/a0\", $defs: {\(links), a14: {properties: {c: {$ref: \"#/$defs/a0\"}}, type: [object, integer]}}}")
  let good = String(repeating: "{c: ", count: 63) + "1" + String(repeating: "}", count: 63)
  #expect(try schema.accepts(tree(good)))
  #expect(try schema.validate(tree(good.replacing("1", with: "x")), path: "p").map(\.rule) == ["wrong-type"])
}

@Test func longChainsOfFieldsAreCut() throws {
  let links = (0..<3000).map { "a\($0): {properties: {x: {$ref: \"#/$defs/a\($0 + 1)\"}}}" }.joined(separator: ", ")
  _ = try schema("{$ref: \"#/$defs/a0\", $defs: {\(links), a3000: {type: string}}}")
}

@Test func numbersBeyondAllMeasureDoNotTrap() throws {
  let schema = try schema("{items: {multipleOf: 0.3, minimum: -1e308}}")
  for number in [
    "1e-9223372036854775808", "1e9223372036854775807", "-0", "+.5", "1e999", "0x7FFFFFFFFFFFFFFF",
    "99999999999999999999999999999999999999999",
  ] {
    _ = try schema.validate(tree("[\(number), .inf, .nan]"), path: "p")
  }
}

@Test func everyCutOfASchemaIsReadWithoutATrap() {
  let text = Array(
    """
    type: object
    properties:
      a: {$ref: "#/$defs/b", pattern: "^(a|b)+$", enum: [x, 1], x-labels: {x: Ex}}
      c: {oneOf: [{const: 1}, {type: array, items: {$ref: "#"}, uniqueItems: true}], if: {minimum: 1}, then: false}
    $defs: {b: {type: [string, "null"], format: date, x-synonyms: {y: x}}}
    unevaluatedProperties: false
    """.utf8)
  for end in 0...text.count {
    let (set, _) = SchemaSet.compile([SourceFile(path: "a.schema.yaml", bytes: Array(text[..<end]))])
    guard let schema = set["a"], let tree = YAMLReader.read(SourceFile(path: "s", text: "{a: 1, c: [[], []], d: {}}")).tree else {
      continue
    }
    _ = schema.validate(tree, path: "s")
  }
}

@Test func sameSheetGivesTheSameReportEveryTime() throws {
  let schema = try schema("{properties: {a: {enum: [x, y]}, b: {type: integer}}, required: [c, d], additionalProperties: false}")
  let tree = try tree("{b: x, a: z, e: 1, f: 2}")
  let first = schema.validate(tree, path: "p").map { "\($0.rule) \($0.location.span) \($0.message)" }
  for _ in 0..<20 { #expect(schema.validate(tree, path: "p").map { "\($0.rule) \($0.location.span) \($0.message)" } == first) }
}
