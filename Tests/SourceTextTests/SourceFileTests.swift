import SourceText
import Testing

@Test func stemIsTheNameWithoutItsEnding() {
  #expect(SourceFile(path: "Sheets/clusters/medicon-valley.md", text: "").stem == "medicon-valley")
  #expect(SourceFile(path: "a.schema.yaml", text: "").stem == "a.schema")
  #expect(SourceFile(path: "Sheets/.hidden", text: "").stem == ".hidden")
  #expect(SourceFile(path: "Makefile", text: "").stem == "Makefile")
  #expect(SourceFile(path: "", text: "").stem == "")
}

@Test func textUnderASpanIsCutToTheFile() {
  let file = SourceFile(path: "a", text: "née")
  #expect(file.text(Span(1, 3)) == "é")
  #expect(file.text(Span(2, 99)) == "\u{FFFD}e")
  #expect(file.text(Span(50, 60)) == "")
}

@Test func spansNeverRunBackwards() {
  #expect(Span(5, 2) == Span.at(5))
  #expect(Span(-3, 4) == Span(0, 4))
  #expect(Span(1, 3).union(Span(7, 8)) == Span(1, 8))
  #expect(Span(1, 3).contains(1) && !Span(1, 3).contains(3) && !Span.at(1).contains(1))
  #expect(Span(1, 9).clamped(to: 4) == Span(1, 4))
  #expect(Span(1, 2) < Span(1, 3) && Span(0, 9) < Span(1, 2))
}

@Test func locationsAreOrderedByPathThenPlace() {
  let a = Location(path: "a", span: Span(5, 6))
  #expect(a < Location(path: "b", span: Span(0, 1)))
  #expect(a < Location(path: "a", span: Span(6, 6)))
  #expect(!(a < a))
}

/// How many bytes from the start are well-formed, as the standard library sees it.
private func validPrefix(_ bytes: [UInt8]) -> Int? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var good = 0
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { good += scalar.utf8.count }
  return good
}

@Test func everyTwoAndThreeByteSequenceIsJudgedAsTheStandardLibraryDoes() {
  let edges: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
  ]
  for first in UInt8.min...UInt8.max {
    #expect(SourceFile(path: "", bytes: [first]).firstInvalidUTF8 == validPrefix([first]))
    for second in edges {
      #expect(
        SourceFile(path: "", bytes: [first, second]).firstInvalidUTF8 == validPrefix([first, second]), "\(first) \(second)")
      for third in edges {
        let bytes = [first, second, third]
        #expect(SourceFile(path: "", bytes: bytes).firstInvalidUTF8 == validPrefix(bytes), "\(bytes)")
      }
    }
  }
}

@Test func brokenTextsAreJudgedAsTheStandardLibraryDoes() {
  var random = SplitMix(seed: 3)
  let whole = Array("Île-de-France 新竹科學園區 𝄞 naïve €".utf8)
  for _ in 0..<2_000 {
    var bytes = Array(whole.prefix(Int(random.next() % UInt64(whole.count + 1))))
    if !bytes.isEmpty, random.next() % 3 > 0 { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() & 255) }
    #expect(SourceFile(path: "", bytes: bytes).firstInvalidUTF8 == validPrefix(bytes), "\(bytes)")
  }
}
