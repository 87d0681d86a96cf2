import Testing

@testable import Cartography

@Suite struct JSONScannerTests {
  @Test(arguments: [
    ("0", 0.0), ("-17", -17), ("  3.25", 3.25), ("1e3", 1000), ("-1.5E-2", -0.015),
    ("123456789012345678", 123_456_789_012_345_680),
    ("179.99999999999997", 179.99999999999997),
  ])
  func readsNumbers(text: String, value: Double) {
    var scanner = JSONScanner(Array(text.utf8))
    #expect(scanner.number() == value)
    #expect(scanner.offset == text.utf8.count)
  }

  @Test(arguments: ["", "-", "x", "--1", "1-2", "0x10", "nan", "e5"])
  func refusesWhatIsNoNumber(text: String) {
    var scanner = JSONScanner(Array(text.utf8))
    let number = scanner.number()
    // `0x10` is a 0 with something behind it, which the next step refuses.
    #expect(number == nil || scanner.peek() == 0x78)
  }

  @Test func readsEscapes() {
    var scanner = JSONScanner(Array(#""a\n\"\\\u00e9\ud83d\ude00z""#.utf8))
    #expect(scanner.string() == "a\n\"\\é😀z")
    var broken = JSONScanner(Array(#""\ud83d x \u12""#.utf8))
    #expect(broken.string()?.hasPrefix("\u{FFFD} x ") == true)
  }

  @Test func passesOverValuesOfAnyKind() {
    var scanner = JSONScanner(Array(#"{"a": [1, "]", {"b": null}], "c": true} 7"#.utf8))
    scanner.skip()
    #expect(scanner.number() == 7)
  }
}
