import Testing

@testable import MarkdownBody

@Suite struct BodyWriterTests {
  @Test func paragraphsKeepTheirLineBreaks() {
    #expect(
      Reading("One *two*\n**three** `a < b`\n\nFour\\\nfive & <6\n").html == """
        <p>One <em>two</em>
        <strong>three</strong> <code>a &lt; b</code></p>
        <p>Four<br>
        five &amp; &lt;6</p>

        """)
  }

  @Test func headingsGetAnchors() {
    let reading = Reading("## Regional anchorage\n\n### Über *alles*, 2\n\n## Regional anchorage\n\n## ???\n")
    #expect(reading.body.headings.map(\.anchor) == ["regional-anchorage", "über-alles-2", "regional-anchorage-2", "section"])
    #expect(reading.body.headings.map(\.text) == ["Regional anchorage", "Über alles, 2", "Regional anchorage", "???"])
    #expect(
      reading.html.hasPrefix(
        "<h2 id=\"regional-anchorage\">Regional anchorage</h2>\n<h3 id=\"über-alles-2\">Über <em>alles</em>, 2</h3>\n"))
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func anchorsLeaveAHoleForThePrefix() {
    let pieces = Reading("## A\n").body.pieces
    let holes = pieces.filter { if case .anchorPrefix = $0 { true } else { false } }
    #expect(holes.count == 1)
  }

  @Test func listsAreTightOrLoose() {
    #expect(Reading("- a\n- b\n  1. c\n").html == "<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n")
    #expect(Reading("3. a\n\n4. b\n").html == "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n")
  }

  @Test func quotationsRulesAndCode() {
    #expect(
      Reading("> a\n\n---\n\n```swift x\nlet a = \"<b>\"\n```\n").html == """
        <blockquote>
        <p>a</p>
        </blockquote>
        <hr>
        <pre tabindex="0"><code class="language-swift">let a = &quot;&lt;b&gt;&quot;
        </code></pre>

        """)
  }

  @Test func theLanguageOfCodeIsAClassOfPlainCharacters() {
    #expect(Reading("``` \"><x\na\n```\n").html == "<pre tabindex=\"0\"><code class=\"language-x\">a\n</code></pre>\n")
    #expect(Reading("``` ?\na\n```\n").html == "<pre tabindex=\"0\"><code>a\n</code></pre>\n")
  }

  @Test func tablesHaveClassesAndARegion() {
    let html = Reading("| a | b | |\n|:-:|--:|--|\n| 1 | x\\|y |\n\n| c |\n|---|\n").html
    #expect(
      html == """
        <div class="table-wrap" tabindex="0" role="region" aria-label="Table"><table>
        <thead>
        <tr><th scope="col" class="align-center">a</th><th scope="col" class="align-right">b</th><td></td></tr>
        </thead>
        <tbody>
        <tr><td class="align-center">1</td><td class="align-right">x|y</td><td></td></tr>
        </tbody>
        </table></div>
        <div class="table-wrap" tabindex="0" role="region" aria-label="Table 2"><table>
        <thead>
        <tr><th scope="col">c</th></tr>
        </thead>
        </table></div>

        """)
  }

  @Test func footnotesLeadThereAndBack() {
    let html = Reading("One[^a] two[^b] three[^a].\n\n[^b]: Second.\n[^a]: First.\n\n    - x\n").html
    #expect(
      html == """
        <p>One<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> \
        two<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" role="doc-noteref" aria-label="Footnote 2">2</a></sup> \
        three<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref" aria-label="Footnote 1">1</a></sup>.</p>
        <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
        <ol>
        <li id="fn-1">
        <p>First.</p>
        <ul>
        <li>x</li>
        </ul>
        <p> <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1">↩</a> \
        <a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1-2">↩</a></p>
        </li>
        <li id="fn-2"><p>Second. <a href="#fnref-2" class="footnote-back" role="doc-backlink" aria-label="Back to reference 2">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func picturesAloneAreFigures() {
    #expect(
      Reading("![A *plan*](p.svg \"The \\\"plan\\\"\")\n").html == """
        <figure><img src="p.svg" alt="A plan" loading="lazy"><figcaption>The &quot;plan&quot;</figcaption></figure>

        """)
    #expect(Reading("x ![y](p.svg)\n").html == "<p>x <img src=\"p.svg\" alt=\"y\" loading=\"lazy\"></p>\n")
  }

  @Test func wordsOfRunningTextAreCounted() {
    #expect(Reading("## One two\n\nThree *four*five, 6 [[a|b c]] – [@s]\nseven `x`\n\n    not this\n").body.wordCount == 9)
  }

  @Test func bodiesOfThreeKindsOfLineEndGiveOneHTML() {
    let text = "## A\n\nb [[c|d\ne]] f\ng\n\n- h\n- i\n\n| a |\n|---|\n| b |\n\n```\nx\n```\n"
    let crlf = String(text.flatMap { $0 == "\n" ? Array("\r\n") : [$0] })
    #expect(Reading(crlf).html.replacing("\r\n", with: "\n") == Reading(text).html)
  }

  @Test func emptyBodiesAreEmpty() {
    #expect(Reading("").body.pieces.isEmpty)
    #expect(Reading("\n \n").body.pieces.isEmpty)
  }
}
