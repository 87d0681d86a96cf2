import SourceText
import Testing

@testable import EcosystemSchema

@Test(arguments: [
  ("propertys: {}", ["schema-keyword: propertys"]),
  ("x-teir: full", ["schema-keyword: x-teir"]),
  ("$dynamicRef: \"#a\"", ["schema-reference: \"#a\""]),
  ("definitions: {a: true}", ["schema-keyword: definitions"]),
  ("$id: \"https://example.org/a#b\"", ["schema-value: \"https://example.org/a#b\""]),
  ("$vocabulary: {a: 1}", ["schema-value: 1"]),
  ("{$ref: \"https://example.org/a\"}", ["schema-reference: \"https://example.org/a\""]),
  ("{$ref: \"https://json-schema.org/draft/2020-12/schema\"}", []),
  (
    "{$defs: {a: {$id: \"https://example.org/a\"}, b: {$id: \"https://example.org/a\"}}}",
    ["schema-value: \"https://example.org/a\""]
  ),
  ("type: strng", ["schema-value: strng"]),
  ("type: []", []),
  ("maxLength: long", ["schema-value: long"]),
  ("maxLength: -1", ["schema-value: -1"]),
  ("minItems: 1.5", ["schema-value: 1.5"]),
  ("multipleOf: 0", ["schema-value: 0"]),
  ("minimum: \"1\"", ["schema-value: \"1\""]),
  ("enum: []", ["schema-value: []"]),
  ("enum: [a, b, a]", ["schema-value: a"]),
  ("required: name", ["schema-value: name"]),
  ("required: [a, a]", ["schema-value: a"]),
  ("properties: [a]", ["schema-value: [a]"]),
  ("properties: {a: 5}", ["schema-value: 5"]),
  ("allOf: []", ["schema-value: []"]),
  ("uniqueItems: yes", ["schema-value: yes"]),
  ("format: dat", ["schema-value: dat"]),
  ("$schema: http://json-schema.org/draft-07/schema#", ["schema-value: http://json-schema.org/draft-07/schema#"]),
  ("x-tier: ful", ["schema-value: ful"]),
  ("x-display: bagde", ["schema-value: bagde"]),
  ("{enum: [a, b], x-labels: {c: Sea}}", ["schema-value: c"]),
  ("{enum: [a, b], x-synonyms: {sea: c}}", ["schema-value: c"]),
  ("pattern: \"^(a\"", ["schema-pattern: (a"]),
  ("patternProperties: {\"[b\": true}", ["schema-pattern: [b"]),
  ("pattern: (a)\\1", ["schema-pattern: \\1"]),
  ("pattern: (?=a)", []),
  ("{$ref: \"#/$defs/yaer\", $defs: {year: true}}", ["schema-reference: \"#/$defs/yaer\""]),
  ("{$ref: \"#nowhere\"}", ["schema-reference: \"#nowhere\""]),
  ("{$ref: other.schema.yaml}", ["schema-reference: other.schema.yaml"]),
  ("{$ref: \"#\"}", ["schema-recursion: \"#\""]),
  ("{allOf: [{anyOf: [{$ref: \"#\"}]}]}", ["schema-recursion: \"#\""]),
  ("{$ref: \"#/$defs/a\", $defs: {a: {$ref: \"#/$defs/b\"}, b: {$ref: \"#/$defs/a\"}}}", ["schema-recursion: \"#/$defs/a\""]),
  ("{$defs: {a: {$anchor: x}, b: {$anchor: x}}}", ["schema-value: x"]),
  ("[a]", ["schema-value: [a]"]),
  ("{properties: {a: {$ref: \"#\"}}, items: {$ref: \"#\"}}", []),
])
func mistakeInASchemaIsSaidAtItsPlace(_ text: String, _ expected: [String]) {
  #expect(schemaReport(text) == expected)
}

@Test func brokenYAMLOfASchemaIsReported() {
  #expect(schemaReport("a: [b").map { $0.prefix(5) } == ["yaml-"])
}

@Test func nearestNamesAreSuggested() throws {
  let file = SourceFile(path: "a/x.schema.yaml", text: "{$ref: \"#/$defs/yaer\", $defs: {year: true}}")
  #expect(SchemaSet.compile([file]).diagnostics.first?.label == "did you mean '#/$defs/year'?")
  let other = SourceFile(path: "a/common.schema.yaml", text: "type: object")
  let from = SourceFile(path: "a/y.schema.yaml", text: "$ref: comon.schema.yaml#/a")
  #expect(SchemaSet.compile([other, from]).diagnostics.first?.label == "did you mean 'common.schema.yaml'?")
}

@Test func referencesLeadToOtherFiles() throws {
  let common = SourceFile(
    path: "Sheets/schemas/common.schema.yaml",
    text: "$defs: {year: {type: integer}, from: {$ref: \"#/$defs/year\"}, n: {$anchor: n, type: string}}")
  let kind = SourceFile(
    path: "Sheets/schemas/cluster.schema.yaml",
    text:
      "properties: {a: {$ref: \"common.schema.yaml#/$defs/from\"}, b: {$ref: \"./common.schema.yaml#n\"}, c: {$ref: \"../schemas/common.schema.yaml\"}}"
  )
  let (set, diagnostics) = SchemaSet.compile([kind, common])
  #expect(diagnostics.isEmpty)
  #expect(set.schemas.keys.sorted() == ["cluster", "common"])
  let found = try #require(set["cluster"]).validate(tree("{a: x, b: [], c: 1}"), path: "p")
  #expect(found.map { $0.pointer } == ["/a", "/b"])
}

@Test func longChainsOfReferencesAreRefused() {
  let links = (0..<5000).map { "a\($0): {$ref: \"#/$defs/a\($0 + 1)\"}" }.joined(separator: ", ")
  let report = schemaReport("{$ref: \"#/$defs/a0\", $defs: {\(links), a5000: {type: string}}}")
  #expect(!report.isEmpty)
  #expect(report.allSatisfy { $0.hasPrefix("schema-recursion") })
}

@Test func branchingWithoutEndIsRefused() {
  let levels = (0..<40).map { "a\($0): {allOf: [{$ref: \"#/$defs/a\($0 + 1)\"}, {$ref: \"#/$defs/a\($0 + 1)\"}]}" }.joined(
    separator: ", ")
  let report = schemaReport("{$ref: \"#/$defs/a0\", $defs: {\(levels), a40: {type: string}}}")
  #expect(!report.isEmpty)
}
