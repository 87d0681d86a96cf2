import SourceText

/// A line of the text being read.
struct YAMLLine {
  let start: Int
  let end: Int
  /// Behind the indentation.
  let first: Int

  var indent: Int { first - start }

  init(_ file: SourceFile, at offset: Int, within text: Span) {
    func isBreak(_ i: Int) -> Bool { file.bytes[i] == 0x0A || file.bytes[i] == 0x0D }
    var start = offset
    while start > text.start, !isBreak(start - 1) { start -= 1 }
    var end = offset
    while end < text.end, !isBreak(end) { end += 1 }
    var first = start
    while first < end, file.bytes[first] == 0x20 { first += 1 }
    (self.start, self.end, self.first) = (start, end, first)
  }

  /// The nearest line further up that says something.
  func above(in file: SourceFile, within text: Span) -> YAMLLine? {
    var line = self
    while line.start > text.start {
      line = YAMLLine(file, at: line.start - 1, within: text)
      if line.first < line.end, file.bytes[line.first] != 0x23, file.bytes[line.first] != 0x0D { return line }
    }
    return nil
  }

  /// The tabs at `offset`, or those in the indentation.
  func tabs(in file: SourceFile, at offset: Int) -> Span? {
    var i = offset < end && file.bytes[offset] == 0x09 ? offset : start
    while i < end, file.bytes[i] == 0x20 { i += 1 }
    let from = i
    while i < end, file.bytes[i] == 0x09 { i += 1 }
    return i > from ? Span(from, i) : nil
  }

  /// Where the value of the line begins: behind its first `: `.
  func valueStart(in file: SourceFile, before limit: Int) -> Int? {
    guard let colon = (first..<max(limit - 1, first)).first(where: { file.bytes[$0] == 0x3A && file.bytes[$0 + 1] == 0x20 })
    else { return nil }
    return (colon + 1..<limit).first { file.bytes[$0] != 0x20 } ?? limit
  }

  /// The end of what is said from `offset` on: without a comment and without blanks.
  func contentEnd(in file: SourceFile, from offset: Int) -> Int {
    var stop = offset
    while stop < end, !(file.bytes[stop] == 0x23 && stop > offset && file.bytes[stop - 1] == 0x20) { stop += 1 }
    while stop > offset, file.bytes[stop - 1] == 0x20 || file.bytes[stop - 1] == 0x09 { stop -= 1 }
    return stop
  }
}
