import FrontMatter
import Testing

private func core(_ scalar: String) throws -> CoreValue { try #require(try yaml("a: \(scalar)\n").root["a"]).core }

@Test(arguments: ["~", "null", "Null", "NULL", ""]) func theseSayNothing(text: String) throws { #expect(try core(text) == .null) }

@Test(arguments: ["true", "True", "TRUE"]) func theseAreTrue(text: String) throws { #expect(try core(text) == .bool(true)) }

@Test(arguments: ["false", "False", "FALSE"]) func theseAreFalse(text: String) throws { #expect(try core(text) == .bool(false)) }

@Test(arguments: [
  "NO", "no", "on", "off", "y", "Yes", "nULL", "tRUE", "nil", "1_000", "12:30", "2020-01-31", "2020-01-31T12:00:00Z", "1.2.3",
  "0b101",
  "0x", "0o", "0o8", "0xG", "-0x1F", "0X1F", "+", ".", "+.", "1e", "1e+", "e5", ".e5", ".Nan", "+.nan", ".iNF", "1 000",
  "1,5", "١",
  "\"1\"", "'true'", "\"\"", "''", "1.5k", "--1", "Infinity", "nan", "0x-1", "0x+1", "~~",
]) func theseAreText(text: String) throws { #expect(try core(text) == .string) }

@Test(arguments: [
  ("0", 0.0, 0), ("-0", 0, 0), ("+12", 12, 12), ("012", 12, 12), ("-19", -19, -19), ("0o17", 15, 15), ("0x1F", 31, 31),
  ("0xabCD", 43981, 43981),
  ("1.0", 1, 1), ("1e3", 1000, 1000), ("1.", 1, 1), ("9007199254740993", 9_007_199_254_740_992, 9_007_199_254_740_993),
  ("9223372036854775807", 9_223_372_036_854_775_808, Int.max), ("0x7FFFFFFFFFFFFFFF", 9_223_372_036_854_775_808, Int.max),
]) func theseAreWholeNumbers(text: String, value: Double, integer: Int) throws {
  #expect(try core(text) == .number(value, integer: integer))
}

@Test(arguments: [
  ("1.10", 1.1), ("-.5", -0.5), (".5", 0.5), ("6.02e23", 6.02e23), ("1E-3", 0.001), ("+12.5", 12.5),
  ("99999999999999999999", 1e20),
  (".inf", Double.infinity), ("-.Inf", -Double.infinity), ("+.INF", Double.infinity),
  ("0xFFFFFFFFFFFFFFFFFF", 4_722_366_482_869_645_213_696),
  ("1e400", Double.infinity),
]) func theseAreNumbersWithoutAnInteger(text: String, value: Double) throws {
  #expect(try core(text) == .number(value, integer: nil))
}

@Test(arguments: [".nan", ".NaN", ".NAN"]) func theseAreNotANumber(text: String) throws {
  guard case .number(let value, nil) = try core(text) else { return #expect(Bool(false), "\(text) is no number") }
  #expect(value.isNaN)
}

@Test func blockTextIsTextWhateverItHolds() throws {
  let root = try yaml("a: |\n  12\nb: >\n  null\n").root
  #expect(root["a"]?.core == .string && root["b"]?.core == .string)
  #expect(root["a"]?.text == "12\n")
}

@Test func whatSaysNothingIsBlank() throws {
  let root = try yaml("a:\nb: ~\nc: ''\nd: []\ne: {}\nf: 0\ng: [~]\nh: \"null\"\n").root
  for key in ["a", "b", "c", "d", "e"] { #expect(root[key]?.isBlank == true, "\(key)") }
  for key in ["f", "g", "h"] { #expect(root[key]?.isBlank == false, "\(key)") }
  #expect(root["f"]?.integer == 0 && root["f"]?.number == 0 && root["d"]?.integer == nil)
}
