import Markup
import SheetModel
import SourceText
import Templates

/// An id that a sheet had before: its old page leads on to the new one.
struct Redirect: Sendable {
  let sheet: Sheet
  let former: Located<String>

  /// All of them, in the order of the sheets. An id that another sheet has now, or that an earlier sheet claims, leads nowhere: a rule reports it.
  static func all(_ published: [Sheet]) -> [Redirect] {
    var taken = Set(published.map(\.id))
    return published.flatMap { sheet in
      sheet.formerIDs.filter { SheetID.isSlug($0.value) && taken.insert(SheetID(sheet.id.kind, $0.value)).inserted }
        .map { Redirect(sheet: sheet, former: $0) }
    }
  }

  var address: String { Address.sheet(SheetID(sheet.id.kind, former.value)) }

  var route: Route { Route(address, .redirect(from: SheetID(sheet.id.kind, former.value), to: sheet.id)) }
}

/// The page at an address that a sheet had before. It needs neither a script nor a server that knows it.
enum RedirectPage {
  static func values(_ site: SiteContext, _ address: String, to id: SheetID) -> [String: SlotValue] {
    guard let sheet = site.atlas[id], let target = site.plan.addresses[id] else { return [:] }
    let link = Address.link(from: address, to: target)
    let lead = "This \(id.kind.noun) has another address now."
    var values = FrameValues.make(site, address, title: sheet.name.value, description: lead)
    // Search engines take the address that they shall remember from here.
    values["canonical"] = .text(site.configuration.baseURL.map { Sitemap.canonical(target, base: $0) } ?? "")
    values["head_extra"] = .html(
      """
      <meta name="robots" content="noindex">
      <meta http-equiv="refresh" content="0; url=\(link)">

      """)
    values["title"] = .text(sheet.name.value)
    values["lead"] = .text(lead)
    values["body"] = .html("<p><a href=\"\(link)\">\(sheet.name.value)</a></p>")
    return values
  }
}
