import Diagnostics
import FrontMatter
import SheetAnalysis
import SheetModel
import SourceText

package enum RouteCollision {
  package static let rule = Rule(
    id: "page-collision", severity: .error,
    title: "No two pages of the site have the same address",
    why: """
      A page of Site/pages/ that is called like a page the program makes itself (sources, index), or a region's sheet whose id is that of a \
      macro-region's page, would overwrite it; two region's sheets with the same code would share a page. Give the file another name, or merge the two.
      """,
    bad: Example("Site/pages/sources.md", "---\ntitle: Example\n---\n\nA text.\n"),
    good: Example("Site/pages/our-sources.md", "---\ntitle: Example\n---\n\nA text.\n"))

  /// Compares without case: some disks and servers do.
  ///
  /// - Parameter addresses: those of the published sheets; two sheets on one page are a collision too.
  static func check(_ routes: [Route], addresses: [SheetID: String], _ analysis: Analysis) -> [Diagnostic] {
    pages(routes, analysis) + sheets(addresses, routes, analysis)
  }

  /// Two region's sheets with one code: the place has one page, which shows the first.
  private static func sheets(_ addresses: [SheetID: String], _ routes: [Route], _ analysis: Analysis) -> [Diagnostic] {
    var taken: [String: Sheet] = [:]
    // Whoever has a page of its own collides as a page.
    let own = Set(routes.map(\.page))
    return analysis.atlas.sheets(of: .region).compactMap { sheet in
      guard !own.contains(.sheet(sheet.id)), let address = addresses[sheet.id],
        let other = taken.updateValue(sheet, forKey: address)
      else { return nil }
      taken[address] = other
      return sheet.report(
        rule, at: sheet.tree.root["code"]?.span ?? Span.at(0), "Region has a sheet already, so this one would have no page",
        explanation: "Its page is \(address). Merge the two sheets, or give this one another code.",
        notes: [Note(at: other.location(other.tree.root["code"]?.span ?? other.name.span), "the other sheet")])
    }
  }

  private static func pages(_ routes: [Route], _ analysis: Analysis) -> [Diagnostic] {
    var taken: [String: Route] = [:]
    return routes.compactMap { route in
      // Where both come from files, the second is reported.
      guard let other = taken.updateValue(route, forKey: route.address.lowercased()) else { return nil }
      // Two sheets of a kind have one address only where their ids differ by case or form, which has a rule of its own.
      if case .sheet(let a) = route.page, case .sheet(let b) = other.page, a.kind == b.kind { return nil }
      if let redirect = [route, other].first(where: { $0.page.isRedirect }) { return report(redirect, analysis) }
      guard let path = source(of: route, analysis) ?? source(of: other, analysis) else { return nil }
      return Diagnostic(
        rule, at: Location(path: path, span: Span.at(0)),
        "Address \(Wording.quoted(route.address)) is taken by another page of the site",
        explanation: "Give the file another name.")
    }
  }

  /// A former id whose old address is the address of a page that the program makes itself.
  private static func report(_ route: Route, _ analysis: Analysis) -> Diagnostic? {
    guard case .redirect(let former, let id) = route.page, let sheet = analysis.atlas[id] else { return nil }
    let span = sheet.formerIDs.first { $0.value == former.id }?.span ?? Span.at(0)
    return sheet.report(
      rule, at: span, "Address \(Wording.quoted(route.address)) of a former id is taken by another page of the site",
      explanation: "No redirect can stand there. Take the id off former_ids.")
  }

  private static func source(of route: Route, _ analysis: Analysis) -> String? {
    switch route.page {
    case .sheet(let id): analysis.atlas[id]?.path
    case .text(let id): analysis.texts.first { $0.id == id }?.path
    case .asset(let path): path
    default: nil
    }
  }
}
