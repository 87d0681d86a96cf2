import Testing

@testable import EcosystemSchema

@Test(arguments: [
  ("^[a-z0-9]+(-[a-z0-9]+)*$", ["a", "medicon-valley", "a1-b2"], ["", "-a", "a-", "A", "a--b", "é"]),
  ("^https?://", ["http://a", "https://é"], ["ftp://", " http://"]),
  ("a|b", ["xa", "b", "é a"], ["c", "é"]),
  ("^(?:a|bc){2}$", ["aa", "abc", "bcbc"], ["a", "aaa", "bcb"]),
  ("^a{2,3}?$", ["aa", "aaa"], ["a", "aaaa"]),
  ("^a{0}$", [""], ["a"]),
  ("^\\d{3}$", ["123"], ["12", "٣٣٣"]),
  ("^\\w+$", ["a_1"], ["é", "a b"]),
  ("^\\s$", [" ", "\u{A0}", "\u{FEFF}", "\u{2028}"], ["a", "\u{200B}"]),
  ("^.$", ["a", "😀"], ["\n", "\u{2029}", "ab"]),
  ("^\\p{Lu}\\p{Letter}*$", ["Éa", "A"], ["éa", "1"]),
  ("^\\P{L}+$", ["12-"], ["1a"]),
  ("^[^\\p{L}]$", ["1", "😀"], ["é"]),
  ("\\bfoo\\b", ["foo", "a foo b", "é foo"], ["food", "_foo"]),
  ("\\Bo", ["foo"], ["o"]),
  ("^\\u0041\\x42\\u{43}\\cJ\\u{1F600}\\uD83D\\uDE00$", ["ABC\n😀😀"], ["ABC"]),
  ("^[\\-\\]\\b]$", ["-", "]", "\u{8}"], ["b"]),
  ("^[]$", [], ["", "a"]),
  ("^[^]$", ["a", "\n"], [""]),
  ("(a*)*$", ["", "aaa", "b"], []),
  ("", ["", "x"], []),
  ("$^", [""], ["a"]),
  ("^(?<name>a)$", ["a"], ["b"]),
  ("a^b", [], ["ab", "a\nb"]),
])
func patternFindsWhatECMAScriptFinds(_ source: String, _ good: [String], _ bad: [String]) throws {
  let pattern = try Pattern(source)
  let program = try PatternProgram(try PatternParser.parse(source))
  for (texts, expected) in [(good, true), (bad, false)] {
    for text in texts {
      #expect(pattern.matches(text) == expected, "\(text)")
      var machine = PatternMachine(program)
      var copy = text
      let found = copy.withUTF8 { machine.finds(in: $0) }
      #expect(found == expected, "\(text)")
    }
  }
}

@Test(arguments: [
  ("(", 0, false), ("ab)", 2, false), ("é[a", 2, false), ("a**", 2, false), ("*", 0, false), ("a{2", 1, false), ("}", 0, false),
  ("\\q", 0, false), ("\\p{Foo}", 0, false), ("[b-a]", 1, false), ("[\\d-z]", 1, false), ("a{3,2}", 1, false), ("\\", 0, false),
  ("\\u{110000}", 0, false), ("(?<>a)", 3, false), ("^*", 0, false), ("(?=a)", 0, true), ("(?<!a)", 0, true), ("(a)\\1", 3, true),
  ("\\p{Script=Greek}", 0, true), ("a{1001}", 1, true), ("(a{1000}){1000}", 0, true),
])
func badPatternIsRefusedAtItsPlace(_ source: String, _ offset: Int, _ isUnsupported: Bool) {
  let problem = #expect(throws: PatternProblem.self) { try Pattern(source) }
  #expect(problem?.offset == offset)
  #expect(problem?.isUnsupported == isUnsupported)
}

@Test func deepNestingOfGroupsIsRefused() {
  #expect(throws: PatternProblem.self) { try Pattern(String(repeating: "(", count: 100_000)) }
}

@Test func patternsThatAreSlowElsewhereAreNotSlowHere() throws {
  // 30 a's take a backtracking engine a thousand million steps; 20,000 would outlast the sun.
  for source in ["^(a+)+$", "^(a|a)*$", "^(.*a){12}$", "^(é|a+)+$"] {
    let pattern = try Pattern(source)
    #expect(!pattern.matches(String(repeating: "a", count: 20_000) + "é!"))
  }
}
