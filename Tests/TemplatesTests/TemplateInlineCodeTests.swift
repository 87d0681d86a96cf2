import Testing

@testable import Templates

private func inline(_ text: String) -> [String] {
  said(["_note": text]).filter { $0.hasPrefix("template-inline-code") }.map {
    String($0.dropFirst("template-inline-code ".count))
  }
}

@Test func inlineCodeIsFoundAtItsName() {
  #expect(inline("<P STYLE='a'>") == ["\"STYLE\" Style attribute in a template"])
  #expect(inline("<a\n  href=x onClick=\"go()\">") == ["\"onClick\" Script attribute 'onclick' in a template"])
  #expect(inline("<a {{#title}}style=\"x\"{{/title}}>") == ["\"style\" Style attribute in a template"])
  #expect(inline("<script>if (a<b style=c) {}</script><b style=x>").count == 2)
  #expect(inline("<STYLE>p{}</STYLE>") == ["\"<STYLE\" Style sheet inside a template"])
  #expect(inline("<a class={{title}}style=x>") == [])
}

@Test func whatABrowserWouldRunIsLeftAlone() {
  #expect(inline("<script defer src=\"{{title}}\"></script><script type=\"application/ld+json\">{{{main}}}</script>") == [])
  #expect(inline("<p title=\"a style='x'\" on data-style=x data-onx>style=x onclick=y</p><!-- <p style=x> --> a < style=b") == [])
  #expect(inline("{{! <p style=x> }}") == [])
}
