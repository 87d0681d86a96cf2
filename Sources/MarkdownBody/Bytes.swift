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
