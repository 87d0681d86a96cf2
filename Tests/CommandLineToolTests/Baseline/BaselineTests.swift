import CommandLineTool
import Diagnostics
import SourceText
import TestSupport
import Testing

@Suite struct BaselineTests {
  @Test func entryIsReadWithItsPlaces() throws {
    let marked = MarkedText(
      "- rule: ⟦unknown-theme⟧\n  sheet: policy:kompetenznetze\n  pointer: /theme\n  reason: ⟦Agreed⟧\n  until: ⟦2027-03-31⟧\n- {rule: heading-level, path: Themes/a.md, message: M, count: 3}\n"
    )
    let baseline = Debts.baseline(marked.text)
    #expect(baseline.problems.isEmpty)
    let first = try #require(baseline.entries.first)
    #expect(first.target == .sheet(.policy, "kompetenznetze"))
    #expect([first.ruleSpan, first.reason?.span, first.until?.span] == marked.spans)
    #expect(first.until?.value.text == "2027-03-31")
    #expect(baseline.entries.last?.target == .path("Themes/a.md"))
    #expect(baseline.entries.last?.count == 3)
  }

  @Test(arguments: ["", "# only a comment\n", "[]", "~\n", "{}"]) func emptyFileIsAnEmptyList(yaml: String) {
    #expect(Debts.baseline(yaml).problems.isEmpty)
    #expect(Debts.baseline(yaml).entries.isEmpty)
  }

  /// Each mistake, the place that is pointed at, and how the headline begins.
  @Test(arguments: [
    ("⟦a: b⟧\n", "Known debts are not a list"),
    ("- ⟦text⟧\n", "Entry is not made of keys and values"),
    ("- {⟦rul⟧: unknown-theme, sheet: a, rule: unknown-theme}\n", "Key 'rul' is not known"),
    ("- rule: ⟦unknown-them⟧\n  sheet: a\n", "Rule 'unknown-them' is not known"),
    ("- rule: ⟦unknown-theme⟧\n", "Entry does not say which sheet"),
    ("- ⟦sheet: a⟧\n", "Entry does not say which rule"),
    ("- {rule: unknown-theme, sheet: a, path: ⟦b⟧}\n", "Entry names a sheet and a path"),
    ("- {rule: unknown-theme, sheet: ⟦polcy:a⟧}\n", "Kind 'polcy' is not known"),
    ("- {rule: unknown-theme, sheet: a, until: ⟦2027-02-30⟧}\n", "Day '2027-02-30' does not exist"),
    ("- {rule: unknown-theme, sheet: a, count: ⟦0⟧}\n", "Count must be a whole number"),
    ("- {rule: unknown-theme, sheet: ⟦[a]⟧}\n", "Value of 'sheet' must be a text"),
  ]) func mistakeIsReported(marked: String, message: String) throws {
    let text = MarkedText(marked)
    let problem = try #require(Debts.baseline(text.text).problems.first)
    #expect(problem.rule == "baseline-file")
    #expect(problem.message.hasPrefix(message), "\(problem.message)")
    #expect(problem.location.span == text.spans.first)
  }

  @Test func brokenYAMLIsReported() {
    #expect(!Debts.baseline("- rule: [\n").problems.isEmpty)
    #expect(Baseline.read(SourceFile(path: "x", bytes: [0x2D, 0xFF]), rules: []).problems.map(\.rule) == ["invalid-utf8"])
  }

  @Test func everyTruncationIsReadWithoutATrap() {
    let text =
      "# head\n- rule: unknown-theme\n  sheet: a\n  pointer: /theme\n  reason: >-\n    because\n    of that\n\n# more\n- {rule: heading-level, path: b, until: 2027-01-01}\n"
    for length in 0...text.utf8.count {
      let file = SourceFile(path: "x", bytes: Array(text.utf8.prefix(length)))
      let baseline = Baseline.read(file, rules: RuleCatalogue.all.map(\.id))
      _ = BaselineUpdate(baseline, used: [], unknown: [Debts.problem()], sheetPaths: [])
    }
  }
}
