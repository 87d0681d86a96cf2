import TestSupport
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
  ("^(?:^)*(a|(?!b))*$", ["aa", ""], ["ab"]),
  ("a^b", [], ["ab", "a\nb"]),
  ("^(?!draft-)[a-z-]+$", ["final", "dr", "a-draft-"], ["draft-a", ""]),
  ("^(?!.*--)[a-z-]+$", ["a-b-c"], ["a--b", "é"]),
  ("^(?=.*\\d)(?=.*[a-z]).{3,}$", ["a1b", "1é2a"], ["abc", "123", "a1"]),
  ("a(?=b)", ["ab", "éab"], ["ac", "a", "ba"]),
  ("(?<=é)b$", ["éb"], ["b", "eb"]),
  ("(?<!\\.)json$", ["json", "xjson"], ["a.json"]),
  ("^(?:(?!ab).)*$", ["", "ba", "baa"], ["ab", "xaby"]),
  ("^(?=(?!a)b)", ["b"], ["a", "ab"]),
  ("(?<=^(?:ab)+)c", ["abc", "ababc"], ["c", "bc", "aabc", "abac"]),
  ("(?<=(?=ab)a)b", ["ab"], ["bb"]),
  ("(?=^)a", ["ab"], ["ba"]),
  ("(?!$)\\b", ["a", "a b"], ["", "-"]),
  ("(?<=a{2,3})b", ["aab"], ["ab"]),
  ("^(?<year>\\d{4})(?<!0000)$", ["2026", "0001"], ["0000"]),
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
  ("\\u{110000}", 0, false), ("(?<>a)", 3, false), ("^*", 0, false), ("(?=a)*", 0, false), ("(?<!a", 0, false),
  ("(a)\\1", 3, true),
  ("(?<x>a)\\k<x>", 7, true), ("(?=)(?=(a{1000}){1000})", 0, true),
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
  let sources = [
    "^(a+)+$", "^(a|a)*$", "^(.*a){12}$", "^(é|a+)+$", "^(?=(a+)+$)", "^(?!(a|a)*é!)", "(?<=^(a+)+)b", "^(?:(?=(?:a+)+$)a)+$",
    "^(?!(?:(?!b).)*!)", "(?:(?=.*b)a)+",
  ]
  for source in sources {
    let pattern = try Pattern(source)
    #expect(!pattern.matches(String(repeating: "a", count: 20_000) + "é!"))
  }
}

@Test func lookingAroundTooOftenIsRefused() {
  let problem = #expect(throws: PatternProblem.self) { try Pattern(String(repeating: "(?!a)", count: 51)) }
  #expect(problem?.isUnsupported == true)
}

/// Random patterns against a slow reading of the definition: from which places to which places does a piece lead?
@Test func patternsWithLookAroundsAgreeWithTheirDefinition() throws {
  var random = SeededGenerator(seed: 3)
  for _ in 0..<3000 {
    let source = RandomPattern.make(depth: 3, &random)
    let parsed = try PatternParser.parse(source)
    let pattern = try Pattern(source)
    for _ in 0..<4 {
      let text = String((0..<Int.random(in: 0...6, using: &random)).map { _ in "aab é".randomElement(using: &random) ?? "a" })
      let slow = SlowPattern(parsed: parsed, text: Array(text.unicodeScalars))
      #expect(pattern.matches(text) == slow.isFound, "\(source) in '\(text)'")
    }
  }
}

private enum RandomPattern {
  static func make(depth: Int, _ random: inout SeededGenerator) -> String {
    let atoms = ["a", "b", ".", "[ab]", "[^a]", "é", "^", "$", "\\b", "\\B"]
    func inner() -> String { make(depth: depth - 1, &random) }
    guard depth > 0 else { return atoms.randomElement(using: &random) ?? "a" }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2: return inner() + inner()
    case 3: return "(?:" + inner() + "|" + inner() + ")"
    case 4: return "(?:" + inner() + ")" + (["*", "+", "?", "{2}", "{1,2}"].randomElement(using: &random) ?? "*")
    case 5: return "(?=" + inner() + ")"
    case 6: return "(?!" + inner() + ")"
    case 7: return "(?<=" + inner() + ")"
    case 8: return "(?<!" + inner() + ")"
    default: return atoms.randomElement(using: &random) ?? "a"
    }
  }
}

private struct SlowPattern {
  let parsed: ParsedPattern
  let text: [Unicode.Scalar]

  var isFound: Bool { (0...text.count).contains { !ends(parsed.piece, $0).isEmpty } }

  private func isWord(_ place: Int) -> Bool { text.indices.contains(place) && ScalarSet.word.contains(text[place]) }

  private func ends(_ piece: PatternPiece, _ from: Int) -> Set<Int> {
    switch piece {
    case .empty: return [from]
    case .set(let set): return from < text.count && set.contains(text[from]) ? [from + 1] : []
    case .sequence(let pieces): return pieces.reduce([from]) { places, piece in Set(places.flatMap { ends(piece, $0) }) }
    case .choice(let branches): return Set(branches.flatMap { ends($0, from) })
    case .repeated(let piece, let least, let most):
      var places: Set<Int> = [from]
      var found: Set<Int> = least == 0 ? [from] : []
      for count in 1...max(1, most ?? least + text.count + 1) where most != 0 {
        places = Set(places.flatMap { ends(piece, $0) })
        if count >= least { found.formUnion(places) }
      }
      return found
    case .start: return from == 0 ? [from] : []
    case .end: return from == text.count ? [from] : []
    case .wordBoundary(let wanted): return (isWord(from - 1) != isWord(from)) == wanted ? [from] : []
    case .look(let number):
      let look = parsed.looks[number]
      let holds =
        look.isBehind ? (0...from).contains { ends(look.piece, $0).contains(from) } : !ends(look.piece, from).isEmpty
      return holds != look.isNegated ? [from] : []
    }
  }
}
