import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import FrontMatter

private func read(_ text: String) -> (tree: Tree?, diagnostics: [Diagnostic]) {
  JSONReader.read(SourceFile(path: "test.json", text: text))
}

/// The tree as JSON again, for comparison.
private func shown(_ node: Node) -> String {
  if node.isMapping { return "{" + node.entries.map { "\(shown($0.key)):\(shown($0.value))" }.joined(separator: ",") + "}" }
  if node.isSequence { return "[" + node.items.map(shown).joined(separator: ",") + "]" }
  return node.form == .plain ? node.text : "\"\(node.text)\""
}

@Test(arguments: [
  ("{}", "{}"), (" [ ] ", "[]"), ("\"\"", "\"\""), ("-0.5e-3", "-0.5e-3"), ("true", "true"), ("null\r\n\t", "null"),
  ("{\"a\": [1, {\"b\": null}], \"\": false}", "{\"a\":[1,{\"b\":null}],\"\":false}"),
  ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\"\\/\u{8}\u{C}\n\r\t\""),
  ("\"\\u00e9\\uD83D\\uDE00é😀\"", "\"é😀é😀\""),
  ("123456789012345678901234567890", "123456789012345678901234567890"), ("1E+400", "1E+400"),
])
func valueIsReadAsItIsWritten(_ text: String, _ expected: String) throws {
  let (tree, diagnostics) = read(text)
  #expect(diagnostics.map(\.message) == [])
  #expect(shown(try #require(tree?.root)) == expected)
}

@Test func everyKeyAndValueKnowsItsPlace() throws {
  let marked = MarkedText("⟦{ ⟦\"a\"⟧: ⟦[⟦1⟧, ⟦\"é\\n\"⟧]⟧, ⟦\"b\"⟧ : ⟦true⟧ }⟧")
  let tree = try #require(read(marked.text).tree)
  let found = (0..<tree.count).map { Node(tree: tree, index: $0).span }
  #expect(Set(found) == Set(marked.spans))
  #expect(tree.root["a"]?.items.map { $0.pointer } == ["/a/0", "/a/1"])
}

@Test(arguments: [
  ("", "File is empty", ""), ("  \n", "File is empty", ""),
  ("{\"a\": 1} x", "Document goes on behind its end", "x"),
  ("[1, 2,]", "Comma stands behind the last item", ","), ("{\"a\": 1,}", "Comma stands behind the last item", ","),
  ("[1 2]", "Comma is missing before this", "2"), ("[1,,2]", "Value is missing", ","), ("{\"a\": }", "Value is missing", "}"),
  ("{\"a\" 1}", "Colon is missing behind this key", "\"a\""), ("{a: 1}", "Key 'a' must stand in double quotes", "a"),
  ("['a']", "Single quotes are not JSON", "'a'"), ("[1] // x", "Document goes on behind its end", "// x"),
  ("[ // x\n1]", "Comments are not JSON", "// x"), ("[\"a]", "Text is never closed", "\""),
  ("[\"a\nb\"]", "Text is never closed", "\"a"),
  ("{\"a\": [1", "Bracket is never closed", "["), ("{\"a\": [1}", "Bracket is not the one that is open", "}"),
  ("[\"a\tb\"]", "Control character stands in a text", "\t"), ("[\"\u{0}\"]", "Control character stands in a text", "\u{0}"),
  ("[\"\\x\"]", "Escape '\\x' is unknown", "\\x"), ("[\"\\u12\"]", "Escape '\\u12\"]' is unknown", "\\u12\"]"),
  ("[\"\\ud800\"]", "Escape '\\ud800' is half of a character", "\\ud800"),
  ("[\"\\udc00\\ud800\"]", "Escape '\\udc00' is half of a character", "\\udc00"),
  ("[\"\\ud800\\u0041\"]", "Escape '\\ud800' is half of a character", "\\ud800"),
  ("[01]", "Number '01' is not written as in JSON", "01"), ("[+1]", "Number '+1' is not written as in JSON", "+1"),
  ("[.5]", "Number '.5' is not written as in JSON", ".5"), ("[1.]", "Number '1.' is not written as in JSON", "1."),
  ("[1e]", "Number '1e' is not written as in JSON", "1e"), ("[0x1F]", "Number '0x1F' is not written as in JSON", "0x1F"),
  ("[NaN]", "Word 'NaN' is not JSON", "NaN"), ("[None]", "Word 'None' is not JSON", "None"),
  ("[tru]", "Word 'tru' is not JSON", "tru"),
])
func whatIsWrongIsSaidAtItsPlace(_ text: String, _ message: String, _ under: String) throws {
  let (tree, diagnostics) = read(text)
  #expect(tree == nil)
  let found = try #require(diagnostics.first)
  #expect(diagnostics.count == 1)
  #expect(found.message == message)
  #expect(SourceFile(path: "", text: text).text(found.location.span) == under)
}

