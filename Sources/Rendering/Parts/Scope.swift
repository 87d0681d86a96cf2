import EcosystemSchema
import FrontMatter
import Linking
import Markup
import SheetModel

/// What the parts of one page need to know: where the page is, and whose sheet it shows.
struct Scope {
  let site: SiteContext
  /// The page's own address.
  let address: String
  let sheet: Sheet?
  /// The way to the page that holds the sheet's own sources and figures; empty on that page itself.
  let sheetPage: String
  /// The numbers of the sheet's sources, from 1, in the order in which the sheet lists them.
  private let sourceNumbers: [String: Int]

  /// - Parameter isElsewhere: whether the page shows parts of the sheet beside others, its sources standing on its own page.
  init(_ site: SiteContext, _ address: String, sheet: Sheet? = nil, isElsewhere: Bool = false) {
    self.site = site
    self.address = address
    self.sheet = sheet
    sheetPage = isElsewhere ? sheet.flatMap { site.link(from: address, to: $0.id) } ?? "" : ""
    var numbers: [String: Int] = [:]
    for (i, source) in (sheet?.sources ?? []).enumerated() where numbers[source.id.value] == nil {
      numbers[source.id.value] = i + 1
    }
    sourceNumbers = numbers
  }

  /// A link written from the site's root, made relative to this page.
  func link(_ target: String) -> String { Address.link(from: address, to: target) }

  /// A sheet's name as a link; plain text where it has no page.
  func sheetLink(_ id: SheetID, text: String? = nil) -> HTML {
    let name = text ?? site.atlas[id]?.name.value ?? id.id
    guard let href = site.link(from: address, to: id), id != sheet?.id || !sheetPage.isEmpty else { return "\(name)" }
    return "<a href=\"\(href)\">\(name)</a>"
  }

  /// A country's name, as a link where it has a page.
  func countryLink(_ code: String) -> HTML {
    let name = site.geography.countryName(code)
    guard site.places.countries.contains(code), Address.country(code) != address else { return "\(name)" }
    return "<a href=\"\(link(Address.country(code)))\">\(name)</a>"
  }

  /// A subdivision's name, as a link where it has a page; that of its sheet, if there is one.
  func subdivisionLink(_ code: String) -> HTML {
    let page = Address.subdivision(code)
    let name = site.subdivisionName(code)
    guard page != address, site.hasPage(ofSubdivision: code) else { return "\(name)" }
    return "<a href=\"\(link(page))\">\(name)</a>"
  }

  /// A theme's mark and name, as a link to its page.
  func themeLink(_ id: String, short: Bool = false) -> HTML {
    guard let theme = site.theme(id) else { return "\(id)" }
    let name = short ? theme.theme?.short ?? theme.name.value : theme.name.value
    let content: HTML = "\(ThemeMark.svg(site, id))\(name)"
    guard let href = site.link(from: address, to: theme.id), Address.sheet(theme.id) != address else {
      return "<span class=\"theme-name\">\(content)</span>"
    }
    return "<a class=\"theme-name\" href=\"\(href)\">\(content)</a>"
  }

  /// A theme's mark and short name, not linked: for tables that have one link a row.
  func themeText(_ id: String) -> HTML {
    guard let theme = site.theme(id) else { return "\(id)" }
    return "<span class=\"theme-name\">\(ThemeMark.svg(site, id))\(theme.theme?.short ?? theme.name.value)</span>"
  }

  /// `12`, linked to source 12 of the list; with the place in the source where one is given.
  /// - Parameter hasTip: whether the number says whose source it is, which long lists would pay dearly for.
  func sourceMark(_ id: String, place: String?, hasTip: Bool = true) -> HTML {
    guard let number = sourceNumbers[id], let source = sheet?.sources[number - 1] else { return "\(id)" }
    let tip = [source.publisher ?? source.title, source.year.map(String.init)].compactMap { $0 }.joined(separator: ", ")
    let title: HTML = hasTip ? " title=\"\(tip)\"" : ""
    let mark: HTML = "<a href=\"\(sheetPage)#source-\(id)\"\(title)>\(number)</a>"
    guard let place, !place.isEmpty else { return mark }
    return "\(mark) <span class=\"at\">\(place)</span>"
  }

  /// The marks of a `sources` list.
  func sourceMarks(_ list: Node?) -> HTML? {
    guard let list, list.count > 0 else { return nil }
    return list.items.map { item in
      item.isMapping
        ? sourceMark(item["id"]?.text ?? "", place: item["at"]?.text, hasTip: false)
        : sourceMark(item.text, place: nil, hasTip: false)
    }.joined(" ")
  }

  /// The same in running text, named for those who listen.
  func sources(_ list: Node?) -> HTML {
    guard let marks = sourceMarks(list) else { return HTML() }
    return "<span class=\"refs\"><span class=\"sr-only\">Sources </span>\(marks)</span>"
  }

  /// The same as the last cell of a row.
  func sourceCell(_ list: Node?) -> HTML { "<td class=\"refs\">\(sourceMarks(list) ?? HTML())</td>" }

  /// The sources that `evidence` gives for a field, or for what it lies in.
  func evidence(_ path: String) -> HTML {
    guard let evidence = sheet?.tree.root["evidence"] else { return HTML() }
    var path = Substring(path)
    while true {
      if let list = evidence[String(path)] { return sources(list) }
      guard let dot = path.lastIndex(of: ".") else { return HTML() }
      path = path[..<dot]
    }
  }
}
