import SheetModel
import SourceText
import Testing

private func rows(_ text: String, _ columns: [String] = ["a", "b"]) -> [[String]]? {
  CSVReader.rows(SourceFile(path: "Site/data/x.csv", text: text), columns: columns)
}

@Suite struct CSVReaderTests {
  @Test func columnsAreFoundByTheirNames() {
    #expect(rows("b,c,a\n1,2,3\n4,5,6\n") == [["3", "1"], ["6", "4"]])
    #expect(rows("b,c\n1,2\n") == nil)
    #expect(rows("") == nil)
  }

  @Test func quotesHoldCommasLinesAndQuotes() {
    #expect(rows("a,b\n\"1,5\",\"x\ny\"\n\"say \"\"so\"\"\",\"\"\n") == [["1,5", "x\ny"], ["say \"so\"", ""]])
  }

  @Test func aQuoteWithinACellIsAQuote() { #expect(rows("a,b\n5\" pipe,x\n") == [["5\" pipe", "x"]]) }

  @Test func lineEndsAndTheByteOrderMarkAreNoText() { #expect(rows("\u{FEFF}a,b\r\n1,2\r\n3,4") == [["1", "2"], ["3", "4"]]) }

  @Test func shortRowsAreLeftOut() { #expect(rows("a,b\n1\n\n1,2,3\n") == [["1", "2"]]) }

  @Test func aQuoteThatIsNeverClosedEndsWithTheFile() { #expect(rows("a,b\n1,\"2\n3,4") == [["1", "2\n3,4"]]) }

  @Test func whatIsWrittenIsReadBack() {
    let cells = ["plain", "", "a,b", "\"", "x\ny", "é漢", "\"quoted\"", " "]
    let written = cells.flatMap { a in cells.map { b in [a, b] } }
    let text =
      "a,b\n"
      + written.map { row in
        row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }.joined(
          separator: ",") + "\n"
      }.joined()
    #expect(rows(text) == written)
  }
}
