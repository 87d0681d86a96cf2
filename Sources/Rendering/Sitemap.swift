import Markup

/// `sitemap.xml` (sitemaps.org protocol 0.9) and `robots.txt`.
enum Sitemap {
  /// All pages that readers should find, so not the print editions, which hold the same again; addresses in a sitemap are whole, so there is none without `base_url`.
  static func xml(_ plan: SitePlan, base: String) -> [UInt8] {
    var xml = HTML("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for route in plan.routes
    where route.address.hasSuffix(".html") && route.page != .notFound && !route.page.isReview && !route.page.isEdition {
      xml.raw("<url><loc>")
      xml.text(canonical(route.address, base: base))
      xml.raw("</loc></url>\n")
    }
    xml.raw("</urlset>\n")
    return xml.bytes
  }

  static func robots(base: String?) -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let base { text += "Sitemap: \(base)sitemap.xml\n" }
    return Array(text.utf8)
  }

  /// The whole address of a page; a folder's index stands for the folder.
  static func canonical(_ address: String, base: String) -> String {
    base + (address.hasSuffix("index.html") ? String(address.dropLast("index.html".count)) : address)
  }
}
