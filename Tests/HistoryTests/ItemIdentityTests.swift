import TestSupport
import Testing

@testable import History

@Suite struct ItemIdentityTests {
  private func item(_ name: String, _ rest: Int) -> DataValue {
    .map([
      DataMember(key: "name", value: .text(name)), DataMember(key: "since", value: .number(Double(rest), written: String(rest))),
    ])
  }

  /// Whatever the lists hold, every item of both stands in exactly one pair, and what is in both lists is paired.
  @Test func everyItemIsInOnePair() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<300 {
      func list() -> [DataValue] {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
          let number = Int.random(in: 0...4, using: &random)
          return Bool.random(using: &random) ? item("n\(number)", Int.random(in: 0...2, using: &random)) : .text("n\(number)")
        }
      }
      let (before, after) = (list(), list())
      let pairs = ItemIdentity.pairs(before, after)
      #expect(pairs.compactMap(\.before).map(\.summary).sorted() == before.map(\.summary).sorted())
      #expect(pairs.compactMap(\.after).map(\.summary) == after.map(\.summary))
      let gone = Set(pairs.filter { $0.after == nil }.compactMap { $0.name })
      let new = Set(pairs.filter { $0.before == nil }.compactMap { $0.name })
      #expect(gone.isDisjoint(with: new))
    }
  }

  @Test func longListsTakeLinearTime() {
    let before = (0..<20_000).map { item("a\($0)", $0) }
    let after = (0..<20_000).map { item("b\($0)", $0) }
    #expect(ItemIdentity.pairs(before, after).count == 20_000)
  }
}
