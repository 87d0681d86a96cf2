import SourceText
import TestSupport
import Testing

@testable import MarkdownBody

@Suite struct HostileInputTests {
  static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  /// A text for each limit, and a word of what is said. A test gets the number of one, or its log would hold all the texts.
  static let breaches: [(text: String, word: String)] = {
    var list: [(text: String, word: String)] = []
    func add(_ word: String, _ parts: String...) { list.append((parts.joined(), word)) }
    add("bars", "|", times("a|", 40_000), "\n|", times("-|", 40_000))
    add("Brackets", times("[", 100_000))
    add("Brackets", times("![[]()", 10_000))
    add("Brackets", times("![\\\\[]()", 10_000))
    add("deep", times(">", 100_000))
    add("deep", times("- ", 20_000))
    add("deep", times("1. ", 20_000))
    add("deep", (0..<100).map { times("  ", $0) + "- a\n" }.joined(), times("\n", 400_000))
    add("Line", times("a", 100_001))
    add("table's head", times("a|b\n-|\n", 20_000))
    add("table's head", times("\n-|\n-|-", 3_000))
    add("table's head", times("a\n", 20_000), "|a|\n|-|\n")
    add("table's head", times("a|b\n-|\n*\n", 20_000))
    add("tags", times("x <?", 20_000))
    add("tags", times("x <![CDATA[a]] ", 2_000))
    add("cells", "|", times("a|", 90), "\n|", times("-|", 90), "\n", times("a\n", 100_000))
    add("emphasis", times("*a__b ", 15_000))
    add("emphasis", times("a* _b\n", 15_000))
    add("Definition", "[a]: ", times("u", 50_000), "\n\n", times("[a]\n", 20_000))
    add("nested", times("*a **b ", 200), times("b** a* ", 200))
    add("references", times("[[a]]\n", 50_001))
    return list
  }()

  @Test(arguments: 0..<21) func limitsAreSaidAndNothingIsRead(number: Int) {
    let (text, word) = Self.breaches[number]
    let reading = Reading(text, head: "é\n")
    #expect(reading.rules == ["markdown-limit"])
    #expect(reading.diagnostics.first?.message.contains(word) == true, "\(reading.diagnostics.first?.message ?? "nothing")")
    #expect(reading.body.pieces.isEmpty)
    #expect(reading.diagnostics.first.map { $0.location.span.start >= 3 } == true)
  }

