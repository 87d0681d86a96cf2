import Diagnostics
import SourceText
import Testing

@Test func aReportLooksAsTheHandbookShowsIt() {
  let (file, location) = marked(
    "---\naim: draft\na: 1\nb: 2\nc: 3\nd: 4\ntheme: «helth-life-sciences»\n---\n", path: "Sheets/clusters/medicon-valley.md")
  let fix = Fix.replace(location, with: "health-life-sciences")
  let diagnostic = Diagnostic(
    testRule, at: location, "Theme 'helth-life-sciences' does not exist", label: "did you mean 'health-life-sciences'?",
    fixes: [fix])
  let text = TextFormat().render(Report(diagnostics: [diagnostic], sheets: 1)) { _ in file }
  #expect(
    text == """
      error: Theme 'helth-life-sciences' does not exist [test-rule]
        --> Sheets/clusters/medicon-valley.md:7:8
         |
       7 | theme: helth-life-sciences
         |        ^^^^^^^^^^^^^^^^^^^ did you mean 'health-life-sciences'?
         = help: clusterbook explain test-rule


      """)
}

@Test func anEmptyPieceGetsOneCaret() {
  #expect(
    picture("name:«»\nyear: 1", label: "a value is missing") == """
        --> a.md:1:6
         |
       1 | name:
         |      ^ a value is missing
      """)
}

@Test func anEmptyLineIsShownWithItsLabel() {
  #expect(
    picture("a\n«»\nb", label: "here") == """
        --> a.md:2:1
         |
       2 |
         | ^ here
      """)
}

@Test func aPieceOfSeveralLinesIsMarkedToTheEndOfItsFirst() {
  #expect(
    picture("a: «|\n  one\n  two»\nb: 1") == """
        --> a.md:1:4
         |
       1 | a: |
         |    ^
      """)
}

@Test func tabsAndInvisibleCharactersAreShownOneColumnWide() {
  #expect(
    picture("\t\u{200B}a\u{1B}[31m: «x\u{202E}y»") == """
        --> a.md:1:11
         |
       1 | →\u{FFFD}a\u{FFFD}[31m: x\u{FFFD}y
         |           ^^^
      """)
}

@Test func caretsStandUnderWideCharactersAndMarksThatCombine() {
  #expect(
    picture("新竹: «科學»園區") == """
        --> a.md:1:5
         |
       1 | 新竹: 科學園區
         |       ^^^^
      """)
  #expect(
    picture("e\u{301}🚀: «x»") == """
        --> a.md:1:6
         |
       1 | e\u{301}🚀: x
         |      ^
      """)
}

@Test func longLinesAreCutOnBothSides() {
  let text = picture(String(repeating: "l", count: 5_000) + "«wrong»" + String(repeating: "r", count: 5_000))
  let lines = text.split(separator: "\n").map(String.init)
  #expect(lines[0] == "  --> a.md:1:5001")
  #expect(lines[2] == " 1 | …" + String(repeating: "l", count: 49) + "wrong" + String(repeating: "r", count: 44) + "…")
  #expect(lines[3] == "   | " + String(repeating: " ", count: 50) + "^^^^^")
}

@Test func aLongPieceIsMarkedAsFarAsItIsShown() {
  let lines = picture("name: «" + String(repeating: "x", count: 3_000) + "»").split(separator: "\n").map(String.init)
  #expect(lines[2] == " 1 | name: " + String(repeating: "x", count: 93) + "…")
  #expect(lines[3] == "   |       " + String(repeating: "^", count: 94))
}

@Test func cuttingALongLineOfWideCharactersKeepsThemWhole() {
  let text = picture(String(repeating: "新", count: 2_000) + "«科»" + String(repeating: "竹", count: 2_000))
  #expect(!text.contains("\u{FFFD}"))
  let lines = text.split(separator: "\n").map(String.init)
  #expect(lines[2] == " 1 | …" + String(repeating: "新", count: 24) + "科" + String(repeating: "竹", count: 24) + "…")
  #expect(lines[3] == "   | " + String(repeating: " ", count: 49) + "^^")
}

@Test func aMatterOfTheWholeFileShowsNoLine() {
  let text = rendered("«»binary", label: "did you mean 'clusters'?")
  #expect(
    text == """
      error: Thing is wrong [test-rule]
        --> a.md
         = did you mean 'clusters'?
         = help: clusterbook explain test-rule


      """)
}

@Test func aFileThatIsGoneIsNamed() {
  let diagnostic = Diagnostic(testRule, at: Location(path: "gone.md", span: Span(4, 5)), "Thing is wrong", label: "look")
  let text = TextFormat().render(Report(diagnostics: [diagnostic], sheets: 0)) { _ in nil }
  #expect(
    text == """
      error: Thing is wrong [test-rule]
        --> gone.md
         = look
         = help: clusterbook explain test-rule


      """)
}

@Test func notesInTheSameFileStandInTheSamePicture() {
  let (file, location) = marked("name: A\nyear: 1\n«name»: B")
  let note = Note(at: Location(path: "a.md", span: Span(0, 4)), "first used here")
  let diagnostic = Diagnostic(testRule, at: location, "Key is used twice", notes: [note])
  let text = TextFormat().render(Report(diagnostics: [diagnostic], sheets: 1)) { _ in file }
  #expect(
    text == """
      error: Key is used twice [test-rule]
        --> a.md:3:1
         |
       1 | name: A
         | ---- first used here
      ...
       3 | name: B
         | ^^^^
         = help: clusterbook explain test-rule


      """)
}

