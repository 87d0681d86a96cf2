import Diagnostics
import Markup
import SourceText
import Testing

@testable import Templates

/// The layout that the rules' examples have in mind, with something of every kind.
let sheetLayout = Layout(
  "sheet",
  slots: [
    Slot("title", .text, "the name of the sheet"),
    Slot("subtitle", .text, "what stands below it"),
    Slot("main", .html, isRequired: true, "the datasheet"),
    Slot("isDraft", .flag, "whether it is a draft"),
    Slot(
      "crumbs", .list([Slot("label", .text, "name"), Slot("address", .text, "where"), Slot("subtitle", .text, "more")]),
      "the way here"),
  ])
let goodSheet = "<title>{{title}}</title>\n<main>{{{main}}}</main>\n"

func template(_ name: String, _ text: String) -> SourceFile { SourceFile(path: "Site/templates/\(name).mustache", text: text) }

/// Loads templates over a good `sheet.mustache`.
func load(_ files: [String: String], layouts: [Layout] = [sheetLayout]) -> (set: TemplateSet?, diagnostics: [Diagnostic]) {
  TemplateSet.load(files.merging(["sheet": goodSheet]) { own, _ in own }.map { template($0, $1) }, layouts: layouts)
}

/// `rule "text under the span" message`, one a line.
func said(_ files: [String: String], layouts: [Layout] = [sheetLayout]) -> [String] {
  let all = files.merging(["sheet": goodSheet]) { own, _ in own }
  return load(files, layouts: layouts).diagnostics.map { diagnostic in
    let name = TemplateFile.name(of: diagnostic.location.path) ?? ""
    let text = template(name, all[name] ?? "").text(diagnostic.location.span)
    return "\(diagnostic.rule) \"\(text)\" \(diagnostic.message)"
  }
}

func rendered(_ sheet: String, _ values: [String: SlotValue], _ partials: [String: String] = [:]) throws -> String {
  let layout = Layout("sheet", slots: sheetLayout.slots.map { Slot($0.name, $0.kind, $0.description) })
  let (set, diagnostics) = load(partials.merging(["sheet": sheet]) { _, own in own }, layouts: [layout])
  #expect(diagnostics.map(\.message) == [])
  return String(decoding: try #require(set).render("sheet", values), as: UTF8.self)
}
