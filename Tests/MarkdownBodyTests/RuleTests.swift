import Diagnostics
import SourceText
import Testing

@testable import MarkdownBody

@Suite struct RuleTests {
  @Test(arguments: [
    ("a <b>c</b> d", ["<b>"]), ("a<br>b<br/>c", ["<br>", "<br/>"]), ("x <!-- y --> z", ["<!-- y -->"]),
    ("<div class=\"a\">\ntext\n</div>\n\nb", ["<div class=\"a\">"]), ("`<b>` <b>x</b> <i>y</i>", ["<b>", "<i>"]),
    ("a </b>", ["</b>"]),
    ("<!-- a\nb -->\n", ["<!-- a"]), ("> x <a\n> href=y>z</a>", ["<a"]), ("<script>\nalert(1)\n</script>", ["<script>"]),
    ("a <?php x ?> b", ["<?php x ?>"]), ("a <b>c</b> <b>d</b>", ["<b>", "<b>"]),
  ]) func rawHTMLIsReportedAndLeftOut(text: String, marked: [String]) {
    let reading = Reading(text, head: "é\r\n")
    #expect(reading.rules == marked.map { _ in "raw-html" })
    #expect(reading.marked == marked)
    for tag in marked { #expect(!reading.html.replacing("<code>&lt;b&gt;</code>", with: "").contains(tag)) }
    #expect(!reading.html.contains("alert"))
  }

  @Test func whatIsNoTagStaysText() {
    let reading = Reading("a < b, 3 <4, \\<b>, &lt;b&gt; <>")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.html == "<p>a &lt; b, 3 &lt;4, &lt;b&gt;, &lt;b&gt; &lt;&gt;</p>\n")
  }

  @Test func adviceNamesTheMarkdown() {
    let sup = Reading("m<sup>2</sup>").diagnostics.first
    #expect(sup?.message == "HTML tag '<sup>' is not allowed in the text")
    #expect(sup?.explanation?.contains("m²") == true)
    #expect(Reading("<!-- a -->").diagnostics.first?.message == "Comment in the text is not allowed")
  }

  @Test func headingsGoDownOneAtATime() {
    let reading = Reading("### a\n\n# b\n\n## c\n\n#### d\n\n#### e\n\n## f\n\ng\n===\n", head: "é\n")
    #expect(reading.rules == Array(repeating: "heading-level", count: 4))
    #expect(reading.marked == ["###", "#", "####", "g\n==="])
    #expect(reading.diagnostics.map { $0.label ?? "" } == ["expected '##'", "write '##'", "expected '###'", "write '##'"])
    #expect(reading.diagnostics.map { $0.fixes.first?.edits.first?.text } == ["##", "##", "###", "---"])
    #expect(reading.html.contains("<h2 id=\"b\">"))
    #expect(reading.body.headings.map(\.level) == [3, 1, 2, 4, 4, 2, 1])
  }

  @Test func aFixOfALineBelowAHeadingKeepsItAHeading() throws {
    let reading = Reading("a\n=\n\nb\n")
    let edit = try #require(reading.diagnostics.first?.fixes.first?.edits.first)
    #expect(reading.text(edit.location.span) == "=")
    #expect(edit.text == "--")
    #expect(Reading("a\n--\n\nb\n").body.headings.map(\.level) == [2])
  }

  @Test func headingsAreMarkedWithoutTheirContainer() {
    let reading = Reading("> ## a b  \n\nc\nd\n---\n")
    #expect(reading.body.headings.map { reading.text($0.span) } == ["## a b", "c\nd\n---"])
  }

  @Test(arguments: [
    ("a[^x] b[^1]\n\n[^1]: n\n", ["[^x]"]), ("a\n\n[^1]: n\n", ["[^1]"]), ("a[^1]\n\n[^1]: n\n[^1]: m\n", ["[^1]"]),
    ("`[^a]` \\[^b] [^c](d.md)\n\n    [^e]: f\n\n```\n[^g]\n```\n", []), ("> a[^Q]\n>\n> [^q]: n [^r]\n", ["[^r]"]),
  ]) func footnotesHaveTwoEnds(text: String, marked: [String]) {
    let reading = Reading(text, head: "é\n")
    #expect(reading.rules == marked.map { _ in "unmatched-footnote" })
    #expect(reading.marked == marked)
  }

  @Test func picturesNeedWords() {
    let reading = Reading("![](a.png)\n\nx ![ ](b.png)\n")
    #expect(reading.rules == ["image-alt", "image-alt"])
    #expect(reading.marked == ["![](a.png)", "![ ](b.png)"])
  }

  @Test(arguments: MarkdownRules.all.map(\.id)) func examplesShowTheRule(id: String) throws {
    let rule = try #require(MarkdownRules.all.first { $0.id == id })
    func rules(_ example: Example) -> [String] {
      example.files.filter { $0.path.hasSuffix(".md") }.flatMap { file in
        let body = file.text.ranges(of: "---\n").last { file.text[..<$0.lowerBound].hasSuffix("\n") }
        let parts = file.text.split(separator: "\n---\n", maxSplits: 1)
        return body == nil || parts.count < 2 ? [] : Reading(String(parts[1])).rules
      }
    }
    #expect(rules(rule.bad) == [id])
    #expect(rules(rule.good).isEmpty)
  }

  @Test func idsAreTheirOwn() {
    #expect(Set(MarkdownRules.all.map(\.id)).count == MarkdownRules.all.count)
  }
}

@Suite struct HeadingAnchorsTests {
  @Test func equalAnchorsAreNumbered() {
    var anchors = HeadingAnchors()
    #expect(["a", "a-2", "a", "A!", "a-2"].map { anchors.anchor(for: $0) } == ["a", "a-2", "a-3", "a-4", "a-2-2"])
  }

  @Test(arguments: [
    ("Regional anchorage", "regional-anchorage"), ("Łódź & Poznań", "łódź--poznań"), ("新竹 2", "新竹-2"), ("a_b-c", "a_b-c"),
    ("¿?", "section"),
  ]) func slugs(text: String, slug: String) {
    #expect(HeadingAnchors.slug(text) == slug)
  }

  @Test func manyEqualHeadingsTakeNoLongTime() {
    var anchors = HeadingAnchors()
    for _ in 0..<20_000 { _ = anchors.anchor(for: "a") }
    #expect(anchors.anchor(for: "a") == "a-20001")
  }
}
