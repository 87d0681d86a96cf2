import Diagnostics
import Linking
import SheetAnalysis
import SheetModel
import SourceText
import Workspace

/// Which files the site has, before the first of them is made.
package struct SitePlan: Sendable {
  /// In the order of their addresses.
  package let routes: [Route]
  /// What the plan itself finds wrong: links to pages that do not exist, pictures that are missing, two pages at one address.
  package let diagnostics: [Diagnostic]
  /// The published sheets and the address of each; a region's may be the page of its place.
  package let addresses: [SheetID: String]
  private let files: Set<String>

  package init(routes: [Route], diagnostics: [Diagnostic], addresses: [SheetID: String]) {
    self.routes = routes
    files = Set(routes.map(\.address))
    self.diagnostics = diagnostics
    self.addresses = addresses
  }

  /// The same site with further pages.
  func adding(_ more: [Route]) -> SitePlan {
    SitePlan(
      routes: (routes + more).sorted { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }, diagnostics: diagnostics,
      addresses: addresses)
  }

  /// Plans the site of an analysis. The pages for reviewers are not in it: what they hold is not known before the plan itself has been checked.
  ///
  /// - Parameters:
  ///   - includesReview: whether texts may link to those pages.
  ///   - includesPrint: whether there is a print edition, where the configuration wants one.
  package static func make(
    _ analysis: Analysis, assets: [Asset], includesDrafts: Bool, includesReview: Bool = true, includesPrint: Bool = true
  ) -> SitePlan {
    let published = analysis.published(includingDrafts: includesDrafts)
    let places = PlaceIndex(published, analysis.atlas)
    var routes: [Route] = [
      Route("index.html", .home), Route("clusters/index.html", .explorer), Route("regions/index.html", .world),
      Route("sources.html", .sources), Route("404.html", .notFound), Route("robots.txt", .robots),
    ]
    routes += NetworkRoutes.all(published, places)
    routes += [
      Route(MatrixPage.address, .matrix), Route(NumbersPage.address, .numbers), Route(GlossaryPage.address, .glossary),
      Route(SchemaGuidePage.index, .schemaGuide(nil)),
    ]
    routes += SourcesPage.letters(published).map { Route(SourcesPage.address(ofLetter: $0), .sourcesOf(letter: $0)) }
    routes += SheetKind.allCases.filter { analysis.schemas[$0.rawValue] != nil }.map {
      Route(SchemaGuidePage.address(of: $0), .schemaGuide($0))
    }
    if analysis.configuration.baseURL != nil { routes.append(Route("sitemap.xml", .sitemap)) }
    for kind in SheetKind.allCases where kind != .cluster && kind != .region {
      routes.append(Route(Address.index(of: kind), .index(kind)))
    }
    routes += MapReading.routes
    for region in places.macroRegions { routes.append(Route(Address.macroRegion(region), .macroRegion(region))) }
    for country in places.countries { routes.append(Route(Address.country(country), .country(country))) }
    routes += FacetRoutes.make(published, analysis)
    var addresses: [SheetID: String] = [:]
    for sheet in published {
      if let address = places.address(ofRegionSheet: sheet.id) {
        addresses[sheet.id] = address
      } else {
        addresses[sheet.id] = Address.sheet(sheet.id)
        routes.append(Route(Address.sheet(sheet.id), .sheet(sheet.id)))
      }
    }
    for text in analysis.texts where !["home", GlossaryPage.textID].contains(text.id) {
      routes.append(Route(text.id + ".html", .text(text.id)))
    }
    routes += DataRoutes.make(analysis, published)
    routes += EditionRoutes.make(analysis, published, places, includesPrint: includesPrint)
    let further = includesReview && analysis.configuration.review ? ReviewSite.fixedAddresses : []
    var check = LinkCheck(
      analysis: analysis, addresses: addresses, assets: assets,
      pages: Set(routes.map(\.address).filter { $0.hasSuffix(".html") } + further))
    check.run()
    routes += check.pictures.map { Route(LinkCheck.address(ofAsset: $0), .asset($0)) }
    routes.sort { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    let collisions = RouteCollision.check(routes, addresses: addresses, analysis)
    return SitePlan(routes: routes, diagnostics: check.diagnostics + collisions, addresses: addresses)
  }

  /// Whether the site has a file at an address.
  package func has(_ address: String) -> Bool { files.contains(address) }

  /// Whether every published sheet has a page that holds it: a plan that loses one is a mistake of ours, and nothing is published.
  ///
  /// - Returns: the sheets that were lost, in order; empty when all is well.
  package func lostSheets(of analysis: Analysis, includesDrafts: Bool) -> [SheetID] {
    let pages = Set(routes.map(\.address))
    return analysis.published(includingDrafts: includesDrafts).map(\.id).filter { id in
      addresses[id].map { !pages.contains($0) } ?? true
    }
  }
}
