/// A set of Unicode scalars: ranges, classes of the Unicode database, or all but these.
struct ScalarSet: Sendable {
  private(set) var ranges: [ClosedRange<UInt32>] = []
  private var classes: [(name: UnicodeClass, isNegated: Bool)] = []
  private var isNegated = false

  static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let digit = ScalarSet([0x30...0x39])
  static let space = ScalarSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F,
    0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  /// What `.` stands for.
  static let anyButLineEnd = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]).inverted

  init(_ ranges: [ClosedRange<UInt32>] = []) {
    for range in ranges { insert(range) }
  }

  init(_ name: UnicodeClass, isNegated: Bool) { classes = [(name, isNegated)] }

  var inverted: ScalarSet {
    var copy = self
    copy.isNegated.toggle()
    return copy
  }

  mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }

  /// Adds a set that a class escape stands for. An inverted set of ranges is written out as ranges.
  mutating func formUnion(_ other: ScalarSet) {
    if other.isNegated {
      var from: UInt32 = 0
      for range in other.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if range.lowerBound > from { ranges.append(from...range.lowerBound - 1) }
        from = max(from, range.upperBound + 1)
      }
      if from <= 0x10FFFF { ranges.append(from...0x10FFFF) }
    } else {
      ranges += other.ranges
    }
    classes += other.classes
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    for range in ranges where range.contains(value) { return !isNegated }
    for (name, isOther) in classes where name.contains(scalar) != isOther { return !isNegated }
    return isNegated
  }
}
