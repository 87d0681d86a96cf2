import EcosystemSchema
import Linking
import Markup
import SheetModel
import Templates

/// The vocabulary: the words of the atlas itself (`Site/pages/glossary.md`), the concepts of theory, and the classes by which clusters are sorted.
enum GlossaryPage {
  static let address = "glossary.html"
  /// The text of `Site/pages/` that the page begins with.
  static let textID = "glossary"

  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let text = site.analysis.texts.first { $0.id == textID }
    let lead = text?.summary ?? "The words of the atlas, the concepts of theory, and the classes by which clusters are sorted."
    var page = SheetSections()
    if let text {
      page.add(
        id: "words", title: "Words of the atlas",
        "<div class=\"prose\">\n\(BodyHTML.render(text.body, path: text.path, scope))</div>")
    }
    let concepts = site.sheets(of: .concept)
    page.add(id: "concepts", title: "Concepts", count: concepts.count, list(of: concepts, scope))
    page.add(id: "classes", title: "Classes of clusters", classes(scope))
    let title = text?.title ?? "Glossary"
    var values = FrameValues.make(site, address, title: title, description: lead, contents: page.contents)
    values.merge(
      ListPage.values(
        title: title, lead: lead,
        az: concepts.count > 20 ? Letters.navigation(Set(concepts.map { Letters.of($0.name.value) })) : HTML(),
        content: page.html)
    ) { $1 }
    return values
  }

  /// The terms that texts link to.
  static func terms(of sheets: [Sheet], text: TextPage?) -> [(name: String, target: TermIndex.Target)] {
    let concepts = sheets.filter { $0.id.kind == .concept }.sorted { $0.id < $1.id }
    return concepts.flatMap { concept in
      ([concept.name.value] + concept.aliases.map(\.value)).map { ($0, .concept(concept.id)) }
    } + (text?.body.headings.map { ($0.text, .glossary($0.anchor)) } ?? [])
  }

  private static func list(of concepts: [Sheet], _ scope: Scope) -> HTML {
    guard !concepts.isEmpty else { return HTML() }
    var html: HTML = "<dl class=\"glossary\">\n"
    var letters: Set<String> = []
    for concept in concepts {
      let letter = Letters.of(concept.name.value)
      let anchor: HTML = letters.insert(letter).inserted ? " id=\"\(Letters.anchor(letter))\"" : ""
      let aliases = concept.aliases.map(\.value)
      let also: HTML = aliases.isEmpty ? "" : " <span class=\"quiet\">also \(aliases.joined(separator: ", "))</span>"
      let meaning = concept.tree.root["definition"]?.text ?? concept.summary ?? ""
      html += "<div\(anchor)><dt>\(scope.sheetLink(concept.id))\(also)</dt><dd>\(meaning)</dd></div>\n"
    }
    html += "</dl>"
    return html
  }

  /// Every field of a cluster that offers a choice, in the schema's order, with what it means and what can be chosen.
  private static func classes(_ scope: Scope) -> HTML {
    guard let root = scope.site.field(of: .cluster) else { return HTML() }
    var html = HTML()
    func visit(_ field: Field, _ path: String) {
      for child in field.children {
        let here = path.isEmpty ? child.key : path + "." + child.key
        if !child.values.isEmpty, child.display != .hidden {
          html +=
            "<div id=\"class-\(here.map { $0 == "." || $0 == "_" ? "-" : String($0) }.joined())\"><dt>\(child.title)</dt><dd>"
          if !child.description.isEmpty { html += "<p>\(child.description)</p>" }
          html += "<p class=\"quiet\">\(child.values.map(\.label).joined(separator: " · "))</p></dd></div>\n"
        } else if child.items == nil {
          visit(child, here)
        }
      }
    }
    visit(root, "")
    return html.isEmpty ? html : "<dl class=\"glossary\">\n\(html)</dl>"
  }
}
