import CommandLineTool
import Diagnostics
import TestSupport
import Testing

/// Every rule is shown at work twice: in the two examples that `explain` prints, and in a spec.
@Suite struct RuleExampleTests {
  private static let withExamples = RuleCatalogue.all.filter { !$0.bad.files.isEmpty }.map(\.id)

  /// What no example can show as text, and the tests that show it instead.
  private static let withoutExamples = [
    "link-out-of-project": "WorkspaceTests/ProjectReaderTests", "stray-file": "WorkspaceTests/ProjectReaderTests",
    "unreadable-file": "WorkspaceTests/ProjectReaderTests",
    "schema-contract": "SheetModelTests/Specs/schema-contract.md", "styles-missing": "SheetAnalysisTests/Specs/styles-missing.md",
    "json-syntax": "FrontMatterTests/JSONReaderTests", "json-duplicate-key": "FrontMatterTests/JSONReaderTests",
    "baseline-file": "CommandLineToolTests/Baseline", "baseline-entry-reason": "CommandLineToolTests/Baseline",
    "baseline-entry-unused": "CommandLineToolTests/Baseline", "baseline-entry-expired": "CommandLineToolTests/Baseline",
  ]

  /// What no spec can hold as text, and the tests that show it instead.
  private static let withoutSpecs = [
    "link-out-of-project": "WorkspaceTests/ProjectReaderTests", "stray-file": "WorkspaceTests/ProjectReaderTests",
    "unreadable-file": "WorkspaceTests/ProjectReaderTests",
    "json-syntax": "FrontMatterTests/JSONReaderTests", "json-duplicate-key": "FrontMatterTests/JSONReaderTests",
    "baseline-file": "CommandLineToolTests/Baseline", "baseline-entry-reason": "CommandLineToolTests/Baseline",
    "baseline-entry-unused": "CommandLineToolTests/Baseline", "baseline-entry-expired": "CommandLineToolTests/Baseline",
    // A file that is not UTF-8 cannot be written down in one that is, and half a million values fill no spec.
    "invalid-utf8": "FrontMatterTests/RuleExamplesTests", "yaml-too-many-values": "FrontMatterTests/RuleExamplesTests",
  ]

  @Test(arguments: withExamples) func badExampleIsReported(rule: String) async throws {
    let example = try #require(RuleCatalogue.rule(rule)).bad
    let project = await TestProject.with(sources: example.sources)
    let found = await project.diagnostics()
    let report = await project.report()
    #expect(found.contains { $0.rule == rule }, "\(report)")
  }

  @Test(arguments: withExamples) func goodExampleIsNotReported(rule: String) async throws {
    let example = try #require(RuleCatalogue.rule(rule)).good
    let report = await TestProject.with(sources: example.sources).report()
    #expect(report.isEmpty, "\(report)")
  }

  @Test func onlyKnownRulesHaveNoExample() {
    let without = RuleCatalogue.all.map(\.id).filter { !Self.withExamples.contains($0) }
    #expect(Set(without) == Set(Self.withoutExamples.keys))
  }

  @Test func everyRuleHasASpec() {
    let targets = [
      "Workspace", "FrontMatter", "MarkdownBody", "Templates", "EcosystemSchema", "SheetModel", "Linking", "SheetAnalysis",
      "Rendering",
    ]
    var specified: [String: String] = [:]
    for target in targets {
      for rule in SpecRun.rules(of: target) {
        #expect(specified[rule] == nil, "\(rule) has a spec in \(target) and in \(specified[rule] ?? "")")
        specified[rule] = target
      }
    }
    for rule in RuleCatalogue.all.map(\.id) where Self.withoutSpecs[rule] == nil {
      #expect(specified[rule] != nil, "\(rule) has no spec")
      guard let target = specified[rule] else { continue }
      let cases = SpecRun.spec(rule, of: target).cases
      #expect(cases.contains { $0.report.contains("[\(rule)]\n") }, "no case of its spec reports \(rule)")
      #expect(cases.contains { $0.report.isEmpty }, "no case of its spec passes \(rule)")
    }
  }

  @Test(arguments: RuleCatalogue.all.map(\.id)) func ruleSpeaksToPeople(rule: String) throws {
    let rule = try #require(RuleCatalogue.rule(rule))
    #expect(rule.why.split(separator: " ").count >= 10, "\(rule.id) says too little: \(rule.why)")
  }
}
