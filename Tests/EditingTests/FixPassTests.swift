import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import Editing

struct FixPassTests {
  private static let rule = Rule(
    id: "test-rule", severity: .warning, title: "", why: "", bad: Example(files: []), good: Example(files: []))
  private let file = SourceFile(path: "a.md", text: "one two three")

  private func edit(_ start: Int, _ end: Int, _ text: String, path: String = "a.md") -> TextEdit {
    TextEdit(Location(path: path, span: Span(start, end)), text)
  }

  private func diagnostic(_ edits: [TextEdit], _ applicability: Fix.Applicability = .safe) -> Diagnostic {
    Diagnostic(Self.rule, at: edits[0].location, "Wrong", fixes: [Fix("Mend", applicability, edits)])
  }

  private func apply(_ diagnostics: [Diagnostic], upTo applicability: Fix.Applicability = .safe) -> FixPass {
    FixPass.apply(diagnostics, upTo: applicability) { $0 == "a.md" ? file : nil }
  }

  private func text(_ pass: FixPass) -> String? { pass.changed["a.md"].map { String(decoding: $0.bytes, as: UTF8.self) } }

  @Test func editsThatLieApartAreAppliedTogether() {
    let pass = apply([diagnostic([edit(8, 13, "3")]), diagnostic([edit(0, 3, "1")])])
    #expect(text(pass) == "1 two 3")
    #expect(pass.applied.count == 2)
  }

  @Test func ofTwoThatTouchTheFirstIsApplied() {
    let pass = apply([diagnostic([edit(0, 4, "1 ")]), diagnostic([edit(4, 7, "2")]), diagnostic([edit(2, 5, "")])])
    #expect(text(pass) == "1 two three")
    #expect(pass.applied.count == 1)
    #expect(pass.postponed == 2)
  }

  @Test func aFixIsAppliedWhollyOrNotAtAll() {
    let pass = apply([diagnostic([edit(4, 7, "2")]), diagnostic([edit(0, 3, "1"), edit(4, 7, "zwei")])])
    #expect(text(pass) == "one 2 three")
  }

  @Test func twoInsertionsAtOnePlaceHaveNoOrder() {
    let pass = apply([diagnostic([edit(4, 4, "a")]), diagnostic([edit(4, 4, "b")])])
    #expect(text(pass) == "one atwo three")
    #expect(pass.postponed == 1)
  }

  @Test func whatNeedsReviewWaitsForIt() {
    let careful = diagnostic([edit(0, 3, "1")], .needsReview)
    #expect(apply([careful]).changed.isEmpty)
    #expect(text(apply([careful], upTo: .needsReview)) == "1 two three")
  }

  @Test func theSafeOneOfSeveralFixesGoesFirst() {
    let both = Diagnostic(
      Self.rule, at: Location(path: "a.md", span: Span(0, 3)), "Wrong",
      fixes: [Fix("Guess", .needsReview, [edit(0, 3, "x")]), Fix("Know", .safe, [edit(0, 3, "1")])])
    #expect(text(apply([both], upTo: .needsReview)) == "1 two three")
  }

  @Test func editsOutsideTheFileOrOfNoFileAreLeftOut() {
    #expect(apply([diagnostic([edit(10, 99, "x")])]).changed.isEmpty)
    #expect(apply([diagnostic([edit(0, 1, "x", path: "b.md")])]).changed.isEmpty)
    #expect(apply([diagnostic([edit(0, 3, "1"), edit(0, 1, "x", path: "b.md")])]).changed.isEmpty)
  }

  @Test func anEditThatChangesNothingIsNoChange() {
    #expect(apply([diagnostic([edit(0, 3, "one")])]).changed.isEmpty)
  }

  /// Whatever is accepted, all other bytes stay, in their order.
  @Test func bytesThatNoFixNamesSurvive() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let text = String((0..<60).map { _ in "abcdefghij\n".randomElement(using: &random) ?? "a" })
      let source = SourceFile(path: "a.md", text: text)
      let diagnostics = (0..<12).map { _ in
        let start = Int.random(in: 0...60, using: &random)
        return diagnostic([edit(start, min(60, start + Int.random(in: 0...8, using: &random)), "XY")])
      }
      let pass = FixPass.apply(diagnostics, upTo: .safe) { _ in source }
      var expected = Array(text.utf8)
      for applied in pass.applied.sorted(by: { $0.location.span > $1.location.span }) {
        expected.replaceSubrange(applied.location.span.start..<applied.location.span.end, with: Array("XY".utf8))
      }
      #expect(pass.applied.count + pass.postponed == 12)
      #expect((pass.changed["a.md"]?.bytes ?? source.bytes) == expected)
    }
  }
}
