import SourceText
import Testing

@testable import MarkdownBody

@Suite struct LinkTests {
  /// Every head moves the offsets in another way.
  static let heads = ["", "\u{FEFF}", "---\nname: é 你好 😀\n---\n", "\u{FEFF}---\r\nname: é\r\n---\r\n"]

  @Test(arguments: heads) func spansHoldForEveryFormOfLink(head: String) {
    let text = """
      Über [a *b*](x.md) é `[no](code)` \\[o](esc) [c][Ref] [ref] [ref][] <https://auto.example/> <m@example.org> 你
      [two
      lines](y.md "t") &amp; [z](q.md) ![pic](p.png) [![in](i.png)](out.md) ![d][ref]

      - one

        > [deep
        > link](<d e.md>) and [then](f\\_g.md)
        > https://bare.example/a?b=1&c=(2), end

      | a |
      |---|
      | [cell](c\\|d.md) |

      [ref]: ../r.md 'x'

      """
    for ending in ["\n", "\r\n"] {
      let reading = Reading(text.replacing("\n", with: ending), head: head)
      #expect(reading.diagnostics.isEmpty)
      let whole = reading.body.links.map { reading.text($0.span) }
      #expect(
        whole == [
          "[a *b*](x.md)", "[c][Ref]", "[ref]", "[ref][]", "<https://auto.example/>", "<m@example.org>",
          "[two\(ending)lines](y.md \"t\")", "[z](q.md)", "![pic](p.png)", "[![in](i.png)](out.md)", "![in](i.png)", "![d][ref]",
          "[deep\(ending)  > link](<d e.md>)", "[then](f\\_g.md)", "https://bare.example/a?b=1&c=(2)", "[cell](c\\|d.md)",
        ])
      #expect(
        reading.body.links.map { reading.text($0.targetSpan) } == [
          "x.md", "../r.md", "../r.md", "../r.md", "https://auto.example/", "m@example.org", "y.md", "q.md", "p.png", "out.md",
          "i.png",
          "../r.md", "d e.md", "f\\_g.md", "https://bare.example/a?b=1&c=(2)", "c\\|d.md",
        ])
      #expect(
        reading.body.links.map(\.target) == [
          "x.md", "../r.md", "../r.md", "../r.md", "https://auto.example/", "mailto:m@example.org", "y.md", "q.md", "p.png",
          "out.md",
          "i.png", "../r.md", "d e.md", "f_g.md", "https://bare.example/a?b=1&c=(2)", "c|d.md",
        ])
      #expect(reading.body.links.filter { $0.kind == .image }.count == 3)
      #expect(reading.body.links.first?.text == "a b")
    }
  }

  @Test func aDefinitionBeforeTheTextDoesNotShiftSpans() {
    let reading = Reading("[d]: dd.md\nafter [d] and [e](e.md)\n")
    #expect(reading.body.links.map { reading.text($0.span) } == ["[d]", "[e](e.md)"])
    #expect(reading.body.links.map { reading.text($0.targetSpan) } == ["dd.md", "e.md"])
  }

  @Test func entitiesInAddressesAreFound() {
    let reading = Reading("a &eacute; [b](x&amp;y.md) [c](z.md)\n")
    #expect(reading.body.links.map { reading.text($0.span) } == ["[b](x&amp;y.md)", "[c](z.md)"])
    #expect(reading.body.links.map(\.target) == ["x&y.md", "z.md"])
  }

  @Test func addressesAreHoles() {
    let reading = Reading("[a](b \"t\")\n")
    #expect(reading.body.pieces.contains { if case .address(0) = $0 { true } else { false } })
    #expect(reading.html == "<p><a href=\"b\" title=\"t\">a</a></p>\n")
  }

  @Test(arguments: [
    ("[a](javascript:alert(1))", "javascript:alert(1)"),
    ("[a](JaVaScRiPt:x)", "JaVaScRiPt:x"),
    ("[a](&#106;avascript&#58;x)", "&#106;avascript&#58;x"),
    ("[a](&#x6A;avascript:x)", "&#x6A;avascript:x"),
    ("[a](java&#9;script:x)", "java&#9;script:x"),
    ("[a](<java&#10;script:x>)", "java&#10;script:x"),
    ("[a](java&Tab;script:x)", "java&Tab;script:x"),
    ("[a](javascript\\:x)", "javascript\\:x"),
    ("[a][b]\n\n[b]: data:text/html,x", "data:text/html,x"),
    ("<vbscript:x>", "vbscript:x"),
    ("[a](//host/x)", "//host/x"),
    ("[a](/\\host/x)", "/\\host/x"),
    ("[a](\\\\\\\\host)", "\\\\\\\\host"),
    ("[a](/x)", "/x"),
    ("[a](ftp://x)", "ftp://x"),
    ("[a](file:///etc/passwd)", "file:///etc/passwd"),
    ("[a](C:\\x)", "C:\\x"),
    ("[a](https:x)", "https:x"),
    ("[a](https://)", "https://"),
    ("![a](https://example.org/p.png)", "https://example.org/p.png"),
    ("![a](mailto:a@b.c)", "mailto:a@b.c"),
  ]) func otherSchemesAreRefused(text: String, target: String) {
    let reading = Reading(text, head: "é\r\n")
    #expect(reading.rules == ["link-scheme"])
    #expect(reading.marked == [target])
    #expect(!reading.html.contains("href"))
    #expect(!reading.html.contains("src="))
    #expect(reading.body.links.isEmpty)
  }

  @Test(arguments: [
    "https://example.org", "HTTP://EXAMPLE.ORG/x", "mailto:a@b.c", "x.md", "../x/y.md#z", "#a",
    "a:b/c".replacing(":", with: "%3A"),
    "1:2", "x/y:z", "?a:b", "https://münchen.example/ä",
  ]) func addressesOfTheFewKindsAreTaken(target: String) {
    let reading = Reading("[a](\(target))")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.body.links.map(\.target) == [target])
  }

  @Test func emptyLinksAreReported() {
    let reading = Reading("[](x.md) [y]() ![z]() [![](p.png)](q.md)\n")
    #expect(reading.rules == ["empty-link", "empty-link", "empty-link", "image-alt"])
    #expect(reading.marked == ["[](x.md)", "[y]()", "![z]()", "![](p.png)"])
    #expect(reading.html.contains("<a href=\"x.md\">x.md</a> y z <a href=\"q.md\"><img"))
  }

  @Test(arguments: [
    ("see https://a.example.", "https://a.example"), ("(https://a.example/b)", "https://a.example/b"),
    ("https://a.example/b(c)", "https://a.example/b(c)"), ("*http://a.example/x_y*", "http://a.example/x_y"),
    ("https://a.example/?a=b&c\"", "https://a.example/?a=b&c"), ("**“https://a.example/ä**", "https://a.example/ä"),
  ]) func bareAddressesBecomeLinks(text: String, target: String) {
    let reading = Reading(text)
    #expect(reading.body.links.map(\.target) == [target])
    #expect(reading.body.links.map { reading.text($0.span) } == [target])
  }

  @Test(arguments: [
    "xhttps://a.example", "https://", "https:// a", "`https://a.example`", "www.example.org", "http:/a.example",
  ]) func otherWordsDoNot(text: String) {
    #expect(Reading(text).body.links.isEmpty)
  }

  @Test func aBareAddressInALinkIsItsText() {
    let reading = Reading("[https://a.example](b.md)")
    #expect(reading.html == "<p><a href=\"b.md\">https://a.example</a></p>\n")
  }
}

@Suite struct StrikethroughTests {
  @Test(arguments: [
    ("~~a~~ b", "<del>a</del> b"), ("~~a *b* c~~", "<del>a <em>b</em> c</del>"), ("*a ~~b* c~~", "<em>a ~~b</em> c~~"),
    ("~~ a~~", "~~ a~~"), ("~~a ~~", "~~a ~~"), ("a ~~~~ b", "a ~~~~ b"), ("a ~~~b~~~", "a ~~~b~~~"), ("\\~~a~~", "~~a~~"),
    ("~~a\nb~~ ~~c~~", "<del>a\nb</del> <del>c</del>"), ("`~~a~~`", "<code>~~a~~</code>"),
    ("~~[[a]]~~", "<del>{reference 0}</del>"),
    ("~~a", "~~a"), ("**~~a~~**", "<strong><del>a</del></strong>"), ("~~**a**~~", "<del><strong>a</strong></del>"),
  ]) func tildesInPairsStrikeOut(text: String, html: String) {
    #expect(Reading(text).html == "<p>\(html)</p>\n")
  }
}
