import Diagnostics
import SourceText
import Testing

@testable import Templates

/// The layout of the site's own pages, as the examples have it.
private let textLayout = Layout(
  "text", slots: [Slot("title", .text, "the page's heading"), Slot("body", .html, isRequired: true, "the text")])

private func rules(_ example: Example) -> [String] {
  var files = ["Site/templates/sheet.mustache": goodSheet, "Site/templates/text.mustache": "{{{body}}}\n"]
  for (path, text) in example.files { files[path] = text }
  return TemplateSet.load(files.map { SourceFile(path: $0, text: $1) }, layouts: [sheetLayout, textLayout]).diagnostics.map(
    \.rule)
}

@Test(arguments: TemplateRules.all.map(\.id))
func examplesShowTheirRule(id: String) throws {
  let rule = try #require(TemplateRules.all.first { $0.id == id })
  #expect(rules(rule.bad) == [id])
  #expect(rules(rule.good) == [])
}

@Test func idsAreUnique() { #expect(Set(TemplateRules.all.map(\.id)).count == TemplateRules.all.count) }
