import Testing

@testable import Printing

/// A small file in the form that browsers write.
struct HandmadePDF {
  private(set) var bytes = Array("%PDF-1.4\n%\u{D3}\n".utf8)
  private var offsets: [(number: Int, offset: Int)] = []

  mutating func add(_ number: Int, _ object: String) {
    offsets.append((number, bytes.count))
    bytes += Array("\(number) 0 obj\n\(object)\nendobj\n".utf8)
  }

  mutating func end(root: Int) {
    let start = bytes.count
    let size = (offsets.map(\.number).max() ?? 0) + 1
    var table = "xref\n0 \(size)\n0000000000 65535 f \n"
    for number in 1..<max(1, size) {
      let offset = offsets.first { $0.number == number }?.offset
      let digits = String(offset ?? 0)
      table += String(repeating: "0", count: 10 - digits.count) + digits + (offset == nil ? " 65535 f \n" : " 00000 n \n")
    }
    bytes += Array("\(table)trailer\n<</Size \(size)\n/Root \(root) 0 R\n/Info 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
  }
}

struct PDFDestinationsTests {
  private func book(destinations: String, names: String = "") -> HandmadePDF {
    var pdf = HandmadePDF()
    pdf.add(1, "<</Title (A \\(book\\) >> x)\n/CreationDate (D:20261122123853+00'00')\n/ModDate (D:20261122123853+00'00')>>")
    pdf.add(2, "<</Type /Page /Parent 7 0 R /MediaBox [0 0 594.95996 841.91998]>>")
    pdf.add(3, "<</Type /Pages /Kids [4 0 R 5 0 R] /Count 2 /Parent 7 0 R>>")
    pdf.add(4, "<</Type /Page /Parent 3 0 R>>")
    pdf.add(5, "<</Type /Page /Parent 3 0 R>>")
    pdf.add(7, "<</Type /Pages /Kids [2 0 R 3 0 R] /Count 3>>")
    pdf.add(8, destinations)
    pdf.add(9, "<</Type /Catalog /Pages 7 0 R /Lang (en) /Dests 8 0 R \(names)>>")
    pdf.end(root: 9)
    return pdf
  }

  @Test func pagesAreCountedThroughTheTree() throws {
    let pdf = book(destinations: "<</one [4 0 R /XYZ 6 827.6 0]\n/b#C3#B8--top [5 0 R /Fit]\n/cover [2 0 R /XYZ 0 0 0]>>")
    let found = try #require(PDFDestinations(pdf.bytes))
    #expect(found.pages == ["one": 2, "bø--top": 3, "cover": 1])
    #expect(found.pageCount == 3)
  }

  @Test func namesMayStandInATree() throws {
    let pdf = book(
      destinations: "<<>>", names: "/Names <</Dests <</Kids [<</Names [(x) [5 0 R /Fit] <79> <</D [4 0 R /Fit]>>]>>]>>>>")
    #expect(try #require(PDFDestinations(pdf.bytes)).pages == ["x": 3, "y": 2])
  }

  @Test func whatLeadsToNoPageIsLeftOut() throws {
    let pdf = book(destinations: "<</a [99 0 R /Fit] /b [1 0 R /Fit] /c null /d 12 /e [] /f [7 0 R]>>")
    #expect(try #require(PDFDestinations(pdf.bytes)).pages == [:])
  }

  @Test func everyTruncationIsRefusedOrRead() {
    let whole = book(destinations: "<</one [4 0 R /XYZ 6 827.6 0]>>").bytes
    for end in 0..<whole.count - 7 { #expect(PDFDestinations(Array(whole[..<end])) == nil) }
    #expect(PDFDestinations(whole) != nil)
  }

  @Test func brokenBytesDoNotTrap() {
    let whole = book(destinations: "<</one [4 0 R /XYZ 6 827.6 0]>>").bytes
    for i in whole.indices {
      for byte: UInt8 in [0x3C, 0x5B, 0x28, 0x39] {
        var bytes = whole
        bytes[i] = byte
        _ = PDFDestinations(bytes)
      }
    }
  }

  @Test func deepNestingEnds() {
    let pdf = book(destinations: String(repeating: "[", count: 100_000))
    _ = PDFDestinations(pdf.bytes)
    var reader = PDFObjectReader(Array(String(repeating: "<</a ", count: 50_000).utf8), at: 0)
    _ = reader.object()
  }

  @Test func aCircleOfPagesEnds() {
    var pdf = HandmadePDF()
    pdf.add(1, "<</Type /Pages /Kids [1 0 R 2 0 R]>>")
    pdf.add(2, "<</Type /Page>>")
    pdf.add(3, "<</Pages 1 0 R /Dests 3 0 R>>")
    pdf.end(root: 3)
    #expect(PDFDestinations(pdf.bytes)?.pageCount == 1)
  }

  @Test func compressedTablesAreRefused() {
    #expect(PDFDestinations(Array("%PDF-1.5\n9 0 obj\n<</Type /XRef>>\nendobj\nstartxref\n9\n%%EOF\n".utf8)) == nil)
    #expect(PDFDestinations([]) == nil)
  }

  @Test func datesAreSetWithoutMovingAByte() {
    let before = book(destinations: "<<>>").bytes
    var after = before
    PDFDates.set("20250102", in: &after)
    #expect(after.count == before.count)
    let text = String(decoding: after, as: UTF8.self)
    #expect(text.contains("/CreationDate (D:20250102000000+00'00')") && text.contains("/ModDate (D:20250102000000+00'00')"))
    var untouched = before
    PDFDates.set("2025-01-02", in: &untouched)
    #expect(untouched == before)
  }
}
