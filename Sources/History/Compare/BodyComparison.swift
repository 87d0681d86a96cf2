import MarkdownBody
import SourceText

/// How the text of a sheet has changed.
package struct BodyChange: Sendable, Equatable {
  package let wordsAdded: Int
  package let wordsRemoved: Int
  package let headingsAdded: [String]
  package let headingsRemoved: [String]

  /// nil where the words and their order are the same; broken lines mean nothing.
  static func between(_ before: SheetState, _ after: SheetState) -> BodyChange? {
    let (old, new) = (before.words, after.words)
    guard old != new else { return nil }
    let words = difference(old, new)
    let headings = leftOver(before.headings, after.headings)
    return BodyChange(
      wordsAdded: words.added, wordsRemoved: words.removed, headingsAdded: headings.added, headingsRemoved: headings.removed)
  }

  /// The fewest words that had to come and go (Myers 1986). Of long texts that have little in common it would take too long to find:
  /// there words are counted as in a bag, so that a passage that only moved counts for nothing.
  private static func difference(_ before: [Substring], _ after: [Substring]) -> (added: Int, removed: Int) {
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let old = before.dropFirst(head).dropLast(tail)
    let new = after.dropFirst(head).dropLast(tail)
    guard old.count <= 3000, new.count <= 3000 else {
      let bag = leftOver(Array(old), Array(new))
      return (bag.added.count, bag.removed.count)
    }
    let difference = new.difference(from: old)
    return (difference.insertions.count, difference.removals.count)
  }

  /// What one list has more of than the other, in the list's own order.
  private static func leftOver<Item: Hashable>(_ before: [Item], _ after: [Item]) -> (added: [Item], removed: [Item]) {
    func more(_ items: [Item], than others: [Item]) -> [Item] {
      var counts: [Item: Int] = [:]
      for item in others { counts[item, default: 0] += 1 }
      return items.filter { item in
        guard let count = counts[item], count > 0 else { return true }
        counts[item] = count - 1
        return false
      }
    }
    return (more(after, than: before), more(before, than: after))
  }
}
