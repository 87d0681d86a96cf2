import TestSupport
import Testing

/// Runs the specs of this target's rules: Markdown files with the exact report that each project must give.
@Suite struct SheetAnalysisSpecTests {
  @Test(arguments: SpecRun.rules(of: "SheetAnalysis")) func ruleReportsWhatItsSpecSays(rule: String) async {
    let failures = await SpecRun.failures(rule, of: "SheetAnalysis")
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n\n"))")
  }
}
