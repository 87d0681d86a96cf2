import SourceText
import TestSupport
import Testing

@testable import Templates

private func syntax(_ text: String) -> [String] {
  said(["_note": text]).filter { $0.hasPrefix("template-syntax") }.map { String($0.dropFirst("template-syntax ".count)) }
}

@Test func wellWrittenTagsAreSilent() {
  let text = """
    {{! a remark with {{ braces and <b style="x"> }}{{title}}{{ title }}{{#title}}a{{/title}}{{# title }}a{{/ title }}
    {{^title}}b{{/title}}{{#crumbs}}{{{
      main
    }}}{{&main}}{{/crumbs}} } { }} {
    """
  #expect(said(["_note": text]) == [])
}

@Test func unclosedTagIsShownAlone() {
  #expect(syntax("<p>{{title</p>{{title}}") == ["\"{{title\" Tag is not closed"])
  #expect(syntax("<p>{{title}</p>") == ["\"{{title}\" Tag is not closed"])
  #expect(syntax("{{{main") == ["\"{{{main\" Tag is not closed"])
  #expect(syntax("{{! remark") == ["\"{{!\" Tag is not closed"])
  #expect(syntax("{{") == ["\"{{\" Tag is not closed"])
}

@Test func bracesThatDifferAreShown() {
  #expect(syntax("{{{main}}") == ["\"{{{main}}\" Tag has 3 braces before and 2 behind"])
  #expect(syntax("{{title}}}") == ["\"{{title}}}\" Tag has 2 braces before and 3 behind"])
}

@Test func sectionsAreClosedByTheirName() {
  #expect(syntax("{{#title}}") == ["\"{{#title}}\" Section 'title' is not closed"])
  #expect(syntax("{{/title}}") == ["\"{{/title}}\" Closing tag 'title' has no section to close"])
  #expect(syntax("{{#title}}{{/titel}}") == ["\"titel\" Section 'title' is closed by another name"])
  #expect(syntax("{{#title}}{{#isDraft}}{{/title}}") == ["\"{{#isDraft}}\" Section 'isDraft' is not closed"])
}

@Test func whatIsNotSupportedIsSaidOnce() {
  #expect(syntax("{{=<% %>=}}") == ["\"{{=<% %>=}}\" Other braces than {{ and }} is not supported here"])
  #expect(syntax("{{%CONTENT_TYPE:TEXT}}") == ["\"{{%CONTENT_TYPE:TEXT}}\" Pragma is not supported here"])
  #expect(syntax("{{<base}}{{/base}}") == ["\"{{<base}}\" Inheritance of templates is not supported here"])
  #expect(syntax("{{$block}}x{{/block}}") == ["\"{{$block}}\" Block of an inherited template is not supported here"])
  #expect(syntax("{{>*name}}") == ["\"*name\" Partial whose name is a slot is not supported here"])
  #expect(syntax("{{uppercased(title)}}") == ["\"uppercased(title)\" Transformation of a value is not supported here"])
  #expect(
    syntax("{{#reversed(crumbs)}}x{{/reversed(crumbs)}}") == [
      "\"reversed(crumbs)\" Transformation of a value is not supported here"
    ])
  #expect(syntax("{{sheet.title}}") == ["\"sheet.title\" Name with a dot is not supported here"])
  #expect(syntax("{{.}}") == ["\".\" Tag for the whole row is not supported here"])
  #expect(syntax("{{a b}}") == ["\"a b\" Name 'a b' holds something else than letters, digits, '-' and '_'"])
  #expect(syntax("{{}}") == ["\"{{}}\" Tag has no name"])
  #expect(syntax("{{ #title}}x{{/title}}") == ["\" \" Space before '#'"])
}

@Test func aMarkThatJoinsWithTheBracesIsReported() {
  #expect(syntax("{{title}}\u{301}").count == 1)
  #expect(syntax("{{! note }}\u{301}").count == 1)
  #expect(syntax("{{title}}é") == [])
}

@Test func anyBytesAreTakenWithoutATrap() {
  var generator = SeededGenerator(seed: 20)
  let pieces = [
    "{{", "}}", "{", "}", "#", "/", "^", ">", "!", "&", "<", "$", "=", "%", "*", " ", "\n", "\r\n", "title", "main", "crumbs",
    "_note", "<p ",
    "style=", "\"", ">", "<script", "\u{301}", "é",
  ]
  for _ in 0..<3000 {
    let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let (set, diagnostics) = load(["_note": text])
    // Either it is rendered, or something is said about it.
    #expect(set != nil || !diagnostics.isEmpty)
    for diagnostic in diagnostics {
      #expect(diagnostic.location.span.end <= text.utf8.count || diagnostic.location.path.hasSuffix("sheet.mustache"))
    }
    // Our scanner and the library must agree; what only the library refuses has no good words.
    #expect(!diagnostics.contains { $0.message.hasPrefix("Tag cannot be read") }, "\(text.debugDescription)")
  }
}

@Test func deepAndLargeTemplatesAreRefused() {
  let deep = String(repeating: "{{#title}}", count: 5000) + String(repeating: "{{/title}}", count: 5000)
  #expect(said(["_note": deep]).count == 1)
  #expect(said(["_note": String(repeating: "{{title}}", count: 20_000)]).first?.contains("too large") == true)
  #expect(said(["_note": String(repeating: "{", count: 200_000)]).first?.contains("too large") == true)
  #expect(said(["_note": String(repeating: "<p>plain</p>\n", count: 15_000)]) == [])
}

@Test func textThatIsNotUTF8IsRefused() {
  let file = SourceFile(path: "Site/templates/_note.mustache", bytes: [0x61, 0xFF])
  let (set, diagnostics) = TemplateSet.load([template("sheet", goodSheet), file], layouts: [sheetLayout])
  #expect(set == nil)
  #expect(diagnostics.map(\.location.span) == [Span(1, 2)])
}
