import Markup
import SheetModel
import Templates

/// A page of `Site/pages/`.
enum TextPageView {
  static func values(_ site: SiteContext, _ address: String, _ id: String) -> [String: SlotValue] {
    guard let page = site.analysis.texts.first(where: { $0.id == id }) else { return [:] }
    let contents = page.body.headings.filter { $0.level == 2 }.map {
      TableOfContents.Entry(id: BodyHTML.anchorPrefix + $0.anchor, title: $0.text)
    }
    var values = FrameValues.make(
      site, address, title: page.title, description: page.summary,
      crumbs: [.init(site.configuration.title, "index.html"), .init(page.title)],
      contents: contents)
    values["title"] = .text(page.title)
    values["lead"] = .text(page.summary ?? "")
    values["body"] = .html(BodyHTML.render(page.body, path: page.path, Scope(site, address)))
    return values
  }
}

/// `404.html`, which servers show under any address: its links are whole.
enum NotFoundPage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let base = site.configuration.baseURL ?? "/"
    let lead = "The address may have changed, or it was never here."
    var values = FrameValues.make(site, address, title: "Page not found", description: lead, root: base)
    values["canonical"] = .text("")
    values["title"] = .text("This page is not in the atlas")
    values["lead"] = .text(lead)
    let ways = [
      ("All clusters, A to Z", "clusters/index.html"), ("The themes", "themes/index.html"),
      ("The regions of the world", "regions/index.html"),
    ]
    values["links"] = .html(ways.map { "<li><a href=\"\(base)\($0.1)\">\($0.0)</a></li>\n" as HTML }.joined())
    return values
  }
}
