import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText
import Testing

/// Compiles one schema, which must have no mistake.
func schema(_ text: String, reading: ScalarReading = .asSheet) throws -> Schema {
  let (set, diagnostics) = SchemaSet.compile([SourceFile(path: "Sheets/schemas/test.schema.yaml", text: text)], reading: reading)
  #expect(diagnostics.map(\.message) == [])
  return try #require(set["test"])
}

func tree(_ text: String) throws -> Tree {
  let read = YAMLReader.read(SourceFile(path: "test.yaml", text: text))
  return try #require(read.tree, "\(read.diagnostics.map(\.message))")
}

/// What is reported, as `rule pointer`.
func report(_ schemaText: String, _ sheet: String, reading: ScalarReading = .asSheet) throws -> [String] {
  try schema(schemaText, reading: reading).validate(tree(sheet), path: "test.yaml").map { "\($0.rule) \($0.pointer ?? "-")" }
}

/// The diagnostics themselves.
func findings(_ schemaText: String, _ sheet: String) throws -> [Diagnostic] {
  try schema(schemaText).validate(tree(sheet), path: "test.yaml", sheet: "test")
}

/// What the schema itself is blamed for, as `rule: the text under the carets`.
func schemaReport(_ text: String) -> [String] {
  let file = SourceFile(path: "Sheets/schemas/test.schema.yaml", text: text)
  return SchemaSet.compile([file]).diagnostics.map { "\($0.rule): \(file.text($0.location.span))" }
}

/// The text with the fixes of a diagnostic applied.
func fixed(_ text: String, _ diagnostic: Diagnostic) -> String {
  var bytes = Array(text.utf8)
  let edits = diagnostic.fixes.flatMap(\.edits).sorted { $0.location > $1.location }
  for edit in edits { bytes.replaceSubrange(edit.location.span.start..<edit.location.span.end, with: Array(edit.text.utf8)) }
  return String(decoding: bytes, as: UTF8.self)
}
