import FrontMatter
import SourceText
import Testing

@Test func keysAndValuesAreFoundByTheirPath() throws {
  let root = try yaml("name: A\nlocation:\n  seat: [B, C]\n  country: DK\n").root
  #expect(root.entries.map { $0.key.text } == ["name", "location"])
  #expect(root.at("location.country")?.text == "DK")
  #expect(root.at("location.seat")?.items.map(\.text) == ["B", "C"])
  #expect(root.at("location.nowhere") == nil && root["name"]?["x"] == nil)
  #expect(root.count == 2 && root.at("location.seat")?.count == 2 && root["name"]?.count == 0)
}

@Test func spansHoldQuotesAndBracketsButNoProperties() throws {
  #expect(try textUnder("a", in: "a: 'it''s'  # note\n") == "'it''s'")
  #expect(try textUnder("a", in: "a: \"x\\ny\"\n") == "\"x\\ny\"")
  #expect(try textUnder("a", in: "a: [b, {c: d}]  # note\n") == "[b, {c: d}]")
  #expect(try textUnder("a.b", in: "a: {b: {c: d}}\n") == "{c: d}")
  #expect(try textUnder("a", in: "a: plain text  # note\nb: 1\n") == "plain text")
  #expect(try textUnder("a", in: "a: &x one\nb: *x\n") == "one")
  #expect(try textUnder("a", in: "a: &x [one]\n") == "[one]")
  #expect(try textUnder("a", in: "a: &x # note\n  - one\n  - two\nb: 1\n") == "- one\n  - two")
  #expect(try textUnder("a", in: "a: &x\n  b: 1\n") == "b: 1")
}

@Test func blockCollectionsReachFromTheirFirstToTheirLastItem() throws {
  #expect(try textUnder("a", in: "a:\n  - b\n  - c\n\n# note\nd: e\n") == "- b\n  - c")
  #expect(try textUnder("a", in: "a:\n- b\n- c\nd: e\n") == "- b\n- c")
  #expect(try textUnder("a", in: "a:\n  b: 1\n  c:\n    d: 2\n\ne: 3\n") == "b: 1\n  c:\n    d: 2")
  #expect(try textUnder("a", in: "a:\n  b:\n  c:\nd: 1\n") == "b:\n  c:")
  #expect(try textUnder("a", in: "x: &x 1\na:\n  b: 2\n  c: *x\nd: 1\n") == "b: 2\n  c: *x")
}

@Test func emptyValuesStandBehindTheirColonOrHyphen() throws {
  let (file, root) = try yaml("a:\nb:   # note\nc:\n  -\n  - x\nd: {e, f: }\n")
  #expect(root["a"]?.span == Span.at(2))
  #expect(root["b"]?.span == Span.at(5))
  #expect(root["c"]?.items.map { $0.span } == [Span.at(21), Span(26, 27)])
  #expect(root.at("d.e")?.isBlank == true && root.at("d.f")?.isBlank == true)
  #expect(file.text(Span(20, 21)) == "-")
}

@Test func blockTextsEndWithTheirLastWord() throws {
  #expect(try textUnder("a", in: "a: |\n  one\n\n  two\n\n# note\nb: 1\n") == "|\n  one\n\n  two")
  #expect(try textUnder("a", in: "a: >-\n  one\n  two") == ">-\n  one\n  two")
  #expect(try textUnder("a", in: "a: |\n\nb: 1\n") == "|")
  #expect(try textUnder("l", in: "l:\n  - |\n    one\n  - two\n") == "- |\n    one\n  - two")
  let root = try yaml("a: |\n  one\n\n  two\n\nb: >\n  one\n  two\n\n  three\nc: >-\n  x\n").root
  #expect(root["a"]?.text == "one\n\ntwo\n")
  #expect(root["b"]?.text == "one two\nthree\n")
  #expect(root["c"]?.text == "x")
  #expect(root["a"]?.form == .literal && root["b"]?.form == .folded)
}

