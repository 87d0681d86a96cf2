import Diagnostics
import FrontMatter
import SourceText
import TestSupport
import Testing

@testable import CommandLineTool

@Suite struct BaselineUpdateTests {
  @Test func newFileHidesEverythingAndStaysAsItIs() throws {
    let problems = [
      Debts.problem(), Debts.problem("hsinchu", nil, "Heading \"A: #b\" skips\n{x}", rule: Debts.other, at: 9),
      Debts.problem("hsinchu", nil, "Heading \"A: #b\" skips\n{x}", rule: Debts.other, at: 90), Debts.problem("null", "/a~1b/0"),
      Debts.problem("about", nil, "M", folder: "Site/pages"), Debts.problem("hsinchu", folder: "Sheets/policies"),
    ]
    let first = try Debts.update("", problems.shuffled())
    #expect([first.kept, first.added, first.removed] == [0, 5, 0])
    let found = try Debts.matching(first.text, problems)
    #expect(found.remaining.isEmpty)
    #expect(Set(found.own.map(\.rule)) == ["baseline-entry-reason"])
    #expect(found.own.allSatisfy { $0.severity == .note })
    #expect(try Debts.update(first.text, problems).text == first.text)
  }

  @Test func textOfANewEntry() throws {
    let text = try Debts.update("# Mine\n", [Debts.problem("kompetenznetze", folder: "Sheets/policies")]).text
    #expect(
      text == """
        # Mine
        - rule: unknown-theme
          sheet: kompetenznetze
          pointer: /theme
          message: "Theme 'x' does not exist"
          reason: TODO

        """)
  }

  @Test func idOfTwoKindsIsWrittenWithItsKind() throws {
    let text = try Debts.update("", [Debts.problem(folder: "Sheets/policies"), Debts.problem(folder: "Sheets/initiatives")]).text
    #expect(text.contains("  sheet: \"initiative:hsinchu\"\n") && text.contains("  sheet: \"policy:hsinchu\"\n"))
  }

  @Test func reasonsCommentsAndStyleOfEntriesThatStayAreKept() throws {
    let yaml = """
      # Our debts.

      # The archive is closed.
      - {rule: unknown-theme, sheet: hsinchu, pointer: /theme, reason: Agreed}   # see the minutes

      # This one goes,
      # with what is said about it.
      - rule: unknown-theme
        sheet: gone
        reason: >-
          long
          reason

      - rule: heading-level   # stays
        sheet: b
        reason: |
          Two
          lines
      """
    let problems = [Debts.problem(), Debts.problem("b", nil, "M", rule: Debts.other), Debts.problem("new")]
    let update = try Debts.update(yaml, problems)
    #expect([update.kept, update.added, update.removed] == [2, 1, 1])
    #expect(
      update.text == """
        # Our debts.

        # The archive is closed.
        - {rule: unknown-theme, sheet: hsinchu, pointer: /theme, reason: Agreed}   # see the minutes

        - rule: heading-level   # stays
          sheet: b
          reason: |
            Two
            lines
        - rule: unknown-theme
          sheet: new
          pointer: /theme
          message: "Theme 'x' does not exist"
          reason: TODO

        """)
  }

  @Test func indentedListStaysIndented() throws {
    let text = try Debts.update(
      "  - {rule: unknown-theme, sheet: hsinchu, reason: R}\n", [Debts.problem(), Debts.problem("new")]
    ).text
    #expect(text.hasPrefix("  - {rule") && text.contains("\n  - rule: unknown-theme\n    sheet: new\n"))
    #expect(try Debts.matching(text, [Debts.problem(), Debts.problem("new")]).hidden == 2)
  }

  @Test func entriesOnOneLineAreWrittenBelowEachOther() throws {
    let yaml =
      "[{rule: unknown-theme, sheet: hsinchu, reason: 'It is: so', until: 2030-01-01}, {rule: unknown-theme, sheet: gone, reason: R}]\n"
    let update = try Debts.update(yaml, [Debts.problem()])
    #expect(update.text.hasSuffix("- rule: unknown-theme\n  sheet: hsinchu\n  reason: \"It is: so\"\n  until: 2030-01-01\n"))
    #expect(try Debts.matching(update.text, [Debts.problem()]).own.isEmpty)
  }

  @Test func lastEntryLeavesAFileThatCanBeReadAgain() throws {
    let text = try Debts.update("- {rule: unknown-theme, sheet: hsinchu, reason: R}\n", []).text
    #expect(Debts.baseline(text).problems.isEmpty && Debts.baseline(text).entries.isEmpty)
  }

  @Test func expiredEntryStaysAndIsNotDoubled() throws {
    let yaml = "- {rule: unknown-theme, sheet: hsinchu, pointer: /theme, reason: R, until: 2020-01-01}\n"
    #expect(try Debts.update(yaml, [Debts.problem()]).text == yaml)
  }

  /// Whatever debts come and go, the file written for them hides them all, and the entries of those that stay are not touched.
  @Test(arguments: 1...40)
  func everyRoundTripHidesWhatItWasWrittenFor(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var yaml = ""
    for _ in 0..<60 {
      let problems = (0..<Int.random(in: 0...8, using: &random)).map { i in
        Debts.problem(
          "s\(Int.random(in: 0...2, using: &random))", [nil, "/a", "/list/\(i)/b"].randomElement(using: &random) ?? nil,
          ["M", "It's: \"so\"", "#x", "- y", "~", "🚂\u{2028}z"].randomElement(using: &random) ?? "",
          rule: Bool.random(using: &random) ? Debts.rule : Debts.other,
          at: i)
      }
      yaml = try Debts.update(yaml, problems).text
      let found = try Debts.matching(yaml, problems)
      #expect(found.remaining.isEmpty, "\(yaml)")
      #expect(!found.own.contains { $0.rule == "baseline-entry-unused" }, "\(yaml)")
    }
  }

  @Test(arguments: [
    "plain", "a/b-c", "yes", "null", "12", "0x1F", "1e3", "", " x", "x ", "a: b", "#a", "'", "\"\\", "é", "a\u{7F}\u{85}", "-",
    "policy:a", "TODO",
  ])
  func scalarsComeBackAsTheyWere(text: String) throws {
    let yaml = "- " + BaselineUpdate.scalar(text)
    let node = try #require(YAMLReader.read(SourceFile(path: "x", text: yaml)).tree?.root.items.first { _ in true })
    #expect(node.text == text && node.core == .string)
  }
}
