/// Writes comma-separated values (RFC 4180): lines end in CR LF, and a cell with a comma, a quote or a line break stands in quotes.
///
/// Spreadsheets take a cell for a formula by its first sign, and texts of an atlas come from many hands. So a text that begins like one gets an apostrophe
/// before it (OWASP, "CSV Injection"). Texts that begin with apostrophes and then like a formula get one more: whoever takes one apostrophe away wherever a
/// sign of a formula follows has every text as it was. Numbers stay as they are.
package struct CSVWriter: Sendable {
  private var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  package mutating func text(_ text: String) { cell(CSVWriter.guarded(text)) }

  /// A number, or another value that the program itself has worded.
  package mutating func plain(_ text: String) { cell(text) }

  package mutating func empty() { cell("") }

  package mutating func endRow() {
    bytes.append(contentsOf: [0x0D, 0x0A])
    isFirst = true
  }

  /// Hands over what has been written so far, so that a long table need not be held as a whole.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// A text as it stands in its cell, before quotes.
  package static func guarded(_ text: String) -> String { startsLikeFormula(text) ? "'" + text : text }

  /// The text of a cell that `guarded` made.
  package static func unguarded(_ cell: String) -> String {
    cell.hasPrefix("'") && startsLikeFormula(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  private static func startsLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    switch first {
    // The last four are their wide forms, which some spreadsheets take for the same.
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    default: return false
    }
  }

  private mutating func cell(_ text: String) {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes || text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
