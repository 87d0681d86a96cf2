import Markup
import Testing

@testable import Templates

private let link: HTML = {
  var html = HTML()
  html.element("a", ["href": "x"], "A & B")
  return html
}()

@Test func slotsOfEveryKindAreRendered() throws {
  let text = try rendered(
    "<h1>{{title}}</h1>{{{main}}}{{&main}}{{#isDraft}}draft{{/isDraft}}{{^isDraft}}final{{/isDraft}}"
      + "{{#crumbs}}[{{label}} in {{title}}]{{/crumbs}}{{^crumbs}}none{{/crumbs}}",
    [
      "title": .text("R&D <\"x\">"), "main": .html(link), "isDraft": .flag(true),
      "crumbs": .list([["label": .text("one")], ["label": .text("two")]]),
    ])
  let title = "R&amp;D &lt;&quot;x&quot;&gt;"
  #expect(
    text == "<h1>\(title)</h1><a href=\"x\">A &amp; B</a><a href=\"x\">A &amp; B</a>draft[one in \(title)][two in \(title)]\n")
}

@Test func emptySlotsAreLeftOut() throws {
  let sheet =
    "{{title}}{{#title}}a{{/title}}{{^title}}b{{/title}}{{#main}}c{{/main}}{{^main}}d{{/main}}{{#isDraft}}e{{/isDraft}}{{#crumbs}}f{{/crumbs}}{{^crumbs}}g{{title}}{{/crumbs}}"
  #expect(try rendered(sheet, [:]) == "bdg\n")
  #expect(
    try rendered(sheet, ["title": .text(""), "main": .html(HTML()), "isDraft": .flag(false), "crumbs": .list([])]) == "bdg\n")
  #expect(
    try rendered(sheet, ["title": .text("t"), "main": .html(link), "isDraft": .flag(true), "crumbs": .list([[:]])]) == "tacef\n")
}

@Test func textSectionShowsItsTextInside() throws {
  #expect(
    try rendered("{{#title}}<p>{{title}} {{subtitle}}</p>{{/title}}{{{main}}}", ["title": .text("t"), "subtitle": .text("s")])
      == "<p>t s</p>\n")
}

@Test func emptySlotOfARowDoesNotBorrowFromThePage() throws {
  let text = try rendered(
    "{{#crumbs}}[{{subtitle}}{{#subtitle}}!{{/subtitle}}]{{/crumbs}}{{{main}}}",
    ["subtitle": .text("page"), "crumbs": .list([["subtitle": .text("row")], [:]])])
  #expect(text == "[row!][]\n")
}

/// The library escapes by Character, and a quotation mark with an accent is another Character.
@Test func quotationMarkWithAnAccentDoesNotEndAnAttribute() throws {
  let text = try rendered("<p title=\"{{title}}\">{{{main}}}", ["title": .text("\"\u{301} onclick=\"\u{301}<\u{338}&\u{301}")])
  #expect(text == "<p title=\"&quot;\u{301} onclick=&quot;\u{301}&lt;\u{338}&amp;\u{301}\">\n")
}

@Test func tagsInValuesStayText() throws {
  var html = HTML()
  html.text("{{title}} {{> _head}}")
  #expect(
    try rendered("{{title}}|{{{main}}}", ["title": .text("{{{main}}}"), "main": .html(html)])
      == "{{{main}}}|{{title}} {{&gt; _head}}\n")
}

@Test func partialsAreNotIndented() throws {
  let text = try rendered("<div>\n    {{> _code}}\n  {{{main}}}</div>\n", [:], ["_code": "<pre>\na\n</pre>\n"])
  #expect(text == "<div>\n<pre>\na\n</pre>\n  </div>\n")
  #expect(try rendered("a  {{> _code}}  {{> _code}}{{{main}}}", [:], ["_code": "x"]) == "a  x\n  x\n\n")
}

@Test func standaloneTagsLeaveNoLine() throws {
  #expect(try rendered("{{! remark }}\n{{#title}}\n{{title}}\n{{/title}}\n{{{main}}}", ["title": .text("t")]) == "t\n\n")
}

@Test func byteOrderMarkAndLastBraceDoNoHarm() throws {
  #expect(try rendered("\u{FEFF}  {{> _a}}\n{{title}}{{{main}}} {", ["title": .text("t")], ["_a": "a\n"]) == "a\nt {\n")
}

@Test func manyTasksRenderOnePage() async throws {
  let set = try #require(load(["sheet": goodSheet + "{{#crumbs}}{{label}},{{/crumbs}}"]).set)
  let values: @Sendable (Int) -> [String: SlotValue] = { n in
    ["title": .text("\(n)"), "main": .html(HTML("<p>")), "crumbs": .list((0..<n).map { ["label": .text("\($0)")] })]
  }
  let alone = (0..<50).map { set.render("sheet", values($0)) }
  await withTaskGroup(of: Bool.self) { group in
    for _ in 0..<4 { group.addTask { (0..<50).allSatisfy { set.render("sheet", values($0)) == alone[$0] } } }
    for await isSame in group { #expect(isSame) }
  }
}

@Test func unknownLayoutRendersNothing() throws {
  #expect(try #require(load([:]).set).render("nothing", [:]).isEmpty)
}

@Test func warningsDoNotKeepTheSetBack() {
  let (set, diagnostics) = load(["sheet": "<p style=\"x\">{{title}}</p>"])
  #expect(set != nil)
  #expect(diagnostics.map(\.rule) == ["template-slot-unused", "template-inline-code"])
}
