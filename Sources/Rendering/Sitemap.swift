import Linking
import Markup
import SheetModel

/// `sitemap.xml` (sitemaps.org protocol 0.9) and `robots.txt`.
enum Sitemap {
  /// All pages that readers should find; addresses in a sitemap are whole, so there is none without `base_url`.
  static func xml(_ site: SiteContext, _ plan: SitePlan) -> [UInt8] {
    let base = site.configuration.baseURL ?? ""
    let days = reviewDays(site)
    var xml = HTML("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for route in plan.routes
    where route.address.hasSuffix(".html") && route.page != .notFound && !route.page.isReview
      && !route.page.isRedirect
    {
      xml.raw("<url><loc>")
      xml.text(canonical(route.address, base: base))
      xml.raw("</loc>")
      if let day = days[route.address] { xml += "<lastmod>\(day.text)</lastmod>" }
      xml.raw("</url>\n")
    }
    xml.raw("</urlset>\n")
    return xml.bytes
  }

  /// When the sheet on a page was reviewed, by the page's address.
  private static func reviewDays(_ site: SiteContext) -> [String: CalendarDate] {
    var days: [String: CalendarDate] = [:]
    for (id, address) in site.plan.addresses {
      guard let day = site.atlas[id]?.reviewed else { continue }
      days[address] = max(day, days[address] ?? day)
    }
    return days
  }

  static func robots(base: String?) -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let base { text += "Sitemap: \(base)sitemap.xml\n" }
    return Array(text.utf8)
  }

  /// The whole address of a page; a folder's index stands for the folder.
  static func canonical(_ address: String, base: String) -> String {
    // A sheet may be called something-index.
    let isFolder = address == "index.html" || address.hasSuffix("/index.html")
    return base + (isFolder ? String(address.dropLast("index.html".count)) : address)
  }
}
