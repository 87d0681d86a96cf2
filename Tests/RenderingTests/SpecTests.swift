import TestSupport
import Testing

/// Runs the specs of this target's rules: Markdown files with the exact report that each project must give.
@Suite struct RenderingSpecTests {
  @Test(arguments: SpecRun.rules(of: "Rendering")) func ruleReportsWhatItsSpecSays(rule: String) async {
    let failures = await SpecRun.failures(rule, of: "Rendering")
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n\n"))")
  }
}
