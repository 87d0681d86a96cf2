import Foundation
import FrontMatter
import SourceText
import Testing

@testable import EcosystemSchema

/// The tests that json-schema.org keeps for all validators.
struct SuiteTests {
  /// Tests of what we do not do, each with the reason.
  private static let left: [String: String] = [:]

  @Test func everyRequiredTestOfTheSuitePasses() throws {
    let outcome = try Self.run("draft2020-12", asserts: false)
    print("suite: \(outcome.summary)")
    #expect(outcome.failures == [])
    #expect(outcome.passed >= 1200)
  }

  @Test(arguments: [
    (Draft.draft4, "draft4", 500), (.draft6, "draft6", 700), (.draft7, "draft7", 800), (.draft2019, "draft2019-09", 1100),
  ])
  func everyRequiredTestOfAnOlderDraftPasses(_ draft: Draft, _ folder: String, _ least: Int) throws {
    let outcome = try Self.run(folder, asserts: false, draft: draft)
    print("suite, \(folder): \(outcome.summary)")
    #expect(outcome.failures == [])
    #expect(outcome.passed >= least)
  }

  @Test func optionalTestsOfTheSuite() throws {
    let outcome = try Self.run("draft2020-12/optional", asserts: false)
    print("suite, optional: \(outcome.summary)")
    #expect(outcome.failures == Self.known)
  }

  @Test func testsOfFormatsOfTheSuite() throws {
    let outcome = try Self.run("draft2020-12/optional/format", asserts: true)
    print("suite, formats: \(outcome.summary)")
    #expect(outcome.failures == Self.knownOfFormats)
  }

  private static let known: [String] = []
  private static let knownOfFormats: [String] = []

  private struct Outcome {
    var passed = 0
    var failures: [String] = []
    var skipped: [String] = []

    var summary: String {
      (["\(passed) passed, \(failures.count) failed, \(skipped.count) skipped"] + failures.map { "failed: \($0)" }
        + skipped.map { "skipped: \($0)" })
        .joined(separator: "\n  ")
    }
  }

  private static let root = (#filePath as NSString).deletingLastPathComponent + "/Suite/"

  private static func source(_ path: String) -> SourceFile? {
    FileManager.default.contents(atPath: root + path).map { SourceFile(path: path, bytes: Array($0)) }
  }

  private static func run(_ folder: String, asserts: Bool, draft: Draft = .draft2020) throws -> Outcome {
    var outcome = Outcome()
    let names = try FileManager.default.contentsOfDirectory(atPath: root + folder).filter { $0.hasSuffix(".json") }.sorted()
    #expect(!names.isEmpty)
    for name in names {
      let file = try #require(Self.source(folder + "/" + name))
      let groups = try #require(JSONReader.read(file).tree?.root)
      var options = SchemaOptions(reading: .asWritten, isStrict: false, assertsFormat: asserts) { address in
        let prefix = "http://localhost:1234/"
        return address.hasPrefix(prefix) ? Self.source("remotes/" + address.dropFirst(prefix.count)) : nil
      }
      options.draft = draft
      for group in groups.items { run(group, in: file, options, &outcome) }
    }
    return outcome
  }

  private static func run(_ group: Node, in file: SourceFile, _ options: SchemaOptions, _ outcome: inout Outcome) {
    let folder = file.path.replacingOccurrences(of: "draft2020-12/", with: "")
    let title = "\(folder): \(group["description"]?.text ?? "")"
    let tests = group["tests"].map { Array($0.items) } ?? []
    if left[title] != nil {
      outcome.skipped.append(title)
      return
    }
    guard let node = group["schema"] else { return outcome.failures.append(title + ": no schema") }
    let (schema, diagnostics) = SchemaSet.compile(SourceFile(path: "schema.json", text: file.text(node.span)), options: options)
    let errors = diagnostics.filter { $0.severity == .error }.map(\.message)
    guard let schema, errors.isEmpty else { return outcome.failures.append("\(title): \(errors)") }
    for test in tests {
      let name = "\(title): \(test["description"]?.text ?? "")"
      guard let data = test["data"], let valid = test["valid"],
        let tree = JSONReader.read(SourceFile(path: "data.json", text: file.text(data.span))).tree
      else {
        outcome.failures.append(name + ": cannot be read")
        continue
      }
      let isValid = valid.core == .bool(true)
      let said = schema.explainAnyway(tree).map(\.message)
      if schema.accepts(tree) == isValid, said.isEmpty == isValid {
        outcome.passed += 1
      } else {
        outcome.failures.append("\(name) (valid: \(isValid), accepted: \(schema.accepts(tree)), said: \(said))")
      }
    }
  }
}
