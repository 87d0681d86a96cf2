/// Text made fit for a terminal, and how many columns it takes there.
package enum TerminalText {
  /// The text on one line, with nothing in it that moves the cursor, changes colours or turns the reading direction: tabs become
  /// spaces, other invisible characters U+FFFD, so that an author sees where one stands.
  package static func printable(_ text: String, tab: Unicode.Scalar = " ") -> String {
    guard text.unicodeScalars.contains(where: { isInvisible($0) }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" ? tab : isInvisible($0) ? "\u{FFFD}" : $0 }))
  }

  /// How many columns a text takes: two for East Asian wide characters (Unicode TR 11) and emoji, none for marks that combine.
  package static func width(_ text: some StringProtocol) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + width(of: $1) }
  }

  static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return first.value == 0x200D ? 0 : 1 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1
    }
  }

  /// The beginning of a text, cut with an ellipsis where it is wider.
  static func prefix(_ text: String, width: Int) -> String {
    TerminalText.width(text) <= width ? text : String(fitting(Array(text), width: width - 1)) + "…"
  }

  /// The end of a text, with an ellipsis before it, in at most `width` columns.
  static func suffix(_ text: String, width: Int) -> String {
    "…" + String(fitting(text.reversed(), width: width - 1).reversed())
  }

  private static func fitting(_ characters: [Character], width: Int) -> ArraySlice<Character> {
    var left = width
    return characters.prefix {
      left -= TerminalText.width(of: $0)
      return left >= 0
    }
  }

  /// Control and format characters and line separators. The two joiners stay: Persian words and emoji are written with them.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar.value != 0x200C && scalar.value != 0x200D
    default: return false
    }
  }
}
