extension Position {
  /// From 1, in UTF-16 code units: the columns of SARIF.
  package var utf16Column: Int { utf16 + 1 }
}

extension LineTable {
  /// From 1, in bytes of the line: the columns of reviewdog. A byte order mark is no column.
  package func byteColumn(of position: Position) -> Int {
    max(position.offset - span(ofLine: position.line).start, 0) + 1
  }
}
