import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// The parts of a sheet's page, collected in order together with the list of contents.
struct SheetSections {
  private(set) var html = HTML()
  private(set) var contents: [TableOfContents.Entry] = []

  mutating func add(id: String, title: String, count: Int? = nil, _ content: HTML) {
    guard !content.isEmpty else { return }
    html += Blocks.section(id: id, title: title, count: count, content)
    contents.append(.init(id: id, title: title))
  }

  /// The text of the sheet; it has headings of its own.
  mutating func addText(_ scope: Scope) {
    let text = BodyHTML.section(scope)
    guard !text.isEmpty else { return }
    html += text
    contents.append(.init(id: "text", title: "Text"))
  }

  /// What stands at the foot of every sheet: gaps, what is related to it, who mentions it, sources.
  mutating func addFoot(_ scope: Scope) {
    guard let sheet = scope.sheet else { return }
    if !sheet.gaps.isEmpty { add(id: "gaps", title: "What is not known", GapList.html(scope)) }
    if sheet.id.kind == .cluster {
      let related = RelatedParts.section(scope)
      add(id: "related", title: "Related clusters", count: related.count, related.html)
    }
    add(id: "mentioned-in", title: "Mentioned in", MentionList.html(scope))
    if !sheet.sources.isEmpty { add(id: "sources", title: "Sources", count: sheet.sources.count, SourceList.html(scope)) }
  }

  /// The values of the page's foot.
  static let colophonEntry = TableOfContents.Entry(id: "about-this-sheet", title: "About this sheet")
}

/// `gaps`, said openly.
enum GapList {
  static func html(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let field = scope.site.field(of: sheet.id.kind), let list = sheet.tree.root["gaps"] else {
      return HTML()
    }
    let items = list.items.filter(\.isMapping).map { gap -> HTML in
      let path = gap["field"]?.text ?? ""
      var item: HTML = "<strong>\(name(of: path, field))</strong> \(reason(gap, field))"
      if let tried = gap["tried"], !tried.isBlank { item += " \(tried.text)" }
      item += Extras.sentences(gap, field.child("gaps")?.items, except: ["field", "reason", "tried"], scope)
      return item
    }
    return Blocks.list(items, className: "gaps")
  }

  /// The titles along a path: `Location: type of territory`.
  static func name(of path: String, _ root: Field) -> String {
    var field: Field? = root
    var titles: [String] = []
    for key in path.split(separator: ".") {
      field = field?.child(String(key)) ?? field?.items?.child(String(key))
      guard let title = field?.title else { return path }
      let isAcronym = title == title.uppercased()
      titles.append(titles.isEmpty || isAcronym ? title : title.prefix(1).lowercased() + title.dropFirst())
    }
    return titles.joined(separator: ": ")
  }

  /// `Not found.`
  static func reason(_ gap: Node, _ root: Field) -> String {
    let reason = gap["reason"]?.text ?? ""
    return (root.at("gaps.reason")?.label(of: reason) ?? Field.words(reason)) + "."
  }
}
