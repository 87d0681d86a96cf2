/// Turns libyaml's code point counts into byte offsets.
struct CodePointIndex {
  private static let stride = 128
  /// The byte offset of every 128th code point; empty where the text is ASCII.
  private var marks: [Int] = []
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    var count = 0
    for i in 0..<bytes.count where bytes[i] & 0xC0 != 0x80 {
      if count.isMultiple(of: Self.stride) { marks.append(i) }
      count += 1
    }
  }

  /// The byte offset of the code point with this number, from 0.
  func byteOffset(of index: Int) -> Int {
    guard !marks.isEmpty else { return min(index, bytes.count) }
    let mark = min(index / Self.stride, marks.count - 1)
    var left = index - mark * Self.stride
    var i = marks[mark]
    while left > 0, i < bytes.count {
      i += 1
      while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
      left -= 1
    }
    return i
  }
}
