/// Where the lines of a file begin, and the one place where offsets become lines and columns.
///
/// A line ends with LF, CRLF or a lone CR. A byte order mark is no column. Bytes that are not UTF-8 count one column each.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  private let columns: ColumnMarks

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      while i < buffer.count {
        if buffer[i] == 0x0A {
          starts.append(i + 1)
        } else if buffer[i] == 0x0D, i + 1 == buffer.count || buffer[i + 1] != 0x0A {
          starts.append(i + 1)
        }
        i += 1
      }
    }
    self.starts = starts
    columns = ColumnMarks(bytes, lineStarts: starts)
  }

  package init(_ file: SourceFile) { self.init(file.bytes) }

  package var lineCount: Int { starts.count }

  /// The position of a UTF-8 offset; an offset past the end is the end, one inside a character is that character's column.
  package func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let index = lineIndex(at: offset)
    let width = columns.width(of: bytes, from: contentStart(ofLine: index), to: offset)
    return Position(line: index + 1, column: width.scalars + 1, offset: offset, utf16: width.utf16)
  }

  /// The bytes of a line, numbered from 1, without its line end and without a byte order mark.
  package func span(ofLine line: Int) -> Span {
    guard line >= 1, line <= starts.count else { return Span.at(bytes.count) }
    let start = contentStart(ofLine: line - 1)
    var end = line < starts.count ? starts[line] : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }

  /// The offset of a line and of a column in bytes, both from 1: the units in which cmark reports.
  package func offset(line: Int, byteColumn: Int) -> Int {
    guard line >= 1, line <= starts.count else { return bytes.count }
    return min(starts[line - 1] + max(byteColumn - 1, 0), bytes.count)
  }

  /// The number, from 1, of the line that holds an offset.
  package func line(at offset: Int) -> Int { lineIndex(at: min(max(offset, 0), bytes.count)) + 1 }

  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func contentStart(ofLine index: Int) -> Int {
    let start = starts[index]
    return index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? start + 3 : start
  }
}

/// A place in a file in every unit that a reader may want.
package struct Position: Hashable, Sendable {
  /// From 1.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int
  /// From 0, in bytes of the file.
  package let offset: Int
  /// From 0, in UTF-16 code units within the line: what editors count.
  package let utf16: Int

  package init(line: Int, column: Int, offset: Int, utf16: Int) {
    self.line = line
    self.column = column
    self.offset = offset
    self.utf16 = utf16
  }
}
