/// Walks over JSON (RFC 8259) in bytes without building a tree. Nothing in the input can make it trap, recurse or run over the end:
/// after the first mistake every call fails and `problem` says what was wrong.
struct JSONScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0
  private(set) var problem: UnreadableMap?

  /// Deeper nesting than any map has is refused.
  private static let depthLimit = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Notes a mistake at the present place, unless one is known already.
  mutating func fail(_ reason: String) {
    if problem == nil { problem = UnreadableMap(reason: reason, offset: offset) }
  }

  /// The next byte that is not white space; nil at the end and after a mistake.
  mutating func peek() -> UInt8? {
    guard problem == nil else { return nil }
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return bytes[offset]
      }
    }
    return nil
  }

  /// Takes the byte `wanted`, which is punctuation; without it, a mistake.
  @discardableResult
  mutating func take(_ wanted: UInt8) -> Bool {
    guard peek() == wanted else {
      fail("'\(Character(UnicodeScalar(wanted)))' is missing")
      return false
    }
    offset += 1
    return true
  }

  /// Whether another element follows in an array or object of which `count` have been read; takes the comma or the closing byte.
  mutating func hasNext(after count: Int, closing: UInt8) -> Bool {
    guard let next = peek() else {
      fail("the text ends in the middle")
      return false
    }
    if next == closing {
      offset += 1
      return false
    }
    return count == 0 || take(0x2C)
  }

  /// The name of a member, with its colon; empty after a mistake.
  mutating func key() -> String {
    let name = string() ?? ""
    take(0x3A)
    return name
  }

  mutating func string() -> String? {
    guard take(0x22) else { return nil }
    let start = offset
    var isPlain = true
    while offset < bytes.count, bytes[offset] != 0x22 {
      if bytes[offset] == 0x5C {
        isPlain = false
        offset += 1
      }
      offset += 1
    }
    guard offset < bytes.count else {
      offset = bytes.count
      fail("a text in quotes has no end")
      return nil
    }
    let content = bytes[start..<offset]
    offset += 1
    return isPlain ? String(decoding: content, as: UTF8.self) : Self.unescaped(content)
  }

  /// A number; digits alone are read here, the rest by the standard library, which rounds correctly.
  mutating func number() -> Double? {
    guard let first = peek() else {
      fail("a number is missing")
      return nil
    }
    let start = offset
    var cursor = first == 0x2D ? offset + 1 : offset
    var value = 0
    let digits = cursor
    while cursor < bytes.count, bytes[cursor] &- 0x30 < 10, cursor - digits < 15 {
      value = value * 10 + Int(bytes[cursor] &- 0x30)
      cursor += 1
    }
    if cursor > digits, cursor >= bytes.count || !Self.continuesNumber(bytes[cursor]) {
      offset = cursor
      return Double(first == 0x2D ? -value : value)
    }
    while cursor < bytes.count, Self.continuesNumber(bytes[cursor]), cursor - start < 64 { cursor += 1 }
    guard let number = Double(String(decoding: bytes[start..<cursor], as: UTF8.self)), number.isFinite else {
      fail("a number is missing or malformed")
      return nil
    }
    offset = cursor
    return number
  }

  /// A whole number that fits 32 bits.
  mutating func integer() -> Int? {
    guard let value = number() else { return nil }
    guard let whole = Int32(exactly: value) else {
      fail("a whole number is wanted")
      return nil
    }
    return Int(whole)
  }

  /// Passes over one value of any kind; its brackets must pair, more is not checked.
  mutating func skip() {
    var depth = 0
    repeat {
      guard let next = peek() else { return fail("the text ends in the middle") }
      switch next {
      case 0x22: _ = string()
      case 0x7B, 0x5B:
        depth += 1
        offset += 1
        if depth > Self.depthLimit { fail("it is nested too deep") }
      case 0x7D, 0x5D:
        guard depth > 0 else { return fail("a value is missing") }
        depth -= 1
        offset += 1
      case 0x2C, 0x3A:
        guard depth > 0 else { return fail("a value is missing") }
        offset += 1
      default: skipWord()
      }
    } while depth > 0 && problem == nil
  }

  /// `true`, `null`, a number.
  private mutating func skipWord() {
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, 0x2B, 0x2D, 0x2E: offset += 1
      default:
        if offset == start { fail("a value is malformed") }
        return
      }
    }
  }

  private static func continuesNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private static func unescaped(_ content: ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var text = ""
    func flush() {
      text += String(decoding: units, as: UTF16.self)
      text += String(decoding: plain, as: UTF8.self)
      units.removeAll()
      plain.removeAll()
    }
    var cursor = content.startIndex
    while cursor < content.endIndex {
      let byte = content[cursor]
      cursor += 1
      guard byte == 0x5C, cursor < content.endIndex else {
        if !units.isEmpty { flush() }
        plain.append(byte)
        continue
      }
      let escape = content[cursor]
      cursor += 1
      if escape == 0x75 {
        if !plain.isEmpty { flush() }
        let digits = content[cursor..<min(cursor + 4, content.endIndex)]
        units.append(UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD)
        cursor = digits.endIndex
      } else {
        if !units.isEmpty { flush() }
        let controls: [UInt8: UInt8] = [0x6E: 0x0A, 0x74: 0x09, 0x72: 0x0D, 0x62: 0x08, 0x66: 0x0C]
        plain.append(controls[escape] ?? escape)
      }
    }
    flush()
    return text
  }
}
