/// A place in a text that moves on as pieces are recognised.
struct Scan {
  let text: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  var isAtEnd: Bool { position == text.count }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < text.count, UInt32(text[position]) == scalar.value else { return false }
    position += 1
    return true
  }

  /// A number of exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    guard position + digits <= text.count else { return nil }
    var value = 0
    for i in position..<position + digits {
      guard Self.isDigit(text[i]) else { return nil }
      value = value * 10 + Int(text[i] - 0x30)
    }
    position += digits
    return value
  }

  /// Any number of digits; how many there were.
  mutating func digits() -> Int {
    let from = position
    while position < text.count, Self.isDigit(text[position]) { position += 1 }
    return position - from
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }

  mutating func uuid() -> Bool {
    for (i, length) in [8, 4, 4, 4, 12].enumerated() {
      if i > 0, !take("-") { return false }
      for _ in 0..<length {
        guard position < text.count, Self.isHex(text[position]) else { return false }
        position += 1
      }
    }
    return true
  }

  /// RFC 6901.
  static func isJSONPointer(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.isEmpty || text.first == 0x2F else { return false }
    for i in text.indices where text[i] == 0x7E {
      guard i + 1 < text.endIndex, text[i + 1] == 0x30 || text[i + 1] == 0x31 else { return false }
    }
    return true
  }

  static func isRelativeJSONPointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scan = Scan(text)
    let count = scan.digits()
    guard count > 0, count == 1 || text[0] != 0x30 else { return false }
    if scan.take("#") { return scan.isAtEnd }
    return isJSONPointer(text[scan.position...])
  }
}
