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
  /// A file of the project, by its path, that is copied as it is.
  case copy(String)
  /// A long file that is made in parts while it is written; gives the same parts each time it is asked.
  case stream(@Sendable (_ emit: ([UInt8]) throws -> Void) throws -> Void)

  /// The whole file; nil for one that is copied.
  package func bytes() -> [UInt8]? {
    switch self {
    case .bytes(let bytes): return bytes
    case .copy: return nil
    case .stream(let write):
      var bytes: [UInt8] = []
      do { try write { bytes += $0 } } catch { return nil }
      return bytes
    }
  }
}

/// Makes the files of the site one by one. Immutable, so that several cores can ask at once; the same route gives the same bytes.
package struct SiteRenderer: Sendable {
  /// With the files of single sheets, and the pages for reviewers where there are any.
  package let plan: SitePlan
  let site: SiteContext
  let templates: TemplateSet
  let assets: SiteAssets
  private let review: ReviewSite?

  /// - Parameters:
  ///   - scripts: those of `Site/scripts/`.
  ///   - review: what the pages for reviewers are made of; nil leaves them out.
  package init(
    analysis: Analysis, plan: SitePlan, templates: TemplateSet, styles: [SourceFile], scripts: [SourceFile] = [],
    includesDrafts: Bool,
    review: ReviewMaterial? = nil
  ) {
    self.templates = templates
    assets = SiteAssets(styles: styles, scripts: scripts, title: analysis.configuration.title)
    var site = SiteContext(analysis: analysis, plan: plan, includesDrafts: includesDrafts)
    site.hasReview = review != nil
    self.site = site
    self.review = review.map { ReviewSite(site, analysis, $0, includesDrafts: includesDrafts) }
    let files = DataRoutes.files(of: analysis.published(includingDrafts: includesDrafts))
    self.plan = plan.adding(files + assets.routes + (self.review?.routes ?? []))
  }

  package func render(_ route: Route) -> RenderedFile {
    let address = route.address
    switch route.page {
    case .home:
      return .bytes(
        page("home", HeadLinks.adding(HeadLinks.script(StructuredData.home(site)), to: HomePage.values(site, address))))
    case .explorer: return .bytes(page("explorer", ExplorerPage.values(site, address)))
    case .facet(let selection): return .bytes(page("explorer", FacetPage.values(site, address, selection)))
    case .sheet(let id): return .bytes(sheet(id, address))
    case .index(.theme): return .bytes(page("list", ThemeIndexPage.values(site, address)))
    case .index(let kind): return .bytes(page("list", IndexPage.values(site, address, kind)))
    case .world: return .bytes(page("list", WorldPage.values(site, address)))
    case .macroRegion(let id): return .bytes(region(RegionPage.values(site, address, macroRegion: id), address))
    case .country(let code): return .bytes(region(RegionPage.values(site, address, country: code), address))
    case .subdivision(let code): return .bytes(region(SubdivisionPage.values(site, address, code), address))
    case .network: return .bytes(page("list", NetworkPage.values(site, address)))
    case .networkData: return .bytes(NetworkData.json(site))
    case .comparisonIndex: return .bytes(page("list", ComparisonIndexPage.values(site, address)))
    case .comparison(let id): return .bytes(page("compare", ComparisonPage.values(site, address, id)))
    case .map(let reading):
      return .bytes(page("list", reading.map { MapPage.values(site, address, $0) } ?? MapsIndexPage.values(site, address)))
    case .sources: return .bytes(page("list", SourcesPage.values(site, address)))
    case .sourcesOf(let letter): return .bytes(page("list", SourcesPage.values(site, address, letter: letter)))
    case .matrix: return .bytes(page("list", MatrixPage.values(site, address)))
    case .numbers: return .bytes(page("list", NumbersPage.values(site, address)))
    case .glossary: return .bytes(page("list", GlossaryPage.values(site, address)))
    case .schemaGuide(nil): return .bytes(page("list", SchemaGuidePage.indexValues(site, address)))
    case .schemaGuide(let kind?): return .bytes(page("list", SchemaGuidePage.values(site, address, kind)))
    case .text(let id): return .bytes(page("text", TextPageView.values(site, address, id)))
    case .notFound: return .bytes(page("notfound", NotFoundPage.values(site, address)))
    case .stylesheet: return .bytes(assets.stylesheet?.bytes ?? [])
    case .script(let name): return .bytes(assets.script(name))
    case .sitemap: return .bytes(Sitemap.xml(site, plan))
    case .robots: return .bytes(Sitemap.robots(base: site.configuration.baseURL))
    case .data(.page): return .bytes(page("list", DataPage.values(site, address)))
    case .data(let file): return DataFiles.render(file, site)
    case .feed: return .bytes(Feed.xml(site))
    case .redirect(_, let id): return .bytes(page("text", RedirectPage.values(site, address, to: id)))
    case .empty: return .bytes([])
    case .edition(let id): return edition(id).file
    case .editionHeads(let id): return .bytes(runningHeads(id))
    case .review(let page): return .bytes(review.map { self.page("review", ReviewFrame.values($0, address, page)) } ?? [])
    case .source(let id): return site.atlas[id].map { .copy($0.path) } ?? .bytes([])
    case .asset(let path): return .copy(path)
    }
  }

  private func sheet(_ id: SheetID, _ address: String) -> [UInt8] {
    guard let sheet = site.atlas[id] else { return [] }
    let head = HeadLinks.sheet(sheet, site, address)
    switch id.kind {
    case .cluster: return page("cluster", HeadLinks.adding(head, to: ClusterPage.values(site, address, sheet)))
    case .theme: return page("theme", HeadLinks.adding(head, to: ThemePage.values(site, address, sheet)))
    default: return page("sheet", HeadLinks.adding(head, to: SheetPage.values(site, address, sheet)))
    }
  }

  /// A place's page, with the sheet that stands on it where there is one.
  private func region(_ values: [String: SlotValue], _ address: String) -> [UInt8] {
    let sheet = site.places.regionSheet(at: address).flatMap { site.atlas[$0] }
    let head = sheet.map { HeadLinks.sheet($0, site, address) } ?? HTML()
    return page("region", HeadLinks.adding(head, to: values))
  }

  private func page(_ layout: String, _ values: [String: SlotValue]) -> [UInt8] {
    var values = values
    assets.fill(&values, layout: layout)
    return templates.render(layout, values)
  }
}