@Test func notesOnOneLineShareIt() {
  let (file, location) = marked("[«a», b")
  let note = Note(at: Location(path: "a.md", span: Span(0, 1)), "opened here")
  let diagnostic = Diagnostic(testRule, at: location, "X", notes: [note])
  let text = TextFormat().render(Report(diagnostics: [diagnostic], sheets: 1)) { _ in file }
  #expect(text.contains(" 1 | [a, b\n   |  ^\n   | - opened here\n   = help"))
}

@Test func notesInOtherFilesHaveTheirPlaceAndLineNumbersAlign() {
  let (file, location) = marked(String(repeating: "\n", count: 99) + "«id»: x")
  let other = SourceFile(path: "b.md", text: "id: x")
  let notes = [
    Note(at: Location(path: "b.md", span: Span(0, 2)), "the other one"),
    Note(at: Location(path: "c.md", span: Span(3, 4)), "and this"),
  ]
  let diagnostic = Diagnostic(testRule, at: location, "Id is used twice", notes: notes)
  let text = TextFormat().render(Report(diagnostics: [diagnostic], sheets: 1)) {
    $0 == "a.md" ? file : $0 == "b.md" ? other : nil
  }
  #expect(
    text == """
      error: Id is used twice [test-rule]
          --> a.md:100:1
           |
       100 | id: x
           | ^^
           |
          ::: b.md:1:1
           |
         1 | id: x
           | -- the other one
           = note: and this: c.md
           = help: clusterbook explain test-rule


      """)
}

@Test func explanationsWrapUnderThemselves() {
  let sentence = "Everything after it was read as one text, which is hardly what was meant by whoever wrote this line of text."
  #expect(
    rendered("«x»", explanation: sentence).contains(
      "   = Everything after it was read as one text, which is hardly what was meant by whoever wrote this\n     line of text.\n")
  )
}

@Test func fixesAreNamedUnlessTheLabelSaysThem() {
  let location = Location(path: "a.md", span: Span(0, 1))
  let safe = Fix("Delete the mark", .safe, [TextEdit(location, "")])
  let risky = Fix("Put it in quotes", .needsReview, [TextEdit(location, "'x'")])
  #expect(rendered("«x»", label: "invisible", fixes: [safe]).contains("   = fix: Delete the mark\n"))
  #expect(rendered("«x»", fixes: [risky]).contains("   = fix: Put it in quotes (needs review)\n"))
  #expect(!rendered("«x»", label: "did you mean 'y'?", fixes: [.replace(location, with: "y")]).contains("fix:"))
}

@Test func onlyFiftyProblemsOfAFileAreShown() {
  let file = SourceFile(path: "a.md", text: String(repeating: "x", count: 60))
  func report(_ count: Int) -> Report {
    Report(
      diagnostics: (0..<count).map { Diagnostic(testRule, at: Location(path: "a.md", span: Span($0 + 1, $0 + 2)), "Nr \($0)") }
        + [Diagnostic(testRule, at: Location(path: "b.md", span: Span.at(0)), "other")], sheets: 1)
  }
  let text = TextFormat().render(report(53)) { _ in file }
  #expect(text.contains("Nr 49 ") && !text.contains("Nr 50 "))
  #expect(text.contains("\nand 3 more in a.md\n"))
  #expect(text.contains("error: other"))
  #expect(!TextFormat().render(report(50)) { _ in file }.contains(" more in "))
}

@Test func coloursAreWrittenOnlyWhenAskedFor() {
  #expect(!rendered("a «b»", label: "c").contains("\u{1B}"))
  let text = rendered("a «b»", label: "c", colour: true)
  #expect(text.hasPrefix("\u{1B}[1;31merror\u{1B}[0m\u{1B}[1m: Thing is wrong\u{1B}[0m"))
  #expect(text.contains("\u{1B}[1;31m^ c\u{1B}[0m"))
  let plain = text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
  #expect(plain == rendered("a «b»", label: "c"))
}

@Test func nothingFromASheetReachesTheTerminalRaw() {
  let diagnostic = Diagnostic(
    testRule, at: Location(path: "a\u{1B}.md", span: Span(1, 2)), "Bad\u{1B}[2J\nvalue", label: "l\u{7}", explanation: "e\u{9B}")
  let text = TextFormat().render(Report(diagnostics: [diagnostic], sheets: 1)) { SourceFile(path: $0, text: "ab\u{1B}c") }
  #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
  let short = ShortFormat().render(Report(diagnostics: [diagnostic], sheets: 1)) { _ in nil }
  #expect(short.split(separator: "\n").count == 1 && !short.contains("\u{1B}"))
}

@Test func theLastLineCounts() {
  let at = Location(path: "a", span: Span.at(0))
  let none = Report(diagnostics: [], sheets: 1)
  #expect(TextFormat().summary(none, seconds: nil) == "1 sheet, no errors")
  let some = Report(
    diagnostics: [Diagnostic(testRule, at: at, "a"), Diagnostic(testWarning, at: at, "b"), Diagnostic(testWarning, at: at, "c")],
    sheets: 1_250)
  #expect(TextFormat().summary(some, seconds: 0.207) == "1,250 sheets, 1 error, 2 warnings, 0.21 s")
  #expect(TextFormat.seconds(12.3) == "12.30 s")
  #expect(TextFormat.seconds(.nan) == "0.00 s" && TextFormat.seconds(-1) == "0.00 s")
}

@Test func paragraphsAreWrappedOneByOne() {
  #expect(TextFormat.paragraphs("one two three four five six\n\nseven", width: 20) == "one two three four\nfive six\n\nseven")
}
