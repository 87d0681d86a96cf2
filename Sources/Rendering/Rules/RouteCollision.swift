import Diagnostics
import SheetAnalysis
import SheetModel
import SourceText

package enum RouteCollision {
  package static let rule = Rule(
    id: "page-collision", severity: .error,
    title: "No two pages of the site have the same address",
    why: """
      A page of Site/pages/ that is called like a page the program makes itself (sources, index), or a region's sheet whose id is that of a \
      macro-region's page, would overwrite it. Give the file another name.
      """,
    bad: Example("Site/pages/sources.md", "---\ntitle: Example\n---\n\nA text.\n"),
    good: Example("Site/pages/our-sources.md", "---\ntitle: Example\n---\n\nA text.\n"))

  /// Compares without case: some disks and servers do.
  static func check(_ routes: [Route], _ analysis: Analysis) -> [Diagnostic] {
    var taken: [String: Route] = [:]
    return routes.compactMap { route in
      guard let other = taken.updateValue(route, forKey: route.address.lowercased()) else { return nil }
      // Two sheets of a kind have one address only where their ids differ by case or form, which has a rule of its own.
      if case .sheet(let a) = route.page, case .sheet(let b) = other.page, a.kind == b.kind { return nil }
      guard let path = source(of: route, analysis) ?? source(of: other, analysis) else { return nil }
      return Diagnostic(
        rule, at: Location(path: path, span: Span.at(0)),
        "Address \(Wording.quoted(route.address)) is taken by another page of the site",
        explanation: "Give the file another name.")
    }
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
