import FrontMatter
import SourceText
import Testing

@Test func anUnclosedQuoteIsShownAtTheQuote() throws {
  #expect(try wrong("a: 1\nb: \"text\nc: 2\n") == ("yaml-unclosed-quote", "2:4", "\"", "Quote is never closed"))
  #expect(try wrong("a: 1\nb: 'text\n\tc: 2").at == "2:4")
  #expect(try wrong("a: [x, y: \"z]\nb: 1\n").at == "1:11")
}

@Test func anUnclosedBracketIsShownAtTheBracket() throws {
  #expect(try wrong("a: [b, c\nyear: 1990\n").at == "1:4")
  #expect(try wrong("a: {b, c: d\ne: f\n").message == "Bracket '{' is not closed, or a comma is missing inside")
  #expect(try wrong("a: [").at == "1:4")
  #expect(try wrong("a: {b: 1 c: 2}\n").at == "1:4")
  #expect(try wrong("a: {b: [c, d}\n").at == "1:8")
}

@Test func aTextThatIsCutInBracketsIsShownWhereItIsCut() throws {
  let hash = "Text is cut at '#' before its bracket closes"
  #expect(try wrong("- {b: City #1 founded}\n") == ("yaml-syntax", "1:12", "#1 founded", hash))
  #expect(try wrong("- {b: #1 founded, in City, c: d}\ne: f\n") == ("yaml-syntax", "1:7", "#1 founded, in City", hash))
  #expect(try wrong("a: [One #1, Two]\nb: c\n").text == "#1")
  #expect(try wrong("a: {b: {c: x #1}, d: \"}\"}\nb: c\n").text == "#1")
  // The bracket is open without the comment, too.
  #expect(try wrong("a: [One # two\nb: c\n").rule == "yaml-unclosed-bracket")
  let colon = "Colon begins a second value on one line"
  #expect(try wrong("- {b: Study: a start, c: d}\n") == ("yaml-syntax", "1:12", ":", colon))
  #expect(try wrong("- {b: 1990 year: d}\n").rule == "yaml-unclosed-bracket")
}

@Test func tabsAreShownAtTheTab() throws {
  #expect(try wrong("a:\n\t- b\n") == ("yaml-tab", "2:1", "\t", "Tab in the indentation"))
  #expect(try wrong("a:\n  \t\tb: 1\n") == ("yaml-tab", "2:3", "\t\t", "Tab in the indentation"))
  #expect(try wrong("-\tfoo\n").rule == "yaml-tab")
  #expect(try wrong("a: >\n\tx\n").at == "2:1")
  #expect(try wrong("a: x\n\tb: 1\n").rule == "yaml-tab")
}

@Test func badIndentationIsShownAtTheKey() throws {
  let message = "Indentation does not fit the lines above"
  #expect(try wrong("a:\n    b: 1\n  key: 2\n") == ("yaml-syntax", "3:3", "key", message))
  #expect(try wrong("aim: draft\n name: Example\n") == ("yaml-syntax", "2:2", "name", message))
  #expect(try wrong("a:\n  b: 1\n   key: 2\n") == ("yaml-syntax", "3:4", "key", message))
  #expect(try wrong("a:\n  - b\n  key: d\n") == ("yaml-syntax", "3:3", "key", message))
  #expect(try wrong("a: foo\n  bar\n  key: d\n") == ("yaml-syntax", "3:3", "key", message))
  #expect(try wrong("a: |\n   x\n  y\nb: 1\n") == ("yaml-syntax", "3:3", "y", message))
}

@Test func aMissingColonIsShownAtItsKey() throws {
  #expect(
    try wrong("aim: draft\nname Example  # x\nyear: 1\n") == (
      "yaml-syntax", "2:1", "name Example", "Colon is missing after a key"
    ))
  #expect(try wrong("name Example\nyear: 1\n") == ("yaml-syntax", "1:1", "name Example", "Colon is missing after a key"))
  #expect(try wrong("a:\n  name Example\n  year: 1\n").at == "2:3")
  #expect(try wrong("a: 1\nname\n").text == "name")
}