@Test func plainTextsMayGoOnAndFold() throws {
  let (file, root) = try yaml("a: one\n  two\n\n  three  # note\nb: 1\n")
  #expect(root["a"]?.text == "one two\nthree")
  #expect(file.text(try #require(root["a"]).span) == "one\n  two\n\n  three")
}

@Test func anAliasRepeatsItsAnchor() throws {
  let (file, root) = try yaml("a: &x [1, {b: 2}]\nc: *x\nd: &y text\ne: [*y, *y]\n")
  #expect(root["c"]?.items.map(\.text) == ["1", ""])
  #expect(root["c"]?.items.map { $0 }[1]["b"]?.text == "2")
  #expect(file.text(try #require(root["c"]).span) == "*x")
  #expect(root["e"]?.items.map(\.text) == ["text", "text"])
  #expect(root.entries.map { $0.key.text } == ["a", "c", "d", "e"])
}

@Test func anAnchorMayBeSetAgain() throws {
  #expect(try yaml("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").root.entries.map { $0.value.text } == ["1", "1", "2", "2"])
}

@Test func pointersFollowRFC6901() throws {
  let root = try yaml("a:\n  - b: 1\n    c/d~e: 2\n").root
  let item = try #require(root["a"]?.items.first { _ in true })
  #expect(root.pointer == "")
  #expect(item.pointer == "/a/0")
  #expect(item["b"]?.pointer == "/a/0/b")
  #expect(item["c/d~e"]?.pointer == "/a/0/c~1d~0e")
  #expect(item.entries.map { $0.key.pointer } == ["/a/0/b", "/a/0/c~1d~0e"])
  #expect(Node.escapedPointerPart("~\u{301}/") == "~0\u{301}~1")
}

@Test func anEmptyDocumentIsAnEmptyMapping() throws {
  for text in ["", "\n", "# only a note\n", "\u{FEFF}"] {
    let root = try yaml(text).root
    #expect(root.isMapping && root.count == 0)
  }
}

@Test func equalKeysAreFoundHoweverTheyAreWritten() {
  for text in ["a: 1\n'a': 2\n", "{a: 1, \"\\x61\": 2}", (0..<40).map { "k\($0): 1\n" }.joined() + "k7: 2\n"] {
    let read = YAMLReader.read(SourceFile(path: "a", text: text))
    #expect(read.diagnostics.map(\.rule) == ["yaml-duplicate-key"])
    #expect(read.tree != nil)
  }
}

@Test func aKeyUsedThreeTimesPointsToTheFirst() {
  let read = YAMLReader.read(SourceFile(path: "a", text: "a: 1\na: 2\na: 3\n"))
  #expect(read.diagnostics.map(\.location.span) == [Span(5, 6), Span(10, 11)])
  #expect(read.diagnostics.flatMap(\.notes).map(\.location.span) == [Span(0, 1), Span(0, 1)])
}

@Test func keysThatAreCollectionsAreNamedAndNeverCompared() {
  for count in [1, 2, 40] {
    let key = "[[], [], [], [], [], [], [], [], []]"
    let text = "{" + Array(repeating: "\(key): 1", count: count).joined(separator: ", ") + "}"
    let read = YAMLReader.read(SourceFile(path: "a", text: text))
    #expect(read.diagnostics.map(\.rule) == Array(repeating: "yaml-complex-key", count: count))
  }
}

@Test func tagsAreNamedAsTheyStand() {
  for (text, tag) in [
    ("a: !!str x", "!!str"), ("a: &y !z x", "!z"), ("a: !z &y x", "!z"), ("a: !z\n  - x", "!z"), ("a: ! x", "!"),
  ] {
    let file = SourceFile(path: "a", text: text)
    let read = YAMLReader.read(file)
    #expect(read.diagnostics.map(\.rule) == ["yaml-tag"])
    #expect(read.diagnostics.map { file.text($0.location.span) } == [tag])
    #expect(read.diagnostics.first?.message == "Tag '\(tag)' is not allowed")
  }
}
