import Testing

@testable import Templates

@Test func slotsOfARowAreKnownOnlyInside() {
  let inside = goodSheet + "{{#crumbs}}<a href=\"{{address}}\">{{label}} {{title}}</a>{{/crumbs}}"
  #expect(said(["sheet": inside]) == [])
  let outside = goodSheet + "{{#crumbs}}{{label}}{{/crumbs}}{{label}}{{^crumbs}}{{label}}{{/crumbs}}"
  #expect(said(["sheet": outside]) == Array(repeating: "template-unknown-slot \"label\" Slot 'label' does not exist", count: 2))
}

@Test func nearestSlotIsNamed() {
  let (_, diagnostics) = load(["sheet": goodSheet + "{{#crumbs}}{{lable}}{{/crumbs}}{{#crumb}}{{x}}{{/crumb}}"])
  #expect(diagnostics.map(\.label) == ["did you mean 'label'?", "did you mean 'crumbs'?"])
}

@Test func partialsSeeTheSlotsOfWhereTheyStand() {
  #expect(said(["sheet": goodSheet + "{{#crumbs}}{{> _crumb}}{{/crumbs}}", "_crumb": "{{label}}"]) == [])
  #expect(
    said(["sheet": goodSheet + "{{#crumbs}}{{> _crumb}}{{/crumbs}}{{> _crumb}}", "_crumb": "{{label}}"])
      == ["template-unknown-slot \"label\" Slot 'label' does not exist"])
}

@Test func everyKindIsWrittenItsWay() {
  #expect(
    said(["sheet": goodSheet + "{{{title}}}{{&title}}{{main}}{{isDraft}}{{crumbs}}"]) == [
      "template-unsafe-slot \"{{{title}}}\" Slot 'title' is text, but is put in as markup",
      "template-unsafe-slot \"{{&title}}\" Slot 'title' is text, but is put in as markup",
      "template-unsafe-slot \"{{main}}\" Slot 'main' is markup, but is put in as text",
      "template-unsafe-slot \"{{isDraft}}\" Slot 'isDraft' is a flag, which cannot be shown",
      "template-unsafe-slot \"{{crumbs}}\" Slot 'crumbs' is a list, which cannot be shown by itself",
    ])
  #expect(said(["sheet": goodSheet + "{{#title}}a{{/title}}{{#main}}b{{/main}}{{^isDraft}}c{{/isDraft}}"]) == [])
}

@Test func fixesMendWhatTheyReport() throws {
  let text = goodSheet + "{{{title}}}{{main}}{{titel}}{{> _hed}}"
  let (_, diagnostics) = load(["sheet": text, "_head": "<b>x</b>"])
  var bytes = Array(text.utf8)
  let edits = diagnostics.flatMap(\.fixes).flatMap(\.edits)
  #expect(edits.count == 4)
  for edit in edits.reversed() { bytes.replaceSubrange(edit.location.span.start..<edit.location.span.end, with: edit.text.utf8) }
  #expect(said(["sheet": String(decoding: bytes, as: UTF8.self), "_head": "<b>x</b>"]) == [])
}

@Test func partialOfSeveralLayoutsSaysWhichLackTheSlot() {
  let page = Layout("page", slots: [Slot("main", .html, isRequired: true, "the text")])
  let (_, diagnostics) = load(
    ["sheet": goodSheet + "{{> _head}}", "page": "{{{main}}}{{> _head}}", "_head": "{{title}}"], layouts: [sheetLayout, page])
  #expect(diagnostics.count == 1)
  #expect(diagnostics.first?.explanation?.hasPrefix("Layout 'page' has no such slot here.") == true)
}

@Test func requiredSlotMayStandInAPartialOrASection() {
  #expect(said(["sheet": "{{#main}}{{> _main}}{{/main}}", "_main": "{{{main}}}"]) == [])
  #expect(said(["sheet": "{{title}}"]) == ["template-slot-unused \"\" Slot 'main' is shown nowhere in the template 'sheet'"])
}

@Test func listInsideItselfComesToAnEnd() {
  let text = goodSheet + "{{> _a}}"
  #expect(
    said([
      "sheet": text, "_a": "{{#crumbs}}{{#crumbs}}{{label}}{{/crumbs}}{{> _b}}{{/crumbs}}",
      "_b": "{{#crumbs}}{{label}}{{/crumbs}}",
    ]) == [])
}
