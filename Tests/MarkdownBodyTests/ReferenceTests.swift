import Testing

@testable import MarkdownBody

@Suite struct ReferenceTests {
  @Test func referencesBecomeHoles() {
    let reading = Reading("See [[hsinchu]], [[policy:bio|the *programme*]] and [@s1, p. 34; @s-2].\n", head: "---\né\n---\n")
    #expect(reading.html == "<p>See {reference 0}, {reference 1} and {citation 0}{citation 1}.</p>\n")
    #expect(reading.body.references.map(\.id) == ["hsinchu", "bio"])
    #expect(reading.body.references.map(\.kind) == [nil, "policy"])
    #expect(reading.body.references.map(\.text) == [nil, "the *programme*"])
    #expect(reading.body.references.map { reading.text($0.span) } == ["[[hsinchu]]", "[[policy:bio|the *programme*]]"])
    #expect(reading.body.references.map { reading.text($0.idSpan) } == ["hsinchu", "policy:bio"])
    #expect(reading.body.citations.map(\.source) == ["s1", "s-2"])
    #expect(reading.body.citations.map(\.place) == ["p. 34", nil])
    #expect(reading.body.citations.map { reading.text($0.idSpan) } == ["s1", "s-2"])
    #expect(reading.body.citations.map { reading.text($0.span) } == ["@s1, p. 34", "@s-2"])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func aSemicolonBeforeAWordBelongsToThePlace() {
    let reading = Reading("[@a, p. 3; table 2; @b]")
    #expect(reading.body.citations.map(\.place) == ["p. 3; table 2", nil])
  }

  @Test func codeKeepsItsBrackets() {
    let text =
      "`[[a]]` `` [[b|`c]] `` \\[[d]] \\[@e]\n\n    [[f]] [@g]\n\n```\n[[Bad Id]] [[\n[[h|i\nj]] &#x91; \\~\n```\n\n- x\n\n  ~~~\n  [[k]]\n  ~~~\n"
    let reading = Reading(text)
    #expect(reading.body.references.isEmpty)
    #expect(reading.body.citations.isEmpty)
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.html == """
        <p><code>[[a]]</code> <code>[[b|`c]]</code> [[d]] [@e]</p>
        <pre tabindex="0"><code>[[f]] [@g]
        </code></pre>
        <pre tabindex="0"><code>[[Bad Id]] [[
        [[h|i
        j]] &amp;#x91; \\~
        </code></pre>
        <ul>
        <li>
        <p>x</p>
        <pre tabindex="0"><code>[[k]]
        </code></pre>
        </li>
        </ul>

        """)
  }

  @Test func anIndentedLineOfAListIsNoCode() {
    #expect(Reading("1. a\n\n    [[b]]\n").body.references.map(\.id) == ["b"])
  }

  @Test func tablesDoNotSplitReferences() {
    let reading = Reading("| a | b |\n|---|---|\n| [[x|y]] | [[x\\|z]] [@s, p. 1] |\n")
    #expect(reading.html.contains("<tr><td>{reference 0}</td><td>{reference 1} {citation 0}</td></tr>"))
    #expect(reading.body.references.map(\.text) == ["y", "z"])
    #expect(reading.body.references.map(\.id) == ["x", "x"])
  }

  @Test func definitionsDoNotTakeReferencesOver() {
    let reading = Reading("[[hsinchu]] and [hsinchu]\n\n[hsinchu]: https://example.org\n")
    #expect(reading.html == "<p>{reference 0} and <a href=\"https://example.org\">hsinchu</a></p>\n")
  }

  @Test func referencesGoOnBehindALineBreak() {
    let reading = Reading("> a [[b|c\n> d]], [@e,\n> p. 3] f\n")
    #expect(reading.html == "<blockquote>\n<p>a {reference 0}, {citation 0} f</p>\n</blockquote>\n")
    #expect(reading.body.references.map(\.text) == ["c d"])
    #expect(reading.body.citations.map(\.place) == ["p. 3"])
  }

  @Test(
    arguments: [
      ("[[Bad Id]]", "Bad Id", "Reference 'Bad Id' is not an id"),
      ("[[a--b]]", "a--b", "Reference 'a--b' is not an id"),
      ("[[ ]]", "[[ ]]", "Reference names no sheet"),
      ("[[]]", "[[]]", "Reference names no sheet"),
      ("[[a|]]", "[[a|]]", "Reference has a bar but no text behind it"),
      ("[[polcy:a]]", "polcy", "Kind 'polcy' does not exist"),
      ("x [[abc and\n\nmore]]", "[[", "Reference '[[' is not closed"),
      ("x [[", "[[", "Reference '[[' is not closed"),
      ("`[[` x [[", "[[", "Reference '[[' is not closed"),
      ("[[abc] x", "[[", "Reference '[[' is not closed"),
      ("[[abc [[d]]", "[[", "Reference '[[' is not closed"),
      ("[@abc", "[@", "Reference '[@' is not closed"),
      ("[@ x]", "[@ x]", "Citation names no source"),
      ("[@a b]", "[@a b]", "Citation 'a b' cannot be read"),
      ("[@a,]", "[@a,]", "Citation has a comma but no place behind it"),
      ("[[a-\nb]]", "a-\nb", nil),
      ("[x [[a]]](u.md)", "[[a]]", "Reference stands inside the text of a link or picture"),
      ("![x [[a]]](u.png)", "[[a]]", "Reference stands inside the text of a link or picture"),
    ] as [(String, String, String?)])
  func whatCannotBeReadIsSaid(text: String, marked: String, message: String?) {
    let reading = Reading(text, head: "é\n")
    #expect(reading.rules == ["malformed-reference"])
    #expect(reading.marked == [marked])
    if let message { #expect(reading.diagnostics.first?.message == message) }
  }

  @Test func malformedReferencesStayReadable() {
    #expect(Reading("a [[Bad Id]] [[x*y* [[`z`").html == "<p>a [[Bad Id]] [[x<em>y</em> [[<code>z</code></p>\n")
  }

  @Test func aNearIdIsOffered() {
    let diagnostic = Reading("[[Bad Id]]").diagnostics.first
    #expect(diagnostic?.label == "did you mean 'bad-id'?")
    #expect(diagnostic?.fixes.first?.edits.first?.text == "bad-id")
  }

  @Test func citationsBeforeBracketsAreLinks() {
    let reading = Reading("[@someone](https://example.org/@someone)")
    #expect(reading.body.citations.isEmpty)
    #expect(reading.body.links.count == 1)
  }

  @Test func nothingTheAuthorWritesIsTakenForACover() {
    let text = "\u{F0000} &#xF0000; &#983040; &#x2; \u{91} \u{100000} [[a]] \u{1} x\n"
    let reading = Reading(text)
    #expect(reading.body.references.count == 1)
    #expect(reading.html == "<p>\u{FFFD} &amp;#xF0000; &amp;#983040; &amp;#x2;   \u{FFFD} {reference 0}   x</p>\n")
    #expect(reading.rules == ["invisible-character"])
    #expect(reading.diagnostics.first?.message == "Character U+F0000 cannot be shown")
    #expect(reading.diagnostics.first?.label == "the first of 4")
  }

  @Test func headingsShowTheTextOfReferences() {
    let reading = Reading("## About [[a|the valley]] [@s]\n")
    #expect(reading.body.headings.first?.text == "About the valley ")
    #expect(reading.body.references.count == 1)
  }
}
