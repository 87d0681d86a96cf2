import SheetModel
import SourceText
import TestSupport
import Testing

@testable import History

@Suite struct BodyComparisonTests {
  private func change(_ before: String, _ after: String) -> BodyChange? {
    func state(_ body: String) -> SheetState {
      SheetState(SourceFile(path: "Sheets/clusters/a.md", text: sheet("name: A", body: body)), kind: .cluster, field: nil)
    }
    return BodyChange.between(state(before), state(after))
  }

  @Test func wordsAndHeadingsAreCounted() {
    let found = change("## History\n\nOne two three.\n", "## Past\n\nOne big three and four.\n")
    #expect(found == BodyChange(wordsAdded: 5, wordsRemoved: 3, headingsAdded: ["Past"], headingsRemoved: ["History"]))
  }

  @Test func brokenLinesAreNoChange() { #expect(change("One two\nthree.\n", "One\ntwo three.\n") == nil) }

  @Test func wordsThatOnlyMovedAreAChange() { #expect(change("one two", "two one") != nil) }

  @Test func sumOfWordsIsRight() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<100 {
      let before = (0..<Int.random(in: 0...30, using: &random)).map { _ in "w\(Int.random(in: 0...5, using: &random))" }
      let after = (0..<Int.random(in: 0...30, using: &random)).map { _ in "w\(Int.random(in: 0...5, using: &random))" }
      let found = change(before.joined(separator: " "), after.joined(separator: " "))
      #expect((found?.wordsAdded ?? 0) - (found?.wordsRemoved ?? 0) == after.count - before.count)
    }
  }

  @Test func longTextsWithNothingInCommonAreCountedQuickly() {
    let before = (0..<40_000).map { "a\($0)" }.joined(separator: " ")
    let after = (0..<50_000).map { "b\($0)" }.joined(separator: " ")
    #expect(change(before, after).map { [$0.wordsAdded, $0.wordsRemoved] } == [50_000, 40_000])
  }
}
