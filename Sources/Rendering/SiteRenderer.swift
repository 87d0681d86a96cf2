import EcosystemSchema
import Linking
import Markup
import SheetAnalysis
import SheetModel
import SourceText
import Templates

/// A file of the site, ready to be written.
package enum RenderedFile: Sendable {
  case bytes([UInt8])
  /// Bytes that are made one piece after the other.
  case pieces(RenderedPieces)
  /// A file of the project, by its path, that is copied as it is.
  case copy(String)
}

/// Makes the files of the site one by one. Immutable, so that several cores can ask at once; the same route gives the same bytes.
package struct SiteRenderer: Sendable {
  /// With the pages for reviewers, where there are any.
  package let plan: SitePlan
  let site: SiteContext
  let templates: TemplateSet
  let styles: [SourceFile]

  private let review: ReviewSite?

  /// - Parameter review: what the pages for reviewers are made of; nil leaves them out.
  package init(
    analysis: Analysis, plan: SitePlan, templates: TemplateSet, styles: [SourceFile], includesDrafts: Bool,
    review: ReviewMaterial? = nil
  ) {
    self.templates = templates
    self.styles = styles
    var site = SiteContext(analysis: analysis, plan: plan, includesDrafts: includesDrafts)
    site.hasReview = review != nil
    self.site = site
    self.review = review.map { ReviewSite(site, analysis, $0, includesDrafts: includesDrafts) }
    self.plan = self.review.map { plan.adding($0.routes) } ?? plan
  }

  package func render(_ route: Route) -> RenderedFile {
    let address = route.address
    switch route.page {
    case .home: return .bytes(page("home", HomePage.values(site, address)))
    case .explorer: return .bytes(page("explorer", ExplorerPage.values(site, address)))
    case .sheet(let id): return .bytes(sheet(id, address))
    case .index(.theme): return .bytes(page("list", ThemeIndexPage.values(site, address)))
    case .index(let kind): return .bytes(page("list", IndexPage.values(site, address, kind)))
    case .world: return .bytes(page("list", WorldPage.values(site, address)))
    case .macroRegion(let id): return .bytes(page("region", RegionPage.values(site, address, macroRegion: id)))
    case .country(let code): return .bytes(page("region", RegionPage.values(site, address, country: code)))
    case .sources: return .bytes(page("list", SourcesPage.values(site, address)))
    case .matrix: return .bytes(page("list", MatrixPage.values(site, address)))
    case .numbers: return .bytes(page("list", NumbersPage.values(site, address)))
    case .text(let id): return .bytes(page("text", TextPageView.values(site, address, id)))
    case .notFound: return .bytes(page("notfound", NotFoundPage.values(site, address)))
    case .stylesheet: return .bytes(Stylesheet.join(styles, title: site.configuration.title))
    case .sitemap: return .bytes(Sitemap.xml(plan, base: site.configuration.baseURL ?? ""))
    case .robots: return .bytes(Sitemap.robots(base: site.configuration.baseURL))
    case .clusterData: return .bytes(ClusterData.json(site))
    case .edition(let id): return .pieces(edition(id))
    case .editionHeads(let id): return .bytes(runningHeads(id))
    case .review(let page): return .bytes(review.map { self.page("review", ReviewFrame.values($0, address, page)) } ?? [])
    case .asset(let path): return .copy(path)
    }
  }

  private func sheet(_ id: SheetID, _ address: String) -> [UInt8] {
    guard let sheet = site.atlas[id] else { return [] }
    switch id.kind {
    case .cluster: return page("cluster", ClusterPage.values(site, address, sheet))
    case .theme: return page("theme", ThemePage.values(site, address, sheet))
    default: return page("sheet", SheetPage.values(site, address, sheet))
    }
  }

  private func page(_ layout: String, _ values: [String: SlotValue]) -> [UInt8] { templates.render(layout, values) }
}
