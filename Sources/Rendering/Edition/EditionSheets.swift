import Linking
import Markup
import SheetModel
import Templates

/// A sheet as an article of the book: what its page holds, in the order of paper.
struct EditionSheets {
  let edition: Edition
  private var site: SiteContext { edition.site }

  func article(_ entry: Edition.Entry) -> HTML {
    let sheet = entry.sheet
    let address = site.plan.addresses[sheet.id] ?? Address.sheet(sheet.id)
    let isCluster = sheet.id.kind == .cluster
    // The same values as for the page, so that nothing can stand in one and lack in the other.
    let values =
      isCluster ? ClusterPage.values(site, address, sheet) : SheetPage.values(site, address, sheet)
    let slots = Slots(values)
    let look: HTML = isCluster ? "datasheet themed \(slots.text("theme_class"))" : "entry-sheet"
    var html: HTML = """
      <article class="\(look)" id="top" aria-labelledby="title">
      <div class="head">
      <p class="kind"><strong>\(slots.text("kind"))</strong><span>\(slots.text("status"))</span></p>
      <h1 id="title"><span class="sheet-number">\(entry.number)</span> \(slots.text("name"))</h1>

      """
    html += names(slots)
    html += slots.wrapped("place") { "<p class=\"place\">\($0)</p>\n" }
    html += slots.wrapped("themes") { "<p class=\"theme-line\">\($0)</p>\n" }
    html += "</div>\n<div class=\"lead\">\n"
    html += slots.said("summary") { "<p class=\"standfirst\">\($0)</p>\n" }
    html += slots.html("glance")
    html += slots.html("map")
    html += "</div>\n<div class=\"margin\">\n\(slots.html("locator"))"
    html += slots.wrapped("facts") { "<dl class=\"facts\">\n\($0)</dl>\n" }
    html += "</div>\n<div class=\"body\">\n\(slots.html("sections"))\(colophon(slots))</div>\n</article>\n"
    return EditionMarkup(edition: edition, page: address, prefix: entry.prefix, levels: 2).rewrite(html)
  }

  /// The first pages of a part: a theme with its text, or a title and what stands under it.
  func opening(_ part: Edition.Part) -> HTML {
    let list = EditionLists.entries(part.entries, className: "part-list")
    guard case .theme(let id) = part.subject, let theme = site.theme(id) else {
      let isCountry = if case .country = part.subject { true } else { false }
      return """
        <section class="part-opening\(isCountry ? " is-short" : "")" id="\(part.anchor)" aria-labelledby="\(part.anchor)-title">
        <p class="part-letter">Part \(part.letter)</p>
        <h2 id="\(part.anchor)-title">\(part.title)</h2>
        \(list)
        </section>

        """
    }
    let address = Address.sheet(theme.id)
    let slots = Slots(ThemePage.values(site, address, theme))
    let markup = EditionMarkup(edition: edition, page: address, prefix: Edition.prefix(of: theme.id), levels: 1)
    var html: HTML = """
      <section class="part-opening themed \(slots.text("theme_class"))" id="\(part.anchor)" aria-labelledby="\(part.anchor)-title">
      <p class="part-letter">Part \(part.letter)</p>
      <h2 id="\(part.anchor)-title">\(slots.html("mark"))\(part.title)</h2>

      """
    html += slots.said("summary") { "<p class=\"standfirst\">\($0)</p>\n" }
    // In a book of one theme its map stands in front.
    if edition.partTitle == nil { html += markup.rewrite(slots.html("map")) }
    html += part.entries.isEmpty ? "<p class=\"quiet\">No cluster of this theme is described yet.</p>\n" : list
    // Without those who refer to it: they are its clusters, and stand in the list above.
    let scope = Scope(site, address, sheet: theme)
    var sections = SheetSections()
    sections.addText(scope)
    sections.add(id: "gaps", title: "What is not known", GapList.html(scope))
    sections.add(id: "sources", title: "Sources", count: theme.sources.count, SourceList.html(scope))
    html += markup.rewrite(sections.html + colophon(slots))
    html += "</section>\n"
    return html
  }

  private func names(_ slots: Slots) -> HTML {
    let language = slots.string("native_lang")
    let lang: HTML = language.isEmpty ? "" : " lang=\"\(language)\""
    var html = slots.said("native_name") { "<p class=\"native\"\(lang)>\($0)</p>\n" }
    html += slots.said("aliases") { "<p class=\"aliases\">Also known as \($0)</p>\n" }
    return html
  }

  private func colophon(_ slots: Slots) -> HTML {
    """
    <section class="section no-break" id="about-this-sheet" aria-labelledby="about-this-sheet-title">
    <h2 id="about-this-sheet-title">About this sheet</h2>
    <div class="colophon">
    \(slots.html("review"))
    <p>To cite it: <span class="citation">\(slots.html("citation"))</span></p>
    </div>
    </section>

    """
  }
}

/// What a page's layout would be given, by name; empty where a slot has no value.
private struct Slots {
  let values: [String: SlotValue]

  init(_ values: [String: SlotValue]) { self.values = values }

  func string(_ name: String) -> String { if case .text(let text)? = values[name] { text } else { "" } }

  func text(_ name: String) -> HTML { HTML.escaping(string(name)) }

  func html(_ name: String) -> HTML { if case .html(let html)? = values[name] { html } else { HTML() } }

  /// A text in its element; nothing where there is none.
  func said(_ name: String, _ element: (String) -> HTML) -> HTML {
    let text = string(name)
    return text.isEmpty ? HTML() : element(text)
  }

  func wrapped(_ name: String, _ element: (HTML) -> HTML) -> HTML {
    let html = html(name)
    return html.isEmpty ? HTML() : element(html)
  }
}
