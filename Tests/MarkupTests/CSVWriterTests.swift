import Markup
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  private func written(_ rows: [[String]]) -> String {
    var csv = CSVWriter()
    for row in rows {
      for cell in row { csv.text(cell) }
      csv.endRow()
    }
    return String(decoding: csv.take(), as: UTF8.self)
  }

  @Test func quotesStandWhereTheyAreNeededAndLinesEndInCRLF() {
    #expect(written([["a", "b,c", "d\"e"], ["", "f\ng", " h"]]) == "a,\"b,c\",\"d\"\"e\"\r\n,\"f\ng\",\" h\"\r\n")
  }

  @Test(arguments: ["=1+1", "+45 33", "-x", "@SUM(A1)", "\tx", "\rx", "＝1"])
  func whatASpreadsheetWouldRunGetsAnApostrophe(text: String) {
    #expect(CSVWriter.guarded(text) == "'" + text)
    #expect(CSVWriter.guarded("'" + text) == "''" + text)
    #expect(CSVWriter.unguarded("'" + text) == text)
  }

  @Test(arguments: ["'s-Hertogenbosch", "a=b", "–", "", "'", "1997"])
  func otherTextsStayAsTheyAre(text: String) {
    #expect(CSVWriter.guarded(text) == text && CSVWriter.unguarded(text) == text)
  }

  @Test func numbersStayNumbers() {
    var csv = CSVWriter()
    csv.plain("-33.9")
    csv.endRow()
    #expect(String(decoding: csv.take(), as: UTF8.self) == "-33.9\r\n")
  }

  @Test func whatIsReadIsWhatWasWritten() {
    var random = SeededGenerator(seed: 4180)
    let signs: [Character] = ["a", ",", "\"", "\n", "\r", "'", "=", "-", "+", "@", "\t", " ", ";", "é", "｜", "\r\n"]
    for _ in 0..<400 {
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<3).map { _ in
          String((0..<Int.random(in: 0...6, using: &random)).map { _ in signs.randomElement(using: &random) ?? "a" })
        }
      }
      let read = Self.read(Array(written(rows).utf8)).map { $0.map(CSVWriter.unguarded) }
      #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }

  /// RFC 4180 and nothing else: every line ends in CR LF, quotes surround whole cells.
  static func read(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var i = 0
    func endCell() {
      row.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    while i < bytes.count {
      if bytes[i] == 0x22, cell.isEmpty {
        i += 1
        while !(bytes[i] == 0x22 && (i + 1 >= bytes.count || bytes[i + 1] != 0x22)) {
          if bytes[i] == 0x22 { i += 1 }
          cell.append(bytes[i])
          i += 1
        }
        i += 1
      } else if bytes[i] == 0x2C {
        endCell()
        i += 1
      } else if bytes[i] == 0x0D, bytes[i + 1] == 0x0A {
        endCell()
        rows.append(row)
        row = []
        i += 2
      } else {
        cell.append(bytes[i])
        i += 1
      }
    }
    return rows
  }
}
