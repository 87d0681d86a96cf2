/// A set of small whole numbers that needs no memory of its own below 64.
struct BitSet: Sendable {
  private var low: UInt64 = 0
  private var high: [UInt64] = []

  var isEmpty: Bool { low == 0 && high.allSatisfy { $0 == 0 } }

  mutating func insert(_ member: Int) {
    if member < 64 {
      low |= 1 << UInt64(member)
    } else {
      let word = member / 64 - 1
      while high.count <= word { high.append(0) }
      high[word] |= 1 << UInt64(member % 64)
    }
  }

  func contains(_ member: Int) -> Bool {
    if member < 64 { return low & (1 << UInt64(member)) != 0 }
    let word = member / 64 - 1
    return word < high.count && high[word] & (1 << UInt64(member % 64)) != 0
  }

  mutating func formUnion(_ other: BitSet) {
    low |= other.low
    while high.count < other.high.count { high.append(0) }
    for i in other.high.indices { high[i] |= other.high[i] }
  }

  func isSuperset(of other: BitSet) -> Bool {
    guard other.low & ~low == 0 else { return false }
    for i in other.high.indices where other.high[i] & ~(i < high.count ? high[i] : 0) != 0 { return false }
    return true
  }
}