@Test func keysUsedTwiceAreReported() throws {
  let (tree, diagnostics) = read("{\"a\": 1, \"b\": {\"a\": 2}, \"\\u0061\": 3}")
  #expect(diagnostics.map(\.message) == ["Key 'a' is used twice"])
  #expect(diagnostics.first?.notes.count == 1)
  #expect(tree != nil)
  let many = "{" + (0..<20_000).map { "\"k\($0 % 10_000)\": 1" }.joined(separator: ",") + "}"
  #expect(read(many).diagnostics.count == 10_000)
  // Two ways to write an accent are two keys.
  #expect(read("{\"\\u00e9\": 1, \"e\\u0301\": 2}").diagnostics.isEmpty)
}

@Test func hostileDocumentsAreRefused() {
  let deep = String(repeating: "[", count: 100_000)
  #expect(read(deep).diagnostics.map(\.rule) == ["yaml-too-deep"])
  var limits = JSONReader.Limits()
  limits.nodes = 100
  let wide = SourceFile(path: "a", text: "[" + String(repeating: "1,", count: 200) + "1]")
  #expect(JSONReader.read(wide, limits: limits).diagnostics.map(\.rule) == ["yaml-too-many-values"])
  #expect(JSONReader.read(SourceFile(path: "a", bytes: [0x22, 0xC3, 0x28, 0x22])).diagnostics.map(\.rule) == ["invalid-utf8"])
  #expect(JSONReader.read(SourceFile(path: "a", bytes: [0xEF, 0xBB, 0xBF, 0x31])).diagnostics.map(\.rule) == ["byte-order-mark"])
  #expect(JSONReader.read(SourceFile(path: "a", bytes: [0x00])).diagnostics.map(\.rule) == ["json-syntax"])
}

private let sample =
  "{\"name\": \"Caf\\u00e9 \\ud83d\\ude00 é\", \"list\": [1, -2.5e3, true, null, {\"x\": []}], \"text\": \"a\\n\\\"b\\\"\"}"

@Test func everyTruncationIsReportedOnceWithinTheFile() {
  let bytes = Array(sample.utf8)
  for length in 0..<bytes.count {
    let (tree, diagnostics) = JSONReader.read(SourceFile(path: "t", bytes: Array(bytes[..<length])))
    #expect(tree == nil)
    #expect(diagnostics.count == 1)
    #expect(diagnostics.allSatisfy { $0.location.span.end <= length })
  }
}

@Test func changedBytesNeverTrap() {
  var random = SeededGenerator(seed: 8259)
  let bytes = Array(sample.utf8)
  for _ in 0..<20_000 {
    var changed = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<changed.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
      case 1: changed.remove(at: place)
      case 2: changed.insert(Array("{}[]\",:\\u0".utf8).randomElement(using: &random) ?? 0, at: place)
      default: changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
    let (tree, diagnostics) = JSONReader.read(SourceFile(path: "t", bytes: changed))
    #expect(tree != nil || !diagnostics.isEmpty)
    #expect(diagnostics.allSatisfy { $0.location.span.end <= changed.count })
    if let tree { #expect(tree.root.span.end <= changed.count) }
  }
}

/// What JSON and YAML both can say they say alike.
@Test func jsonAndYAMLReadTheSameDocumentAlike() throws {
  let text = "{\"a\": [1, 2.5, true, null, \"x: y\"], \"b\": {\"c\": \"\", \"d\": []}}"
  let json = try #require(read(text).tree)
  let yaml = try #require(YAMLReader.read(SourceFile(path: "t", text: text)).tree)
  #expect(shown(json.root) == shown(yaml.root))
  #expect((0..<json.count).map { Node(tree: json, index: $0).span } == (0..<yaml.count).map { Node(tree: yaml, index: $0).span })
}