  @Test func whatPeopleWriteIsWithinTheLimits() {
    let table = "| a | b | c |\n|---|---|--:|\n" + Self.times("| x | - | 1 |\n", 2_000) + Self.times("| - | - | - |\n", 20)
    let list = Self.times("- *a* [b](c.md) __d__\n", 2_000)
    let deep = (0..<10).map { Self.times("  ", $0) + "- a\n" }.joined()
    let reading = Reading([table, list, deep, Self.times("**a** [x] [[b]] [@c]. ", 1_000)].joined(separator: "\n\n"))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.body.references.count == 1_000)
  }

  @Test(arguments: 0..<8) func randomPunctuationDoesNotTrap(seed: UInt64) {
    let tokens = [
      "[", "]", "(", ")", "![", "*", "_", "**", "`", "``", "~~", "<", ">", "<!--", "-->", "<b>", "</b>", "\"", "&amp;", "&#x91;",
      "&#xF0001;", "\\", "|",
      "|-|", "\n", "\n\n", "    ", "\t", " ", "a", "b ", "é", "😀", "[a]: x", "[^a]: ", "[^a]", "https://a.b", "# ", "1. ", "- ",
      "> ", "===\n", "[[", "]]",
      "[[a]]", "[[a|b", "[@s]", "[@", "\r\n", "\r", "\u{1}", "\u{F0000}", "\u{85}", "\0", "javascript:", "~~~", "```\n",
      "[[policy:", ";", ", p",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<120 {
      let alphabet = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        tokens[Int.random(in: 0..<tokens.count, using: &random)]
      }
      var text = ""
      let size = Int.random(in: 1...2_000, using: &random)
      while text.utf8.count < size { text += alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      check(Reading(text, head: "head\n"))
    }
  }

  @Test(arguments: 0..<2) func randomBytesDoNotTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed &+ 100)
    for _ in 0..<100 {
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let file = SourceFile(path: "a.md", bytes: bytes)
      let whole = BodyReader.read(file, span: Span(0, bytes.count))
      let part = BodyReader.read(file, span: Span(bytes.count / 2, bytes.count + 50))
      #expect(whole.body.pieces.isEmpty || file.firstInvalidUTF8 == nil)
      #expect(part.diagnostics.allSatisfy { $0.location.span.end <= bytes.count })
    }
  }

  @Test func everyTruncationIsRead() {
    let text = """
      ## Profile

      A [[policy:b|text]] and [link](https://a.example "t"), ~~x~~ `[[c]]` [@s, p. 3; @t].[^1]

      | a | b |
      |--:|:-:|
      | [[x|y]] | ![p](q.png) |

      > - quoted <b>html</b>
      >   ```
      >   [[code]]
      >   ```

      [^1]: Note [ref].

      [ref]: r.md

      """
    let scalars = Array(text.unicodeScalars)
    for count in 0...scalars.count {
      var part = ""
      part.unicodeScalars.append(contentsOf: scalars[..<count])
      check(Reading(part, head: "---\n"))
    }
  }

  /// Texts of which one pass too many would take minutes.
  @Test(arguments: [
    "http://", "[^a] `b` ", "[^a]: b\n\n", "[a](<b ", "[](a ", "[a](b \"c ", "~~a ", "~~a~~ ", "[[a ", "[[a|b ", "[@a ",
    "`[[a]] ", "<a b=\"", "<b>", "</b>",
    "[a][b] ", "[a]: b\n", "https://a.b/(", "`a ``b ", "# a\n", "\u{1}\u{F0000}", "![a](b)\n\n", "- a\n", "a\\\n", "&#x91;",
    "[a](javascript:b) ",
  ]) func repetitionsAreReadInOnePass(part: String) {
    let count = 60_000 / part.utf8.count
    for text in [Self.times(part, count), Self.times(part + "\n", count), "x " + Self.times(part, count) + "` ]( [a](b)"] {
      check(Reading(text, head: "head\n"))
    }
  }

  @Test func oneBodyReadOnFourThreadsGivesOneHTML() async {
    let text =
      "## A\n\n~~a~~ https://a.example [[b]] x_y_z | [^1] **c** `d`\n\n| a | b |\n|---|:-:|\n| ~~x~~ | [[a|b]] |\n\n[^1]: n\n"
    let expected = Reading(text).html
    let differing = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { (0..<500).count { _ in Reading(text).html != expected } }
      }
      return await group.reduce(0, +)
    }
    #expect(differing == 0)
  }

  /// What holds for every body, however broken.
  private func check(_ reading: Reading) {
    let html = reading.html
    #expect(!html.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 })
    #expect(!html.unicodeScalars.contains { $0.value >= 0xF0000 || (0x80..<0xA0).contains($0.value) })
    #expect(!html.lowercased().contains("<b>") && !html.contains("href=\"javascript"))
    #expect(isBalanced(html))
    let size = reading.file.bytes.count
    for diagnostic in reading.diagnostics { #expect(diagnostic.location.span.end <= size && diagnostic.location.span.start >= 4) }
    for link in reading.body.links { #expect(link.span.end <= size && link.targetSpan.end <= size) }
    for reference in reading.body.references { #expect(reading.text(reference.span).hasPrefix("[[")) }
    for citation in reading.body.citations { #expect(reading.text(citation.idSpan) == citation.source) }
  }

  /// Whether every tag is closed in order.
  private func isBalanced(_ html: String) -> Bool {
    var open: [Substring] = []
    for part in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
      let name = part.prefix { $0 != ">" && $0 != " " }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else if !["br", "hr", "img"].contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
