import Foundation
import Testing

@testable import CommandLineTool

/// `clusterbook validate` on files of a temporary folder.
struct ValidateTests {
  /// Writes files and gives the exit status of the command; `@` in an argument stands for the folder.
  private func run(_ files: [String: String], _ arguments: String...) async throws -> Int32 {
    let folder = NSTemporaryDirectory() + "validate-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, text) in files {
      let full = folder + "/" + path
      try FileManager.default.createDirectory(
        atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: full, atomically: true, encoding: .utf8)
    }
    return await Program.run(
      ["validate"] + arguments.map { $0.replacingOccurrences(of: "@", with: folder) } + ["--quiet", "--format", "short"])
  }

  private let files = [
    "schema.json":
      "{\"properties\": {\"year\": {\"$ref\": \"parts.yaml#/$defs/year\"}, \"day\": {\"format\": \"date\"}}, \"required\": [\"year\"]}",
    "parts.yaml": "$defs: {year: {type: integer}}",
    "good/a.md": "---\nyear: 1990\n---\nText\n", "good/deep/b.yml": "year: 1990\nday: someday\n",
    "good/c.json": "{\"year\": 1990}", "good/d.txt": "no",
    "bad/a.json": "{\"year\": \"1990\"}", "list/bad.yaml": "- 1\n",
  ]

  @Test func statusSaysWhetherTheDataIsRight() async throws {
    #expect(try await run(files, "--schema", "@/schema.json", "@/good") == 0)
    #expect(try await run(files, "--schema", "@/schema.json", "@/good/a.md", "@/bad/a.json") == 1)
    #expect(try await run(files, "--schema", "@/schema.json", "@/good", "--assert-format") == 1)
    #expect(try await run(files, "--schema", "@/parts.yaml", "@/list/bad.yaml") == 0)
  }

  @Test func aWrongCallIsNotAViolation() async throws {
    #expect(try await run(files, "--schema", "@/none.json", "@/good") == 2)
    #expect(try await run(files, "--schema", "@/schema.json", "@/none") == 2)
    #expect(try await run(files, "--schema", "@/schema.json") == 2)
    #expect(try await run(["s.json": "{\"type\": \"strng\"}", "a.json": "1"], "--schema", "@/s.json", "@/a.json") == 2)
    #expect(try await run(["s.json": "{\"type\": ", "a.json": "1"], "--schema", "@/s.json", "@/a.json") == 2)
  }

  @Test func remoteSchemasComeFromLocalFilesOnly() async throws {
    let files = [
      "s.json": "{\"$ref\": \"https://example.org/n?a=b\"}", "n.json": "{\"type\": \"integer\"}", "a.json": "1",
      "b.json": "\"1\"",
    ]
    #expect(try await run(files, "--schema", "@/s.json", "@/a.json") == 2)
    #expect(try await run(files, "--schema", "@/s.json", "--ref", "https://example.org/n?a=b=@/n.json", "@/a.json") == 0)
    #expect(try await run(files, "--schema", "@/s.json", "--ref", "https://example.org/n?a=b=@/n.json", "@/b.json") == 1)
    #expect(try await run(files, "--schema", "@/s.json", "--ref", "https://example.org/n?a=b=@/none.json", "@/b.json") == 2)
  }

  @Test func unknownKeywordIsAWarningThatCanBeAnError() async throws {
    let files = ["s.json": "{\"level\": 1}", "a.json": "1"]
    #expect(try await run(files, "--schema", "@/s.json", "@/a.json") == 0)
    #expect(try await run(files, "--schema", "@/s.json", "@/a.json", "-W") == 1)
    #expect(try await run(files, "--schema", "@/s.json", "@/a.json", "-W", "--severity", "schema-keyword=off") == 0)
  }
}
