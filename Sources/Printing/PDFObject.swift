/// An object of a PDF file (ISO 32000-1, 7.3), as far as finding pages needs it.
indirect enum PDFObject: Equatable {
  case null
  case number(Int)
  /// Without the slash, with `#xx` read.
  case name([UInt8])
  /// The bytes between the brackets, escapes read.
  case string([UInt8])
  case array([PDFObject])
  case dictionary([[UInt8]: PDFObject])
  /// The number of an object.
  case reference(Int)
  /// A keyword such as `endobj`, or something that is none of these.
  case other

  subscript(key: String) -> PDFObject? {
    if case .dictionary(let entries) = self { entries[Array(key.utf8)] } else { nil }
  }

  var items: [PDFObject] { if case .array(let items) = self { items } else { [] } }
}

/// Reads objects from the bytes of a PDF file. Broken input gives `other` or `null`; nothing traps, and nesting is bounded.
struct PDFObjectReader {
  let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = min(max(0, position), bytes.count)
  }

  private static let deepest = 32

  mutating func object(depth: Int = 0) -> PDFObject {
    skipSpace()
    guard depth < Self.deepest else {
      // Nobody writes such a file; reading on would never come out of it.
      position = bytes.count
      return .null
    }
    guard position < bytes.count else { return .null }
    switch bytes[position] {
    case 0x2F: return .name(name())
    case 0x28: return .string(literal())
    case 0x5B: return array(depth)
    case 0x3C: return peek(1) == 0x3C ? dictionary(depth) : .string(hexadecimal())
    case 0x2B, 0x2D, 0x2E, 0x30...0x39: return numberOrReference()
    default:
      let word = word()
      if word.isEmpty { position += 1 }
      return word == Array("null".utf8) ? .null : .other
    }
  }

  /// A word of regular characters; empty where there is none.
  mutating func word() -> [UInt8] {
    let start = position
    while position < bytes.count, !Self.isSpace(bytes[position]), !Self.isDelimiter(bytes[position]) { position += 1 }
    return Array(bytes[start..<position])
  }

  mutating func skipSpace() {
    while position < bytes.count {
      if bytes[position] == 0x25 {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      } else if Self.isSpace(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  /// A whole number; nil where none stands.
  mutating func integer() -> Int? {
    skipSpace()
    let start = position
    if case .number(let value) = number() { return value }
    position = start
    return nil
  }

  private func peek(_ offset: Int) -> UInt8? { position + offset < bytes.count ? bytes[position + offset] : nil }

  private mutating func number() -> PDFObject {
    let text = String(decoding: word(), as: UTF8.self)
    if let value = Int(text) { return .number(value) }
    guard let value = Double(text), abs(value) < 1e15 else { return .other }
    return .number(Int(value))
  }

  private mutating func numberOrReference() -> PDFObject {
    let first = number()
    guard case .number(let number) = first, number >= 0 else { return first }
    let after = position
    if integer() != nil {
      skipSpace()
      if peek(0) == 0x52, peek(1).map({ Self.isSpace($0) || Self.isDelimiter($0) }) ?? true {
        position += 1
        return .reference(number)
      }
    }
    position = after
    return first
  }

  private mutating func name() -> [UInt8] {
    position += 1
    let raw = word()
    var out: [UInt8] = []
    var i = 0
    while i < raw.count {
      if raw[i] == 0x23, i + 2 < raw.count, let high = Self.hex(raw[i + 1]), let low = Self.hex(raw[i + 2]) {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(raw[i])
        i += 1
      }
    }
    return out
  }

  private mutating func literal() -> [UInt8] {
    position += 1
    var open = 1
    var out: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x5C, position < bytes.count {
        out.append(bytes[position])
        position += 1
        continue
      }
      if byte == 0x28 { open += 1 }
      if byte == 0x29 {
        open -= 1
        if open == 0 { break }
      }
      out.append(byte)
    }
    return out
  }

  private mutating func hexadecimal() -> [UInt8] {
    position += 1
    var digits: [UInt8] = []
    while position < bytes.count, bytes[position] != 0x3E {
      if let digit = Self.hex(bytes[position]) { digits.append(digit) }
      position += 1
    }
    position += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private mutating func array(_ depth: Int) -> PDFObject {
    position += 1
    var items: [PDFObject] = []
    while true {
      skipSpace()
      guard position < bytes.count else { break }
      if bytes[position] == 0x5D {
        position += 1
        break
      }
      items.append(object(depth: depth + 1))
    }
    return .array(items)
  }

  private mutating func dictionary(_ depth: Int) -> PDFObject {
    position += 2
    var entries: [[UInt8]: PDFObject] = [:]
    while true {
      skipSpace()
      guard position < bytes.count else { break }
      if bytes[position] == 0x3E {
        position = min(bytes.count, position + 2)
        break
      }
      guard bytes[position] == 0x2F else {
        position += 1
        continue
      }
      let key = name()
      entries[key] = object(depth: depth + 1)
    }
    return .dictionary(entries)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0 }

  private static func isDelimiter(_ byte: UInt8) -> Bool { "()<>[]{}/%".utf8.contains(byte) }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
