import Markup
import SheetModel
import Templates

/// What every page has around its content: titles, navigation, crumbs.
enum FrameValues {
  /// - Parameters:
  ///   - title: the page's own title; nil on the home page, which has the site's.
  ///   - root: instead of the way to the site's root, for the page that is served at any depth.
  static func make(
    _ site: SiteContext, _ address: String, title: String?, description: String?, crumbs: [Crumb] = [],
    contents: [TableOfContents.Entry] = [],
    root: String? = nil
  ) -> [String: SlotValue] {
    let configuration = site.configuration
    let summary = shortened(description ?? title ?? configuration.subtitle ?? configuration.title)
    let way = { (target: String) in root.map { $0 + target } ?? Address.link(from: address, to: target) }
    return [
      "language": .text(configuration.language),
      "page_title": .text(title.map { "\($0) – \(configuration.title)" } ?? configuration.title),
      "description": .text(summary),
      "canonical": .text(configuration.baseURL.map { Sitemap.canonical(address, base: $0) } ?? ""),
      "root": .text(root ?? Address.root(from: address)),
      "head_extra": .html(HeadLinks.page(site, address, title: title ?? configuration.title, description: summary, root: root)),
      "site_title": .text(configuration.title),
      "navigation": .html(navigation(site, address, way)),
      "footer_links": .html(footer(site, way)),
      "publisher": .text(configuration.publisher ?? ""),
      "licence": .text(configuration.licence ?? ""),
      "crumbs": .html(crumbs.map { crumb($0, way) }.joined()),
      "toc": .html(contents.count < 2 ? HTML() : contents.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>\n" }.joined()),
    ]
  }

  /// A step on the way to a page; the last has no address.
  struct Crumb {
    let title: String
    let address: String?

    init(_ title: String, _ address: String? = nil) {
      self.title = title
      self.address = address
    }
  }

  private static func crumb(_ crumb: Crumb, _ way: (String) -> String) -> HTML {
    guard let address = crumb.address else { return "<li aria-current=\"page\">\(crumb.title)</li>" }
    return "<li><a href=\"\(way(address))\">\(crumb.title)</a></li>"
  }

  private static func navigation(_ site: SiteContext, _ address: String, _ way: (String) -> String) -> HTML {
    site.configuration.navigation.map { item -> HTML in
      let page = item.page.value
      let isHere = page == address
      let folder = page.hasSuffix("/index.html") ? String(page.dropLast("index.html".count)) : nil
      let current: HTML =
        isHere ? " aria-current=\"page\"" : folder.map(address.hasPrefix) ?? false ? " aria-current=\"true\"" : ""
      return "<li><a href=\"\(way(page))\"\(current)>\(item.label)</a></li>\n"
    }.joined()
  }

  /// The site's own texts by their order, and the list of sources.
  private static func footer(_ site: SiteContext, _ way: (String) -> String) -> HTML {
    let texts = site.analysis.texts.filter { !["home", GlossaryPage.textID].contains($0.id) }.sorted {
      ($0.order, $0.id) < ($1.order, $1.id)
    }
    var links = texts.map { ($0.title, $0.id + ".html") }
    links += [("Matrix", MatrixPage.address), ("Numbers", NumbersPage.address), ("Network", "network.html")]
    if !site.comparisons.all.isEmpty { links.append(("Compare", ComparisonPlan.index)) }
    links += [("Glossary", GlossaryPage.address), ("Sources", "sources.html"), ("Data", DataFile.page.address)]
    links.append(("Authoring guide", SchemaGuidePage.index))
    if site.hasReview { links.append(("Review", ReviewSite.folder + ReviewTopic.overview.file())) }
    return links.map { "<li><a href=\"\(way($0.1))\">\($0.0)</a></li>\n" }.joined()
  }

  /// At most 160 characters, cut at a word.
  private static func shortened(_ text: String) -> String {
    guard text.count > 160 else { return text }
    let head = text.prefix(159)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<end] + "…"
  }
}

/// The sections of a page, for the list beside it.
enum TableOfContents {
  struct Entry {
    let id: String
    let title: String
  }
}
