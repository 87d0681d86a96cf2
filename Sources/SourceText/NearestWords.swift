/// Finds what somebody probably meant: optimal string alignment distance (insert, drop, replace, swap neighbours).
package enum NearestWords {
  /// The candidates nearest to `word`, best first, at most `limit`: those within a third of its length (at least one edit,
  /// at most three), ties in the candidates' own order. Case and the characters `-`, `_` and space do not count as edits.
  package static func of(_ word: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let target = folded(word)
    let budget = min(3, max(1, target.count / 3))
    var found: [(distance: Int, order: Int, word: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let other = folded(candidate)
      guard abs(other.count - target.count) <= budget else { continue }
      let distance = editDistance(target, other, budget: budget)
      if distance <= budget { found.append((distance, order, candidate)) }
    }
    found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return found.prefix(limit).map(\.word)
  }

  private static func folded(_ word: String) -> [UInt32] {
    word.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x2D, 0x5F, 0x20: nil
      case 0x41...0x5A: scalar.value + 0x20
      default: scalar.value
      }
    }
  }

  /// The distance, or anything above `budget` once it is certain to be above.
  ///
  /// Only the cells within `budget` of the diagonal are counted: the others are above it whatever stands there.
  private static func editDistance(_ a: [UInt32], _ b: [UInt32], budget: Int) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    guard abs(a.count - b.count) <= budget else { return budget + 1 }
    var beforeLast = [Int](repeating: budget + 1, count: b.count + 1)
    var last = Array(0...b.count)
    var row = beforeLast
    for i in 1...a.count {
      let columns = max(1, i - budget)...min(b.count, i + budget)
      row[columns.lowerBound - 1] = columns.lowerBound == 1 ? i : budget + 1
      if columns.upperBound < b.count { row[columns.upperBound + 1] = budget + 1 }
      var best = row[columns.lowerBound - 1]
      for j in columns {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
        row[j] = cost
        best = min(best, cost)
      }
      if best > budget { return best }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }
}
