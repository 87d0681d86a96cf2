import Diagnostics
import SourceText
import Testing

private let testNote = Rule(
  id: "test-note", severity: .note, title: "", why: "", bad: Example(files: []), good: Example(files: []))

private func many(_ count: Int, _ rule: Rule, path: (Int) -> String) -> [Diagnostic] {
  (0..<count).map { Diagnostic(rule, at: Location(path: path($0), span: Span($0 + 1, $0 + 2)), "Nr \($0)") }
}

private func commands(_ all: [Diagnostic]) -> [String] {
  GitHubFormat().render(Report(diagnostics: all, sheets: 1)) { SourceFile(path: $0, text: String(repeating: "x", count: 99)) }
    .split(separator: "\n").map(String.init)
}

@Test func tenOfASeverityAreShownAsTheyAre() {
  let lines = commands(many(10, testRule) { _ in "a.md" } + many(10, testNote) { _ in "a.md" })
  #expect(lines.count == 20)
  #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error file=a.md,line=1,") })
  #expect(lines.suffix(10).allSatisfy { $0.hasPrefix("::notice file=a.md,") })
}

@Test func beyondTenEachFileAndRuleIsShownOnceAndTheRestIsCounted() {
  let lines = commands(many(40, testRule) { "f\($0 % 4).md" } + many(11, testWarning) { "f\($0).md" })
  #expect(lines.count { $0.hasPrefix("::error ") } == 4)
  #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
  #expect(lines.last == "::notice title=clusterbook::37 more findings of 51: the summary of this job lists them all")
}

@Test func neverMoreThanTenOfASeverityAreShown() {
  let lines = commands([testRule, testWarning, testNote].flatMap { rule in many(50, rule) { "f\($0).md" } })
  for name in ["error", "warning", "notice"] { #expect(lines.count { $0.hasPrefix("::\(name) ") } == 10) }
  #expect(lines.first?.hasPrefix("::error ") == true)
  #expect(lines.last?.contains("121 more findings of 150") == true)
}

@Test func nothingInAFindingCanStartACommandOrEndOne() {
  let location = Location(path: "a,b:c%\n::error::.md", span: Span.at(0))
  let diagnostic = Diagnostic(testRule, at: location, "100 %\n::error::x\r", explanation: "e\n::stop-commands::x")
  let text = GitHubFormat().render(Report(diagnostics: [diagnostic], sheets: 1)) { _ in nil }
  #expect(text.split(separator: "\n").count == 1 && !text.contains("\r"))
  #expect(text.hasPrefix("::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.md,title=test-rule::100 %25"))
}

@Test func theSummaryOfAJobStaysBelowItsLimit() {
  let all = many(20_000, testRule) { "folder/with/a/long/name/file\($0).md" }
  let text = GitHubSummary().render(Report(diagnostics: all, sheets: 1)) { _ in nil }
  #expect(text.utf8.count < 1 << 20)
  #expect(text.contains(" more findings would not fit on this page."))
}

@Test func theSummaryShowsTextsAsTheyStand() {
  let diagnostic = Diagnostic(testRule, at: Location(path: "a|b.md", span: Span.at(0)), "<b>*x*</b> | `@octocat` \\ [a](b)")
  let text = GitHubSummary().render(Report(diagnostics: [diagnostic], sheets: 1)) { _ in nil }
  #expect(text.contains("| error | a\\|b.md | &lt;b&gt;\\*x\\*&lt;/b&gt; \\| \\`&#64;octocat\\` \\\\ \\[a\\](b) | test-rule |\n"))
}
