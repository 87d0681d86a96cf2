import EcosystemSchema
import FrontMatter
import SourceText
import TestSupport
import Testing

@Suite struct SchemaBundleTests {
  private func set(_ files: [(String, String)]) -> SchemaSet {
    SchemaSet.compile(files.map { SourceFile(path: "Sheets/schemas/\($0.0)", text: $0.1) }).set
  }

  @Test func filesThatAreReferredToLieWithin() throws {
    let set = set([
      (
        "a.schema.yaml",
        """
        type: object
        properties:
          $ref: {$ref: "common.schema.yaml#/$defs/text"}
          other: {$ref: "#/$defs/common"}
          whole: {$ref: other.schema.yaml}
          given: {const: {$ref: untouched}}
        $defs:
          common: {type: integer}
        """
      ),
      (
        "common.schema.yaml",
        "type: object\n$defs:\n  text: {type: string, allOf: [{$ref: '#/$defs/more'}]}\n  more: {minLength: 2}\n"
      ),
      ("other.schema.yaml", "type: array\nitems: {$ref: 'common.schema.yaml#/$defs/text'}\n"),
    ])
    let text = String(decoding: try #require(SchemaBundle.json(set, kind: "a", id: "https://example.org/a.json")), as: UTF8.self)
    #expect(text.contains("\"$id\":\"https://example.org/a.json\""))
    #expect(text.contains("\"$ref\":{\"$ref\":\"#/$defs/common-2/$defs/text\"}"))
    #expect(text.contains("\"other\":{\"$ref\":\"#/$defs/common\"}") && text.contains("\"whole\":{\"$ref\":\"#/$defs/other\"}"))
    #expect(text.contains("\"given\":{\"const\":{\"$ref\":\"untouched\"}}"))
    #expect(text.contains("\"allOf\":[{\"$ref\":\"#/$defs/common-2/$defs/more\"}]"))
    let (schema, diagnostics) = SchemaSet.compile(
      SourceFile(path: "a.json", text: text), options: SchemaOptions(reading: .asWritten, isStrict: true, assertsFormat: true))
    #expect(diagnostics.map(\.message) == [])
    func accepts(_ json: String) throws -> Bool {
      let tree = try #require(JSONReader.read(SourceFile(path: "x.json", text: json)).tree)
      return try #require(schema).accepts(tree)
    }
    #expect(try accepts(#"{"$ref": "ab", "other": 1, "whole": ["cd"]}"#))
    #expect(try !accepts(#"{"$ref": "a"}"#))
    #expect(try !accepts(#"{"other": "x"}"#))
    #expect(try !accepts(#"{"whole": ["c"]}"#))
  }

  @Test func kindsWithoutASchemaHaveNone() {
    #expect(SchemaBundle.json(set([("a.schema.yaml", "type: object\n")]), kind: "b") == nil)
  }

  @Test func theProjectsOwnSchemasStandByThemselves() async throws {
    let sources = await Repository.sources()
    let set = SchemaSet.compile(sources.schemas).set
    for kind in ["cluster", "policy", "initiative", "concept", "region", "case-study", "theme"] {
      let json = try #require(SchemaBundle.json(set, kind: kind))
      let text = String(decoding: json, as: UTF8.self)
      #expect(!text.contains(".schema.yaml\""), "a reference leads out of \(kind)")
      let (schema, diagnostics) = SchemaSet.compile(
        SourceFile(path: "\(kind).json", text: text),
        options: SchemaOptions(reading: .asSheet, isStrict: true, assertsFormat: true))
      #expect(diagnostics.map(\.message) == [])
      // Judges as the files do, the people's view included.
      #expect(schema?.root.children.map(\.key) == set[kind]?.root.children.map(\.key))
      let folder =
        kind == "theme"
        ? "Themes/" : kind == "policy" ? "Sheets/policies/" : kind == "case-study" ? "Sheets/case-studies/" : "Sheets/\(kind)s/"
      for file in sources.sheets where file.path.hasPrefix(folder) {
        let tree = try #require(SheetHead.read(file).tree)
        #expect(schema?.accepts(tree) == set[kind]?.accepts(tree))
      }
    }
  }
}
