import SourceText

/// The opening tags of a template's HTML with their attributes; as much of HTML as finding inline code takes. Mustache's own tags are
/// stepped over wherever they stand; they must be closed.
struct MarkupScanner {
  struct Attribute {
    /// In lower case.
    let name: String
    let value: String
    /// Of the name.
    let span: Span
  }

  struct Element {
    /// In lower case.
    let name: String
    let attributes: [Attribute]
    /// `<script`, without its attributes.
    let span: Span
  }

  private let bytes: [UInt8]
  private var i = 0
  private(set) var tags: [Element] = []

  /// Goes through the bytes once.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while i < bytes.count {
      if skipMustache() { continue }
      guard bytes[i] == 0x3C, i + 1 < bytes.count else {
        i += 1
        continue
      }
      if starts("<!--") { skip(past: "-->") } else if isLetter(bytes[i + 1]) { element() } else { i += 1 }
    }
  }

  private mutating func element() {
    let start = i
    i += 1
    let name = word()
    let span = Span(start, i)
    var attributes: [Attribute] = []
    while i < bytes.count, bytes[i] != 0x3E {
      if skipMustache() { continue }
      if isSpace(bytes[i]) || [0x2F, 0x3D, 0x22, 0x27].contains(bytes[i]) {
        i += 1
        continue
      }
      let at = i
      let attribute = word()
      let nameSpan = Span(at, i)
      while i < bytes.count, isSpace(bytes[i]) { i += 1 }
      guard i < bytes.count, bytes[i] == 0x3D else {
        attributes.append(Attribute(name: attribute, value: "", span: nameSpan))
        continue
      }
      i += 1
      attributes.append(Attribute(name: attribute, value: value(), span: nameSpan))
    }
    tags.append(Element(name: name, attributes: attributes, span: span))
    // What stands in these is no markup.
    if name == "script" || name == "style" { skip(past: "</" + name) }
  }

  /// Up to a space, `=`, `/`, `>` or a Mustache tag; at least one byte.
  private mutating func word() -> String {
    let start = i
    repeat { i += 1 } while i < bytes.count && !isSpace(bytes[i]) && ![0x3D, 0x2F, 0x3E].contains(bytes[i]) && !starts("{{")
    return String(decoding: bytes[start..<min(i, bytes.count)], as: UTF8.self).lowercased()
  }

  private mutating func value() -> String {
    while i < bytes.count, isSpace(bytes[i]) { i += 1 }
    guard i < bytes.count else { return "" }
    let quote = bytes[i]
    guard quote == 0x22 || quote == 0x27 else {
      let start = i
      while i < bytes.count, !isSpace(bytes[i]), bytes[i] != 0x3E {
        if !skipMustache() { i += 1 }
      }
      return String(decoding: bytes[start..<min(i, bytes.count)], as: UTF8.self)
    }
    i += 1
    let start = i
    while i < bytes.count, bytes[i] != quote {
      if !skipMustache() { i += 1 }
    }
    defer { i += 1 }
    return String(decoding: bytes[start..<min(i, bytes.count)], as: UTF8.self)
  }

  /// Steps over a Mustache tag if one stands here.
  private mutating func skipMustache() -> Bool {
    guard starts("{{") else { return false }
    i += 2
    while i < bytes.count, !starts("}}") { i += 1 }
    i = min(i + 2, bytes.count)
    return true
  }

  private mutating func skip(past ending: String) {
    let ending = Array(ending.utf8)
    while i < bytes.count {
      if i + ending.count <= bytes.count, bytes[i..<i + ending.count].elementsEqual(ending, by: { $0 == $1 || $0 | 0x20 == $1 }) {
        i += ending.count
        return
      }
      i += 1
    }
  }

  private func starts(_ text: StaticString) -> Bool {
    guard i + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { bytes[i..<i + $0.count].elementsEqual($0) }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
