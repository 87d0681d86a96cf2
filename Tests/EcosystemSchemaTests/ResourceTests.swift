import Diagnostics
import FrontMatter
import SourceText
import Testing

@testable import EcosystemSchema

/// Compiles a schema that is not a project's; the other files lie beside it or where `--ref` says.
private func compile(_ text: String, path: String = "schemas/main.json", files: [String: String] = [:]) -> (
  schema: Schema?, said: [String]
) {
  let options = SchemaOptions(reading: .asWritten, isStrict: false, assertsFormat: false) { address in
    files[address].map { SourceFile(path: address, text: $0) }
  }
  let (schema, diagnostics) = SchemaSet.compile(SourceFile(path: path, text: text), options: options)
  return (schema, diagnostics.map { "\($0.severity.rawValue): \($0.message)" })
}

private func json(_ text: String) throws -> Tree { try #require(JSONReader.read(SourceFile(path: "data.json", text: text)).tree) }

@Test func filesBesideTheSchemaAreFound() throws {
  let files = [
    "schemas/parts/year.json": "{\"$ref\": \"../number.yaml#whole\"}",
    "schemas/number.yaml": "$defs: {a: {$anchor: whole, type: integer}}",
  ]
  let (schema, said) = compile("{\"properties\": {\"y\": {\"$ref\": \"parts/year.json\"}}}", files: files)
  #expect(said == [])
  #expect(try #require(schema).accepts(json("{\"y\": 1}")))
  #expect(try !#require(schema).accepts(json("{\"y\": \"1\"}")))
}

@Test func neighboursOnTheWebAreNeighboursHere() throws {
  let files = ["schemas/year.json": "{\"type\": \"integer\"}"]
  let (schema, said) = compile(
    "{\"$id\": \"https://example.org/s/main.json\", \"$ref\": \"year.json\"}", files: files)
  #expect(said == [])
  #expect(try !#require(schema).accepts(json("\"1\"")))
}

@Test func nothingIsFetched() {
  let (_, said) = compile("{\"$ref\": \"https://example.org/year.json#/a\"}")
  #expect(said == ["error: Schema 'https://example.org/year.json' is not here, and nothing is fetched from the network"])
  #expect(compile("{\"$ref\": \"year.json\"}").said == ["error: File 'year.json' is not among the schemas"])
}

@Test func metaschemasAreBuiltIn() throws {
  let (schema, said) = compile("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}")
  #expect(said == [])
  let metaschema = try #require(schema)
  #expect(try metaschema.validate(json("{\"properties\": {\"a\": {\"type\": \"string\"}}}"), path: "p").isEmpty)
  let found = try metaschema.validate(json("{\"properties\": {\"a\": {\"type\": \"strng\", \"minLength\": -1}}}"), path: "p")
  #expect(found.map(\.pointer) == ["/properties/a/type", "/properties/a/minLength"])
  let old = try metaschema.validate(json("{\"definitions\": {}}"), path: "p")
  #expect(old.map { "\($0.severity.rawValue) \($0.rule) \($0.pointer ?? "")" } == ["warning deprecated-field /definitions"])
}

@Test func dynamicReferencesLeadToTheOutermostAnchor() throws {
  let tree = """
    {"$id": "https://example.org/strict", "$dynamicAnchor": "node", "$ref": "tree", "unevaluatedProperties": false,
     "$defs": {"tree": {"$id": "tree", "$dynamicAnchor": "node", "type": "object",
       "properties": {"data": true, "children": {"type": "array", "items": {"$dynamicRef": "#node"}}}}}}
    """
  let (schema, said) = compile(tree)
  #expect(said == [])
  #expect(try #require(schema).accepts(json("{\"children\": [{\"data\": 1}]}")))
  let found = try #require(schema).validate(json("{\"children\": [{\"daat\": 1}]}"), path: "p")
  #expect(found.map(\.message) == ["Key 'daat' is unknown in 'children[0]'"])
}

@Test func resourcesThatAllReferToEachOtherAreRefusedInGoodTime() {
  let parts = (0..<24).map { i in
    let others = (0..<24).map { "{\"properties\": {\"p\($0)\": {\"$ref\": \"r\($0)\"}}}" }.joined(separator: ",")
    return "\"r\(i)\": {\"$id\": \"r\(i)\", \"$dynamicAnchor\": \"a\(i)\", \"allOf\": [\(others)]}"
  }
  let (_, said) = compile("{\"$ref\": \"r0\", \"$defs\": {\(parts.joined(separator: ","))}}")
  #expect(said.contains { $0.hasPrefix("error: Schema builds on too many others") })
}

@Test func whatTheStandardLetsStandIsAWarning() {
  #expect(
    compile("{\"propertys\": {}, \"x-tier\": 7, \"items\": {\"propertys\": 1}}").said == [
      "warning: Keyword 'propertys' is unknown and checks nothing"
    ])
  #expect(compile("{\"$schema\": \"http://json-schema.org/draft-03/schema#\"}").said.first?.hasPrefix("warning: Draft") == true)
  #expect(compile("{\"format\": \"markdown\", \"definitions\": {}}").said == [])
  #expect(
    compile("{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"$defs\": {}, \"dependentRequired\": {}}").said == [
      "warning: Keyword 'dependentRequired' is not one of draft-07 and checks nothing"
    ])
  #expect(
    compile("{\"items\": [true]}").said == [
      "error: Keyword 'items' wants one schema for all items; a list of schemas is 'prefixItems'"
    ])
  #expect(compile("{\"type\": \"strng\"}").said.map { $0.prefix(6) } == ["error:"])
}

