/// The questions about single bytes that every scanner here asks.
extension UInt8 {
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  var isBlank: Bool { isSpaceOrTab || isLineEnd }
  var isDigit: Bool { 0x30 <= self && self <= 0x39 }
  var isLetter: Bool { 0x61 <= self | 0x20 && self | 0x20 <= 0x7A }
  var isLetterOrDigit: Bool { isLetter || isDigit }
  /// What a backslash can take the meaning from.
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self) || (0x7B...0x7E).contains(self)
  }
}

extension UInt8 {
  /// `"x"` as the byte of that ASCII character.
  static func ascii(_ character: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: character.value) }
}

/// A set of bytes that is asked for every byte of a text: two words and no branch that depends on the letters.
struct ByteSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Bytes beyond ASCII: in or out, all together.
  private var beyond: UInt64 = 0

  init(_ characters: StaticString, controls: Bool = false, beyondASCII: Bool = false) {
    characters.withUTF8Buffer { for byte in $0 { insert(byte) } }
    if controls {
      low |= 0xFFFF_FFFF
      insert(0x7F)
    }
    beyond = beyondASCII ? 1 : 0
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 0x40 { low |= 1 << UInt64(byte) } else if byte < 0x80 { high |= 1 << UInt64(byte & 0x3F) }
  }

  func contains(_ byte: UInt8) -> Bool {
    let word = byte < 0x40 ? low : high
    return (byte < 0x80 ? word &>> UInt64(byte & 0x3F) : beyond) & 1 == 1
  }
}
