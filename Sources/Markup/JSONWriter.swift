/// Writes JSON (RFC 8259) into a text, with commas and escapes where they belong. Members come out in the order written.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var hasKey = false
  private let isForMarkup: Bool

  /// - Parameter forMarkup: writes `<`, `>` and `&` as escapes, so that no text in it can end a `<script>` around it.
  package init(forMarkup: Bool = false) { isForMarkup = forMarkup }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over what has been written so far, so that a long document need not be held as a whole.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) { nest(0x7B, 0x7D, body) }
  package mutating func array(_ body: (inout JSONWriter) -> Void) { nest(0x5B, 0x5D, body) }

  package mutating func key(_ key: String) {
    separate()
    write(key)
    bytes.append(0x3A)
    hasKey = true
  }

  package mutating func value(_ value: String) {
    separate()
    write(value)
    needsComma = true
  }

  /// The bytes of a text, which are UTF-8.
  package mutating func value(utf8 value: UnsafeBufferPointer<UInt8>) {
    separate()
    write(value)
    needsComma = true
  }

  /// The same as a key.
  package mutating func key(utf8 key: UnsafeBufferPointer<UInt8>) {
    separate()
    write(key)
    bytes.append(0x3A)
    hasKey = true
  }

  package mutating func value(_ value: Int) { literal(String(value)) }
  package mutating func value(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func null() { literal("null") }

  /// A number; what JSON cannot write (infinities) is null.
  package mutating func value(_ value: Double) {
    guard value.isFinite else { return null() }
    literal(value == value.rounded() && abs(value) < 9e15 ? String(Int(value)) : String(value))
  }

  package mutating func member(_ name: String, _ value: String) {
    key(name)
    self.value(value)
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    self.value(value)
  }

  package mutating func member(_ name: String, _ value: Double) {
    key(name)
    self.value(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    self.value(value)
  }

  package mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { for value in values { $0.value(value) } }
  }

  /// Begins a new line, for readers and for line-by-line comparison.
  package mutating func lineBreak(closing: Bool = false) {
    if needsComma, !closing {
      bytes.append(0x2C)
      needsComma = false
    }
    bytes.append(0x0A)
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if hasKey {
      hasKey = false
    } else if needsComma {
      bytes.append(0x2C)
    }
    needsComma = false
  }

  private mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  /// Texts are copied in runs: nearly all of them hold nothing that needs an escape.
  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    var from = 0
    for i in text.indices where needsEscape(text[i]) {
      bytes.append(contentsOf: text[from..<i])
      escape(text[i])
      from = i + 1
    }
    bytes.append(contentsOf: text[from...])
    bytes.append(0x22)
  }

  private func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x5C, 0..<0x20, 0x7F: true
    case 0x3C, 0x3E, 0x26: isForMarkup
    default: false
    }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(0x6E)
    case 0x09: bytes.append(0x74)
    default: bytes.append(contentsOf: [0x75, 0x30, 0x30, JSONWriter.digit(byte >> 4), JSONWriter.digit(byte & 15)])
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