@Test func formatJudgesWhereTheDialectSaysSo() throws {
  let files = [
    "https://example.org/dialect":
      "{\"$vocabulary\": {\"https://json-schema.org/draft/2020-12/vocab/core\": true, \"https://json-schema.org/draft/2020-12/vocab/format-assertion\": true}}",
    "https://example.org/other": "{\"$vocabulary\": {\"https://example.org/vocab\": true}}",
  ]
  let (schema, said) = compile(
    "{\"$schema\": \"https://example.org/dialect\", \"format\": \"date\", \"minLength\": 100}", files: files)
  #expect(said == [])
  #expect(try #require(schema).accepts(json("\"2026-11-22\"")))
  #expect(try !#require(schema).accepts(json("\"2026-11-32\"")))
  #expect(
    compile("{\"$schema\": \"https://example.org/other\"}", files: files).said == [
      "error: Vocabulary 'https://example.org/vocab' is unknown, and this schema needs it"
    ])
}

@Test func useOfADeprecatedFieldIsAWarning() throws {
  let schema = try schema(
    """
    properties: {rank: {deprecated: true, type: integer}, list: {items: {$ref: "#/$defs/old"}}, kind: {oneOf: [{const: a}, {const: b, deprecated: true}]}}
    $defs: {old: {if: {required: [x]}, then: {deprecated: true, description: Write y.}}}
    """)
  func found(_ text: String) throws -> [String] {
    try schema.validate(tree(text), path: "p").map { "\($0.severity.rawValue) \($0.rule) \($0.pointer ?? "")" }
  }
  #expect(try found("{rank: 1}") == ["warning deprecated-field /rank"])
  #expect(try found("{rank: x}") == ["warning deprecated-field /rank", "error wrong-type /rank"])
  #expect(try found("{list: [{y: 1}, {x: 1}], kind: a}") == ["warning deprecated-field /list/1"])
  #expect(try found("{kind: b}") == ["warning deprecated-field /kind"])
}

@Test func fixesKeepTheQuotesThatJSONNeeds() throws {
  let (schema, _) = compile(
    "{\"properties\": {\"kind\": {\"enum\": [\"spatial\"]}, \"n\": {\"type\": \"integer\"}, \"t\": {\"type\": \"string\"}}, \"additionalProperties\": false}"
  )
  func fix(_ text: String) throws -> String {
    let found = try #require(schema).validate(json(text), path: "p")
    return fixed(text, try #require(found.first))
  }
  #expect(try fix("{\"kind\": \"spacial\"}") == "{\"kind\": \"spatial\"}")
  #expect(try fix("{\"knid\": \"spatial\"}") == "{\"kind\": \"spatial\"}")
  #expect(try fix("{\"n\": \"7\"}") == "{\"n\": 7}")
  #expect(try fix("{\"t\": 1.10}") == "{\"t\": \"1.10\"}")
}

@Test(arguments: [
  ("a/b.json", "c.json", "a/c.json"), ("a/b.json", "../c.json", "c.json"), ("b.json", "../c.json", "../c.json"),
  ("../x/b", "../c", "../c"),
  ("/a/b", "./c/./d", "/a/c/d"), ("/a", "../../c", "/c"), ("https://h/a/b?q", "c", "https://h/a/c"),
  ("https://h", "c", "https://h/c"),
  ("https://h/a", "//i/b", "https://i/b"), ("https://h/a/", "..", "https://h/"), ("urn:x:y", "https://h/", "https://h/"),
  ("https://h/a", "?q", "https://h/a?q"),
])
func addressesAreResolved(_ base: String, _ reference: String, _ expected: String) {
  #expect(SchemaAddress.resolve(reference, against: base) == expected)
}
