import Diagnostics

/// A table for a terminal: columns under their heads, as wide as what stands in them.
struct TextTable {
  /// Which columns hold numbers, and stand right.
  private let numbers: Set<Int>
  private var rows: [[String]]

  init(_ head: [String], numbers: Set<Int> = []) {
    self.numbers = numbers
    rows = [head]
  }

  mutating func add(_ row: [String]) { rows.append(row.map { TerminalText.printable($0) }) }

  /// Lines without blanks at their ends.
  ///
  /// - Parameter widest: no column but the last gets wider than this; what is longer is cut.
  func lines(indent: String = "", widest: Int = 48) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let cells = rows.map { row in row.enumerated().map { $0 < count - 1 ? TextTable.cut($1, widest) : $1 } }
    let widths = (0..<count).map { column in cells.map { column < $0.count ? TerminalText.width($0[column]) : 0 }.max() ?? 0 }
    return cells.map { row in
      var line = indent
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: max(0, widths[column] - TerminalText.width(cell)))
        line += (numbers.contains(column) ? blanks + cell : cell + blanks) + "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private static func cut(_ text: String, _ widest: Int) -> String {
    guard TerminalText.width(text) > widest else { return text }
    var shown = ""
    for character in text {
      if TerminalText.width(shown + String(character)) >= widest { break }
      shown.append(character)
    }
    return shown + "…"
  }
}
