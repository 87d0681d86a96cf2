import TestSupport
import Testing

/// Runs the specs of this target's rules: Markdown files with the exact report that each project must give.
@Suite struct MarkdownBodySpecTests {
  @Test(arguments: SpecRun.rules(of: "MarkdownBody")) func ruleReportsWhatItsSpecSays(rule: String) async {
    let failures = await SpecRun.failures(rule, of: "MarkdownBody")
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n\n"))")
  }
}
