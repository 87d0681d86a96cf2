import Diagnostics
import SourceText

/// Finds letters that are stored as a letter and marks, and the one character that Unicode's NFC (UAX #15) has for each.
///
/// Covers what comes into datasheets by copying: the marks U+0300 to U+036F on letters that have a composed form up to U+1FFF, and the
/// three signs (Kelvin, Ohm, Ångström) that are other letters' doubles. Two texts that Swift compares as equal are canonically equivalent, so
/// that the composed form of a letter and its marks is found by looking the text up.
enum ComposedLetters {
  /// One edit for each letter that can be composed, in the order of the file.
  static func edits(_ file: SourceFile) -> [TextEdit] {
    let bytes = file.bytes
    guard mayHold(bytes), file.firstInvalidUTF8 == nil else { return [] }
    var edits: [TextEdit] = []
    var offset = 0
    for character in String(decoding: bytes, as: UTF8.self) {
      let length = character.utf8.count
      defer { offset += length }
      guard length > 2 || character.unicodeScalars.count > 1, let composed = compose(character) else { continue }
      edits.append(TextEdit(Location(path: file.path, span: Span(offset, offset + length)), composed))
    }
    return edits
  }

  /// Whether a lead byte of a mark or of one of the signs is there at all.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0xCC || byte == 0xCD || (previous == 0xE2 && byte == 0x84) { return true }
      previous = byte
    }
    return false
  }

  /// The composed form of a character; nil where it has none or is written so already.
  static func compose(_ character: Character) -> String? {
    let scalars = Array(character.unicodeScalars)
    if scalars.count == 1 { return signs[scalars[0]] }
    guard scalars.dropFirst().contains(where: PlainLetters.isMark) else { return nil }
    var out = String(scalars[0])
    var rest = ""
    for scalar in scalars.dropFirst() {
      if rest.isEmpty, let composed = table[out + String(scalar)] {
        out = String(composed)
      } else {
        rest.unicodeScalars.append(scalar)
      }
    }
    let composed = out + rest
    return composed.unicodeScalars.elementsEqual(scalars) || composed != String(character) ? nil : composed
  }

  private static let signs: [Unicode.Scalar: String] = ["\u{212A}": "K", "\u{2126}": "\u{3A9}", "\u{212B}": "\u{C5}"]

  /// Letters with marks by any text that is canonically equivalent to them.
  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for value in UInt32(0xC0)...0x1FFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic, table[String(scalar)] == nil else { continue }
      table[String(scalar)] = scalar
    }
    return table
  }()
}