@Test func aMissingSpaceIsShownBehindTheColon() throws {
  #expect(try wrong("aim: draft\nname:Example\nyear: 1\n") == ("yaml-syntax", "2:6", "", "Space is missing after a colon"))
  #expect(try wrong("name:Example\nyear: 1\n").at == "1:6")
}

@Test func aSecondColonIsShownAtTheColon() throws {
  #expect(try wrong("name: Example: a concept\n") == ("yaml-syntax", "1:14", ":", "Colon begins a second value on one line"))
  #expect(try wrong("- a: b: c\n").at == "1:7")
}

@Test(arguments: ["@", "`", "%", "*", "&", ","]) func aCharacterThatCannotBeginAValueIsNamed(character: String) throws {
  let found = try wrong("a: 1\nname: \(character) b\n")
  #expect(found == ("yaml-syntax", "2:7", character, "Character '\(character)' cannot begin a value"))
}

@Test func whatFollowsAValueIsShown() throws {
  #expect(try wrong("a: \"b\" c d\n") == ("yaml-syntax", "1:8", "c d", "Text follows a closing quote"))
  #expect(try wrong("a: 'it's'\n").text == "s'")
  #expect(try wrong("a: [b], c\n") == ("yaml-syntax", "1:7", ", c", "Text follows the end of a value"))
  #expect(try wrong("a: [b, c]]\n") == ("yaml-syntax", "1:10", "]", "Bracket ']' closes nothing"))
  #expect(try wrong("a: }\n") == ("yaml-syntax", "1:4", "}", "Bracket '}' closes nothing"))
  #expect(try wrong("a: |text\n  b\n") == ("yaml-syntax", "1:5", "text", "Text follows '|' or '>' on the same line"))
  #expect(try wrong("a: - b\n") == ("yaml-syntax", "1:4", "-", "List begins on the line of its key"))
}

@Test func smallSlipsInsideBracketsAndQuotesAreShown() throws {
  #expect(try wrong("a: [b, , c]\n") == ("yaml-syntax", "1:8", ",", "Comma stands where a value was expected"))
  #expect(try wrong("a: \"C:\\Users\\x\"\n").text == "\\Us")
  #expect(
    try wrong("a: \"x \\d\"\n") == ("yaml-syntax", "1:7", "\\d", "Backslash is followed by something that YAML does not know"))
}

@Test func textAfterTheWholeValueIsShown() throws {
  #expect(try wrong("[a]\nb: c\n") == ("yaml-syntax", "2:1", "b", "Keys and values are missing"))
}

@Test func nothingBeforeAnErrorShiftsIt() throws {
  for before in ["", "é", "新竹科學園區", "𝄞𝄞", "\u{2028}", "\u{2029}", "\u{85}", String(repeating: "ü", count: 700)] {
    let found = try wrong("# \(before)\na: \"\(before)\"\nb: \"é\" «\n")
    #expect(found.at == "3:8" && found.text == "«", "\(before.debugDescription)")
  }
  #expect(try wrong("a: 1\r\nb: @\r\n").at == "2:4")
  #expect(try wrong("a: 1\rb: @\r").at == "2:4")
}

@Test func aLineSeparatorThatBreaksALineIsTheCause() throws {
  #expect(
    try wrong("a: 1\nname: Foo\u{2028}bar\nb: 2\n") == (
      "yaml-control-character", "2:10", "\u{2028}", "Line separator U+2028 breaks the line"
    ))
  #expect(try wrong("a: Foo\u{85}bar\n").text == "\u{85}")
}

@Test func controlCharactersAreShownWhole() throws {
  #expect(try wrong("é: a\u{7}b\n") == ("yaml-control-character", "1:5", "\u{7}", "Control character U+0007 is not allowed here"))
  #expect(try wrong("a: b\u{9B}c\n").text == "\u{9B}")
}

@Test func placesInASheetCountFromTheTopOfTheFile() throws {
  let file = SourceFile(path: "a.md", text: "\u{FEFF}---\nname: é\nb: @\n---\n")
  let diagnostics = SheetHead.read(file).diagnostics
  #expect(diagnostics.map(\.rule) == ["byte-order-mark", "yaml-syntax"])
  #expect(LineTable(file).position(at: diagnostics[1].location.span.start) == Position(line: 3, column: 4, offset: 19, utf16: 3))
}
