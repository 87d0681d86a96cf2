import Linking
import Markup
import SheetModel

/// `feed.xml` (Atom, RFC 4287): the sheets that changed last, by the days that they give themselves. Ids and links are whole addresses, so there is no feed
/// without `base_url`.
enum Feed {
  static let address = "feed.xml"

  /// Readers of feeds ask often and keep what they have read.
  private static let longest = 50

  static func xml(_ site: SiteContext) -> [UInt8] {
    let base = site.configuration.baseURL ?? ""
    let dated = SheetRows.sheets(site).compactMap { sheet in sheet.updated.map { (sheet: sheet, day: $0) } }
      .sorted { $0.day == $1.day ? $0.sheet.id < $1.sheet.id : $0.day > $1.day }
    var xml: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(site.configuration.language)">
      <title>\(site.configuration.title)</title>

      """
    if let subtitle = site.configuration.subtitle { xml += "<subtitle>\(subtitle)</subtitle>\n" }
    xml += """
      <id>\(base)\(address)</id>
      <link rel="self" type="application/atom+xml" href="\(base)\(address)"/>
      <link rel="alternate" type="text/html" href="\(base)"/>
      <updated>\(time(dated.first?.day))</updated>
      <author><name>\(site.configuration.publisher ?? site.configuration.title)</name></author>

      """
    if let licence = site.configuration.licence { xml += "<rights>\(licence)</rights>\n" }
    for (sheet, day) in dated.prefix(longest) { xml += entry(sheet, day, base, site) }
    xml += "</feed>\n"
    return xml.bytes
  }

  private static func entry(_ sheet: Sheet, _ day: CalendarDate, _ base: String, _ site: SiteContext) -> HTML {
    let page = Sitemap.canonical(site.plan.addresses[sheet.id] ?? "", base: base)
    // An id must stay: the page of a region moves when its code changes, its record does not.
    var xml: HTML = """
      <entry>
      <title>\(sheet.name.value)</title>
      <id>\(base)\(DataFile.record(sheet.id).address)</id>
      <link rel="alternate" type="text/html" href="\(page)"/>
      <updated>\(time(day))</updated>
      <category term="\(sheet.id.kind.rawValue)" label="\(sheet.id.kind.title)"/>

      """
    if let theme = sheet.cluster?.theme?.value {
      xml += "<category term=\"\(theme)\" label=\"\(site.theme(theme)?.name.value ?? theme)\"/>\n"
    }
    if let summary = sheet.summary { xml += "<summary>\(summary)</summary>\n" }
    xml += "</entry>\n"
    return xml
  }

  /// The sheets know days, the format wants moments (RFC 3339).
  private static func time(_ day: CalendarDate?) -> String { "\(day?.text ?? "1970-01-01")T00:00:00Z" }
}
