import SourceText
import Testing

private func table(_ text: String) -> LineTable { LineTable(Array(text.utf8)) }

private func lines(_ text: String) -> [String] {
  let file = SourceFile(path: "a", text: text)
  let table = LineTable(file)
  return (1...table.lineCount).map { file.text(table.span(ofLine: $0)) }
}

@Test func linesEndWithLineFeedCarriageReturnOrBoth() {
  #expect(lines("a\nb\r\nc\rd") == ["a", "b", "c", "d"])
  #expect(lines("a\n\nb") == ["a", "", "b"])
  #expect(lines("a\r\r\n\n\rb") == ["a", "", "", "", "b"])
  #expect(lines("") == [""])
  #expect(lines("a\n") == ["a", ""])
  #expect(lines("a\r") == ["a", ""])
  #expect(lines("a\r\n") == ["a", ""])
}

@Test func unicodeLineSeparatorsEndNoLine() {
  #expect(table("a\u{2028}b\u{2029}c\u{85}d").lineCount == 1)
}

@Test func byteOrderMarkIsNoColumn() {
  let table = table("\u{FEFF}ab\nc")
  #expect(table.position(at: 3) == Position(line: 1, column: 1, offset: 3, utf16: 0))
  #expect(table.position(at: 0).column == 1)
  #expect(table.position(at: 4).column == 2)
  #expect(table.span(ofLine: 1) == Span(3, 5))
  #expect(table.position(at: 6) == Position(line: 2, column: 1, offset: 6, utf16: 0))
}

@Test func columnsCountScalarsAndEditorsCountUTF16() {
  let table = table("aé𝄞新x")
  #expect(table.position(at: 1) == Position(line: 1, column: 2, offset: 1, utf16: 1))
  #expect(table.position(at: 3) == Position(line: 1, column: 3, offset: 3, utf16: 2))
  #expect(table.position(at: 7) == Position(line: 1, column: 4, offset: 7, utf16: 4))
  #expect(table.position(at: 10) == Position(line: 1, column: 5, offset: 10, utf16: 5))
}

@Test func offsetInsideACharacterIsThatCharactersColumn() {
  let table = table("aé𝄞")
  #expect(table.position(at: 2).column == 2)
  for offset in 4..<7 { #expect(table.position(at: offset).column == 3) }
}

@Test func bytesThatAreNotUTF8CountOneColumnEach() {
  let bytes: [UInt8] = [0x61, 0xE9, 0x62, 0x80, 0x80, 0xF0, 0x9F, 0x63]
  let table = LineTable(bytes)
  for offset in 0...bytes.count {
    #expect(table.position(at: offset) == Position(line: 1, column: offset + 1, offset: offset, utf16: offset))
  }
}

@Test func offsetsOutsideTheFileAreItsEnds() {
  let table = table("ab\nc")
  #expect(table.position(at: 99) == Position(line: 2, column: 2, offset: 4, utf16: 1))
  #expect(table.position(at: -5) == Position(line: 1, column: 1, offset: 0, utf16: 0))
  #expect(table.span(ofLine: 9) == Span.at(4))
  #expect(table.span(ofLine: 0) == Span.at(4))
}

@Test func byteColumnsAreTurnedIntoOffsets() {
  let table = table("aé\nbc")
  #expect(table.offset(line: 2, byteColumn: 2) == 5)
  #expect(table.offset(line: 1, byteColumn: 4) == 3)
  #expect(table.offset(line: 7, byteColumn: 1) == 6)
  #expect(table.offset(line: 2, byteColumn: 0) == 4)
  #expect(table.line(at: 4) == 2)
}

@Test func positionsAgreeWithSwiftsOwnCounting() {
  var random = SplitMix(seed: 7)
  for _ in 0..<60 {
    let pieces = ["a", "é", "新", "𝄞", "\n", "\r\n", "-", " "]
    let text = (0..<Int(random.next() % 60)).map { _ in pieces[Int(random.next() % 8)] }.joined()
    let table = table(text)
    var offset = 0
    var line = 1
    var column = 1
    var utf16 = 0
    for scalar in text.unicodeScalars {
      #expect(table.position(at: offset) == Position(line: line, column: column, offset: offset, utf16: utf16))
      offset += scalar.utf8.count
      column += 1
      utf16 += scalar.utf16.count
      if scalar == "\n" { (line, column, utf16) = (line + 1, 1, 0) }
    }
  }
}

@Test func veryLongLinesCountAsShortOnesDo() {
  let piece = "aé新𝄞"
  let start = "first\n"
  let table = table(start + String(repeating: piece, count: 5_000) + "\nlast é!")
  for k in stride(from: 0, to: 5_000, by: 37) {
    let offset = start.utf8.count + k * 10
    #expect(table.position(at: offset) == Position(line: 2, column: k * 4 + 1, offset: offset, utf16: k * 5))
    #expect(table.position(at: offset + 8).column == k * 4 + 4)
  }
  #expect(table.position(at: start.utf8.count + 50_001 + 7).column == 7)
}

/// Counting from the start of the line each time would take many minutes.
@Test(.timeLimit(.minutes(10))) func manyPositionsOnALongLineAreCheap() {
  let table = LineTable([UInt8](repeating: 0x61, count: 1 << 20))
  for offset in stride(from: 0, to: 1 << 20, by: 25) where table.position(at: offset).column != offset + 1 {
    Issue.record("wrong column at \(offset)")
  }
}

/// A small random generator with a seed, so that a failure comes back.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
