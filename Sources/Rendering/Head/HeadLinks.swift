import Linking
import Markup
import SheetModel
import Templates

/// What the head of a page says to programs: how it looks where somebody shares it, where the feed is, which files hold the same as data.
enum HeadLinks {
  /// The lines that every page has. Addresses in OpenGraph are whole, so those need `base_url`.
  static func page(_ site: SiteContext, _ address: String, title: String, description: String, root: String?) -> HTML {
    let configuration = site.configuration
    var html: HTML = """
      <meta property="og:type" content="website">
      <meta property="og:site_name" content="\(configuration.title)">
      <meta property="og:title" content="\(title)">
      <meta property="og:description" content="\(description)">

      """
    if let base = configuration.baseURL {
      html += "<meta property=\"og:url\" content=\"\(Sitemap.canonical(address, base: base))\">\n"
    }
    if site.hasFeed {
      let feed = root.map { $0 + Feed.address } ?? Address.link(from: address, to: Feed.address)
      html += "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\(configuration.title)\" href=\"\(feed)\">\n"
    }
    return html
  }

  /// A page's values with further lines in its head.
  static func adding(_ lines: HTML, to values: [String: SlotValue]) -> [String: SlotValue] {
    var values = values
    if case .html(let head)? = values["head_extra"] { values["head_extra"] = .html(head + lines) }
    return values
  }

  /// The lines of a page with a sheet: the same as JSON and as Markdown, and what it is in the words of schema.org.
  static func sheet(_ sheet: Sheet, _ site: SiteContext, _ address: String) -> HTML {
    let record = Address.link(from: address, to: DataFile.record(sheet.id).address)
    let markdown = Address.link(from: address, to: DataFile.markdown(sheet.id))
    return """
      <link rel="alternate" type="application/json" href="\(record)">
      <link rel="alternate" type="text/markdown" href="\(markdown)">
      \(picture(sheet, site))\(script(SheetStructuredData.json(sheet, site)))
      """
  }

  /// The sheet's picture, for those who share its page.
  private static func picture(_ sheet: Sheet, _ site: SiteContext) -> HTML {
    guard let base = site.configuration.baseURL, let path = SheetPicture.file(of: sheet, site) else { return HTML() }
    var html: HTML = "<meta property=\"og:image\" content=\"\(base)\(LinkCheck.address(ofAsset: path))\">\n"
    if let alt = sheet.tree.root["image"]?["alt"], !alt.isBlank {
      html += "<meta property=\"og:image:alt\" content=\"\(alt.text)\">\n"
    }
    return html
  }

  /// - Parameter json: written for markup, so that nothing in it can end the script.
  static func script(_ json: [UInt8]) -> HTML {
    "<script type=\"application/ld+json\">\(HTML(trusted: json))</script>\n"
  }
}
