/// How far scalars and UTF-16 units have come at places within long lines, so that the thousandth position on a line of a
/// megabyte does not count the whole line again.
struct ColumnMarks: Sendable {
  private static let stride = 4096
  private struct Mark: Sendable {
    let offset: Int
    let scalars: Int
    let utf16: Int
  }
  /// By offset; counted from the start of the file, none where every line is short.
  private var marks: [Mark] = []

  init(_ bytes: [UInt8], lineStarts: [Int]) {
    let ends = lineStarts.dropFirst() + [bytes.count]
    guard zip(lineStarts, ends).contains(where: { $1 - $0 > Self.stride }) else { return }
    var offset = 0
    var (scalars, utf16) = (0, 0)
    while offset < bytes.count {
      marks.append(Mark(offset: offset, scalars: scalars, utf16: utf16))
      offset = Self.advance(bytes, from: offset, to: min(offset + Self.stride, bytes.count), &scalars, &utf16)
    }
  }

  func width(of bytes: [UInt8], from start: Int, to offset: Int) -> (scalars: Int, utf16: Int) {
    guard offset > start else { return (0, 0) }
    guard offset - start > Self.stride, !marks.isEmpty else { return count(bytes, from: start, to: offset) }
    let a = counted(bytes, before: start)
    let b = counted(bytes, before: offset)
    return (b.scalars - a.scalars, b.utf16 - a.utf16)
  }

  private func counted(_ bytes: [UInt8], before offset: Int) -> (scalars: Int, utf16: Int) {
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle } else { high = middle }
    }
    let mark = marks[low]
    let rest = count(bytes, from: mark.offset, to: offset)
    return (mark.scalars + rest.scalars, mark.utf16 + rest.utf16)
  }

  private func count(_ bytes: [UInt8], from start: Int, to offset: Int) -> (scalars: Int, utf16: Int) {
    var (scalars, utf16) = (0, 0)
    _ = Self.advance(bytes, from: start, to: offset, &scalars, &utf16)
    return (scalars, utf16)
  }

  /// Counts the scalars that end at or before `end`; gives where the last one ends.
  private static func advance(_ bytes: [UInt8], from start: Int, to end: Int, _ scalars: inout Int, _ utf16: inout Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var i = start
      while i < end {
        let length = buffer[i] < 0x80 ? 1 : scalarLength(buffer, at: i) ?? 1
        guard i + length <= end else { break }
        i += length
        scalars += 1
        utf16 += length == 4 ? 2 : 1
      }
      return i
    }
  }
}
