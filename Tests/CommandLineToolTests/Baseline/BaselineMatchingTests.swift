import CommandLineTool
import Diagnostics
import SourceText
import Testing

@Suite struct BaselineMatchingTests {
  private let entry =
    "- {rule: unknown-theme, sheet: hsinchu, pointer: /theme, message: \"Theme 'x' does not exist\", reason: Agreed}\n"

  @Test func linesMayMove() throws {
    for offset in [0, 5, 5000] {
      let found = try Debts.matching(entry, [Debts.problem(at: offset)])
      #expect(found.hidden == 1 && found.remaining.isEmpty && found.own.isEmpty)
    }
  }

  @Test func otherRuleSheetOrPointerIsNotHidden() throws {
    for problem in [Debts.problem(rule: Debts.other), Debts.problem("other"), Debts.problem("hsinchu", "/secondary_themes")] {
      let found = try Debts.matching(entry, [problem])
      #expect(found.hidden == 0 && found.remaining.count == 1)
      #expect(found.own.map(\.rule) == ["baseline-entry-unused"])
    }
  }

  @Test func messageDecidesBetweenTwo() throws {
    let found = try Debts.matching(entry, [Debts.problem("hsinchu", "/theme", "Theme 'y' does not exist"), Debts.problem()])
    #expect(found.remaining.map(\.message) == ["Theme 'y' does not exist"])
  }

  @Test func messageMayBeWordedAnewWhereThePointerIsSure() throws {
    let found = try Debts.matching(entry, [Debts.problem("hsinchu", "/theme", "No theme has the id 'x'")])
    #expect(found.hidden == 1)
  }

  @Test func itemMayMoveInItsList() throws {
    let entry = "- {rule: unknown-theme, sheet: hsinchu, pointer: /players/research/0/country, message: M, reason: R}\n"
    let moved = Debts.problem("hsinchu", "/players/research/2/country", "M")
    #expect(try Debts.matching(entry, [moved]).hidden == 1)
    #expect(try Debts.matching(entry, [Debts.problem("hsinchu", "/players/research/2/country", "N")]).hidden == 0)
    let both = try Debts.matching(entry, [moved, Debts.problem("hsinchu", "/players/research/0/country", "M")])
    #expect(both.remaining.map(\.pointer) == ["/players/research/2/country"])
  }

  @Test func entryWithoutPointerAndMessageHidesTheWholeSheet() throws {
    let found = try Debts.matching(
      "- {rule: unknown-theme, sheet: hsinchu, reason: R}",
      [Debts.problem(), Debts.problem("hsinchu", nil, "A"), Debts.problem("hsinchu", "/b")])
    #expect(found.hidden == 3)
  }

  @Test func sameMistakeOnceMoreIsReported() throws {
    let problems = [1, 50, 90].map { Debts.problem("hsinchu", nil, "Heading skips a level", rule: Debts.other, at: $0) }
    let one = "- {rule: heading-level, sheet: hsinchu, message: Heading skips a level, reason: R}"
    #expect(try Debts.matching(one, problems).remaining.count == 2)
    #expect(try Debts.matching(one.replacing("reason", with: "count: 3, reason"), problems).remaining.isEmpty)
  }

  @Test func kindTellsSheetsOfOneIdApart() throws {
    let problems = [Debts.problem(folder: "Sheets/policies"), Debts.problem(folder: "Sheets/initiatives")]
    let found = try Debts.matching("- {rule: unknown-theme, sheet: policy:hsinchu, pointer: /theme, reason: R}", problems)
    #expect(found.remaining.map(\.location.path) == ["Sheets/initiatives/hsinchu.md"])
  }

  @Test func filesThatAreNoSheetsAreNamedByPath() throws {
    let problem = Debts.problem("about", nil, "M", folder: "Site/pages")
    #expect(try Debts.matching("- {rule: unknown-theme, path: Site/pages/about.md, reason: R}", [problem]).hidden == 1)
    #expect(try Debts.matching("- {rule: unknown-theme, sheet: about, reason: R}", [problem]).hidden == 0)
  }

  @Test func lastDayStillHides() throws {
    let last = entry.replacing("reason", with: "until: 2026-11-22, reason")
    #expect(try Debts.matching(last, [Debts.problem()]).hidden == 1)
  }

  @Test func dayAfterReportsTheProblemAndTheEntry() throws {
    let past = entry.replacing("reason", with: "until: 2026-11-21, reason")
    let found = try Debts.matching(past, [Debts.problem()])
    #expect(found.remaining.count == 1 && found.unknown.isEmpty)
    let own = try #require(found.own.first)
    #expect(own.rule == "baseline-entry-expired" && own.severity == .warning)
    #expect(own.message == "Known debt 'unknown-theme' of hsinchu ended on 2026-11-21")
    #expect(own.notes.map(\.location.path) == ["Sheets/clusters/hsinchu.md"])
    // One that has nothing to hide any more is paid, whatever its day.
    #expect(try Debts.matching(past, []).own.map(\.rule) == ["baseline-entry-unused"])
  }

  @Test(arguments: [("", Severity.error), (", reason: \"\"", .error), (", reason: ~", .error), (", reason: TODO", .note)])
  func missingReasonIsReportedAndHidesAllTheSame(reason: String, severity: Severity) throws {
    let found = try Debts.matching("- {rule: unknown-theme, sheet: hsinchu\(reason)}", [Debts.problem()])
    #expect(found.hidden == 1)
    #expect(found.own.map(\.rule) == ["baseline-entry-reason"])
    #expect(found.own.map(\.severity) == [severity])
  }

  @Test func fixOfAnUnusedEntryTakesItOut() throws {
    let yaml = "# Head\n\n# About this one\n" + entry + "- {rule: heading-level, sheet: a, reason: R}\n"
    let own = try #require(Debts.matching(yaml, [Debts.problem("a", nil, "M", rule: Debts.other)]).own.first)
    let edit = try #require(own.fixes.first?.edits.first)
    var bytes = Array(yaml.utf8)
    bytes.replaceSubrange(edit.location.span.start..<edit.location.span.end, with: Array(edit.text.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "# Head\n\n- {rule: heading-level, sheet: a, reason: R}\n")
  }

  @Test func entriesOfRulesThatAreNotAskedAreLeftInPeace() throws {
    let found = BaselineMatching(Debts.baseline(entry), [], today: Debts.today, isActive: { $0 != "unknown-theme" })
    #expect(found.own.isEmpty)
    #expect(found.used == [0])
  }

  @Test func manyEntriesAndProblemsTakeNoLonger() throws {
    let yaml = (0..<5000).map { "- {rule: heading-level, sheet: a, message: M\($0), reason: R}\n" }.joined()
    let problems = (0..<5000).map { Debts.problem("a", nil, "M\($0)", rule: Debts.other, at: $0) }
    let found = try Debts.matching(yaml, problems.shuffled())
    #expect(found.hidden == 5000)
  }
}
