import SourceText
import Testing

@Test func columnsAreCountedInEveryUnitFromOne() {
  let lines = LineTable(Array("a\né𝄞x".utf8))
  let position = lines.position(at: 8)
  #expect(position.line == 2 && position.column == 3)
  #expect(position.utf16Column == 4)
  #expect(lines.byteColumn(of: position) == 7)
  #expect(lines.byteColumn(of: lines.position(at: 2)) == 1 && lines.position(at: 2).utf16Column == 1)
}

@Test func aByteOrderMarkIsNoByteColumn() {
  let lines = LineTable([0xEF, 0xBB, 0xBF, 0x61, 0x62])
  #expect(lines.byteColumn(of: lines.position(at: 4)) == 2)
  #expect(lines.byteColumn(of: lines.position(at: 0)) == 1)
}
