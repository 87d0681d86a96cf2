import Diagnostics
import SourceText
import Testing

private func diagnostic(_ path: String, _ start: Int, _ rule: Rule = testRule, _ message: String = "m") -> Diagnostic {
  Diagnostic(rule, at: Location(path: path, span: Span(start, start + 1)), message)
}

@Test func reportsGoByPathPlaceSeverityRuleAndMessage() {
  let sorted = [
    diagnostic("a", 1), diagnostic("a", 2, testRule, "a"), diagnostic("a", 2, testRule, "b"),
    diagnostic("a", 2, testWarning, "a"),
    diagnostic("b", 0),
  ]
  let order = sorted.map { "\($0.location.path)\($0.location.span.start)\($0.rule)\($0.message)" }
  for _ in 0..<20 {
    let report = Report(diagnostics: sorted.shuffled(), sheets: 0)
    #expect(report.diagnostics.map { "\($0.location.path)\($0.location.span.start)\($0.rule)\($0.message)" } == order)
  }
}

@Test func theWorstSeverityIsKnown() {
  #expect(Report(diagnostics: [], sheets: 0).worst == nil)
  #expect(Report(diagnostics: [diagnostic("a", 0, testWarning), diagnostic("b", 0)], sheets: 0).worst == .error)
  #expect(Severity.allCases.sorted() == [.note, .warning, .error])
}

@Test func rulesCanBeSwitchedOffRaisedAndLowered() {
  let all = [diagnostic("a", 0), diagnostic("b", 0, testWarning)]
  #expect(SeverityPolicy(overrides: ["test-rule": Severity?.none]).apply(all).map(\.rule) == ["test-warning"])
  #expect(SeverityPolicy(overrides: ["test-rule": .note]).apply(all).map(\.severity) == [.note, .warning])
  #expect(SeverityPolicy(warningsAsErrors: true).apply(all).map(\.severity) == [.error, .error])
  #expect(
    SeverityPolicy(overrides: ["test-rule": .warning], warningsAsErrors: true).apply(all).map(\.severity) == [.error, .error])
  #expect(SeverityPolicy().apply(all).map(\.severity) == [.error, .warning])
}

@Test func shortLinesAreWhatEditorsMatch() {
  let (file, location) = marked("é\nname: «x»")
  let report = Report(diagnostics: [Diagnostic(testWarning, at: location, "Name is wrong")], sheets: 1)
  #expect(ShortFormat().render(report) { _ in file } == "a.md:2:7: warning: Name is wrong [test-warning]\n")
  #expect(ShortFormat().render(report) { _ in nil } == "a.md:1:1: warning: Name is wrong [test-warning]\n")
}

@Test func wordsAreListedAsPeopleListThem() {
  #expect(Wording.alternatives(["a"]) == "'a'")
  #expect(Wording.alternatives(["a", "b"]) == "'a' or 'b'")
  #expect(Wording.alternatives(["a", "b", "c"]) == "'a', 'b' or 'c'")
  #expect(Wording.didYouMean([]) == nil)
  #expect(Wording.didYouMean(["x"]) == "did you mean 'x'?")
  #expect(Wording.list([]) == "")
  #expect(Wording.sentence("it is gone") == "It is gone.")
}

@Test func countsHavePluralsAndCommas() {
  #expect(Wording.count(1, "sheet") == "1 sheet")
  #expect(Wording.count(0, "entry", plural: "entries") == "0 entries")
  #expect(Wording.grouped(1_234_567) == "1,234,567")
  #expect(Wording.grouped(-1_000) == "-1,000")
  #expect(Wording.grouped(999) == "999")
  #expect(Wording.grouped(Int.min) == "-9,223,372,036,854,775,808")
}

@Test func quotedValuesAreCutAndHarmless() {
  #expect(Wording.quoted("a\u{1B}\u{200B}\u{2028}b") == "'a\u{FFFD}\u{FFFD}\u{FFFD}b'")
  #expect(Wording.quoted("abcdef", limit: 3) == "'abc…'")
  #expect(Wording.quoted("abc", limit: 3) == "'abc'")
}

@Test func aReplacementIsNamedInShort() {
  let at = Location(path: "a", span: Span(0, 1))
  #expect(
    Fix.replace(at, with: String(repeating: "x", count: 100)).title == "Replace with '" + String(repeating: "x", count: 60) + "…'"
  )
}
