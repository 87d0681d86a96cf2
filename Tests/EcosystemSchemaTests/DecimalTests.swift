import TestSupport
import Testing

@testable import EcosystemSchema

private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

@Test(arguments: [
  ("9007199254740993", "9007199254740992", 1), ("1e400", "1e500", -1), ("-1e400", "1", -1), ("1.0", "1", 0), ("0", "-0.0", 0),
  ("1e-400", "0", 1),
  ("0.1000000000000000000001", "0.1", 1), ("-3", "-2", -1), ("12345678901234567890123", "12345678901234567890124", -1),
  ("100", "1e2", 0),
])
func numbersAreComparedByTheirDigits(_ a: String, _ b: String, _ order: Int) throws {
  #expect(try decimal(a).order(decimal(b)) == order)
  #expect(try decimal(b).order(decimal(a)) == -order)
}

@Test(arguments: [
  ("19.99", "0.01", true), ("19.999", "0.01", false), ("1e308", "0.123456789", false), ("1e400", "3", false),
  ("3e400", "3", true), ("1e1000000000", "7", false),
  ("1e1000000000", "1024", true), ("0", "7", true), ("123456789012345678901234567890", "3", true),
  ("123456789012345678901234567891", "3", false),
])
func multiplesAreExact(_ number: String, _ step: String, _ isMultiple: Bool) throws {
  #expect(try decimal(number).isMultiple(of: decimal(step)) == isMultiple)
}

@Test func decimalsAgreeWithWholeNumbers() throws {
  var random = SeededGenerator(seed: 3)
  for _ in 0..<2_000 {
    let (a, b) = (Int.random(in: -5_000...5_000, using: &random), Int.random(in: 1...400, using: &random))
    #expect(try #require(Decimal("\(a)")).order(#require(Decimal("\(b)"))) == (a - b).signum())
    #expect(try #require(Decimal("\(a)")).isMultiple(of: #require(Decimal("\(b)"))) == a.isMultiple(of: b))
  }
}

@Test(arguments: ["", "-", ".", "1e", "0x1F", ".inf", "1.2.3", "1a"])
func otherTextsAreNoNumbers(_ text: String) { #expect(Decimal(text) == nil) }

@Test func bigAndSmallNumbersKeepTheirType() throws {
  let whole = try schema("type: integer", reading: .asWritten)
  for text in ["1e400", "123456789012345678901234567890", "1.0000000000000000000", "-0.0"] {
    #expect(try whole.accepts(tree(text)), "\(text)")
  }
  for text in ["1e-400", "0.99999999999999999999", "1.0000000000000000001", ".inf"] {
    #expect(try !whole.accepts(tree(text)), "\(text)")
  }
  let limit = try schema("maximum: 12345678901234567890123", reading: .asWritten)
  #expect(try !limit.accepts(tree("12345678901234567890124")))
  #expect(try report("uniqueItems: true", "[12345678901234567890123, 12345678901234567890124]", reading: .asWritten) == [])
}
