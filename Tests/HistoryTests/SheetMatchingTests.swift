import SheetModel
import SourceText
import Testing

@testable import History

@Suite struct SheetMatchingTests {
  private func state(_ id: String, _ lines: String..., kind: SheetKind = .cluster) -> SheetState {
    SheetState(
      SourceFile(path: "\(kind.folder)/\(id).md", text: "---\n\(lines.joined(separator: "\n"))\n---\n"), kind: kind, field: nil)
  }

  private func matches(_ removed: [SheetState], _ added: [SheetState]) -> [String] {
    let matching = SheetMatching(removed: removed, added: added)
    #expect(matching.matches.count + matching.removed.count == removed.count)
    #expect(matching.matches.count + matching.added.count == added.count)
    return matching.matches.map { "\($0.before.id.id) > \($0.after.id.id): \($0.evidence)" }
  }

  private let place = ["theme: ict-nano", "location: {countries: [BR]}"]

  @Test func sameContentIsARename() {
    #expect(matches([state("a", "name: X"), state("b", "name: Y")], [state("c", "name: Y")]) == ["b > c: sameContent"])
  }

  @Test func formerIdIsARename() {
    #expect(
      matches([state("a", "name: X"), state("b", "name: Z")], [state("c", "name: Entirely other", "former_ids: [b]")]) == [
        "b > c: formerID"
      ])
  }

  @Test func formerIdOfAnotherKindIsNone() {
    #expect(matches([state("a", "name: X")], [state("c", "name: Other", "former_ids: [a]", kind: .policy)]) == [])
  }

  @Test(arguments: ["Porto Digital", "Porto Digitall", "Pôrto Digital", "The Porto Digital"]) func nearNameInOnePlaceIsARename(
    name: String
  ) {
    let old = state("a", "name: Porto Digital", place[0], place[1])
    #expect(matches([old], [state("b", "name: \(name)", place[0], place[1], "founded: 2000")]) == ["a > b: similarity"])
  }

  @Test func otherPlaceThemeOrNameIsNone() {
    let old = state("a", "name: Porto Digital", place[0], place[1])
    #expect(matches([old], [state("b", "name: Porto Digital", place[0], "location: {countries: [PT]}")]) == [])
    #expect(matches([old], [state("b", "name: Porto Digital", "theme: mobility-security", place[1])]) == [])
    #expect(matches([old], [state("b", "name: Porto Maritime", place[0], place[1])]) == [])
  }

  @Test func manySheetsOfOnePlaceDoNotTakeForEver() {
    let removed = (0..<1000).map { state("a\($0)", "name: Old \($0 * 7919) name", place[0], place[1]) }
    let added = (0..<1000).map { state("b\($0)", "name: New \($0 * 104_729) title", place[0], place[1]) }
    #expect(matches(removed, added) == [])
  }
}
