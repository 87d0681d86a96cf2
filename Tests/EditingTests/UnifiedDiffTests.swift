import SourceText
import TestSupport
import Testing

@testable import Editing

struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff.text(before: SourceFile(path: "a.md", text: old), after: SourceFile(path: "a.md", text: new))
  }

  @Test func equalFilesHaveNoDiff() {
    #expect(diff("a\nb\n", "a\nb\n").isEmpty)
  }

  @Test func aChangedLineStandsBetweenThreeOnEachSide() {
    let old = (1...12).map { "line \($0)\n" }.joined()
    let new = old.replacingLine("line 6", with: "line six")
    #expect(
      diff(old, new) == """
        --- a/a.md
        +++ b/a.md
        @@ -3,7 +3,7 @@
         line 3
         line 4
         line 5
        -line 6
        +line six
         line 7
         line 8
         line 9

        """)
  }

  @Test func changesNearEachOtherShareAHunk() {
    let old = (1...30).map { "line \($0)\n" }.joined()
    #expect(diff(old, old.replacingLine("line 6", with: "a").replacingLine("line 12", with: "b")).components("@@ -") == 1)
    #expect(diff(old, old.replacingLine("line 6", with: "a").replacingLine("line 20", with: "b")).components("@@ -") == 2)
  }

  @Test func insertionAtTheTopAndALineWithoutAnEnd() {
    #expect(diff("", "a") == "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1 @@\n+a\n\\ No newline at end of file\n")
    #expect(diff("b\n", "a\nb\n") == "--- a/a.md\n+++ b/a.md\n@@ -1 +1,2 @@\n+a\n b\n")
  }

  /// The difference applied to the old lines gives the new ones, and what it leaves alone is equal in both.
  @Test func applyingTheDifferenceGivesTheNewLines() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<800 {
      func lines() -> [ArraySlice<UInt8>] {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in [UInt8.random(in: 0x61...0x64, using: &random)][...] }
      }
      let (old, new) = (lines(), lines())
      var made: [ArraySlice<UInt8>] = []
      var at = 0
      for change in LineDifference.between(old, new) {
        made += old[at..<change.old.lowerBound]
        #expect(made.count == change.new.lowerBound)
        made += new[change.new]
        at = change.old.upperBound
      }
      made += old[at...]
      #expect(made == new)
    }
  }

  /// Myers' way is the shortest: as long as the longest common subsequence says.
  @Test func theDifferenceIsAsShortAsCanBe() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      func lines() -> [ArraySlice<UInt8>] {
        (0..<Int.random(in: 0...12, using: &random)).map { _ in [UInt8.random(in: 0x61...0x63, using: &random)][...] }
      }
      let (old, new) = (lines(), lines())
      let length = LineDifference.between(old, new).reduce(0) { $0 + $1.old.count + $1.new.count }
      #expect(length == old.count + new.count - 2 * commonLength(old, new))
    }
  }

  private func commonLength(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> Int {
    var last = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var row = last
      for (j, y) in b.enumerated() { row[j + 1] = x == y ? last[j] + 1 : max(last[j + 1], row[j]) }
      last = row
    }
    return last[b.count]
  }
}

extension String {
  fileprivate func replacingLine(_ line: String, with other: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0 == line ? other : String($0) }.joined(separator: "\n")
  }

  fileprivate func components(_ part: String) -> Int {
    var (count, rest) = (0, self[...])
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
