import Cartography
import EcosystemSchema
import Linking
import SheetAnalysis
import SheetModel
import SourceText

/// What every page may ask: the atlas as far as it is published, and where things are. Worked out once, before the first page.
struct SiteContext: Sendable {
  let analysis: Analysis
  let plan: SitePlan
  let places: PlaceIndex
  /// The addresses of all pages, apart from those for reviewers.
  let pages: Set<String>
  /// The themes in their order.
  let themes: [Sheet]
  /// The published clusters, by name.
  let clusters: [Sheet]
  /// The clusters by theme, place, size and so on.
  let facets: FacetIndex
  /// The rank of each cluster by place, in the order of `clusters`.
  let placeRanks: [Int]
  let maps: MapShelf
  /// What texts link to the glossary and to concepts.
  let terms: TermIndex
  /// Every source once, in the order of the bibliography.
  let bibliography: [SourcesPage.Entry]
  /// The pictures that are copied, by their paths in the project.
  let pictures: Set<String>
  /// Whether the pages for reviewers are part of the site.
  var hasReview = false
  /// The print editions of the site.
  let editions: Set<EditionID>
  /// The published sheets by the addresses of their pages.
  let sheetsByAddress: [String: SheetID]
  let network: ClusterNetwork
  let related: RelatedClusters
  let comparisons: ComparisonPlan
  let mentions: MentionIndex
  private let published: Set<SheetID>
  private let byTheme: [String: [Sheet]]
  private let themeNumbers: [String: Int]
  private let themeMarks: [String: MapMark]

  private let schemes: [SheetKind: CompletenessScheme]

  /// - Parameter drawsMaps: pages without maps need not wait for them.
  init(analysis: Analysis, plan: SitePlan, includesDrafts: Bool, drawsMaps: Bool = true) {
    self.analysis = analysis
    self.plan = plan
    pages = Set(plan.routes.map(\.address))
    let sheets = analysis.published(includingDrafts: includesDrafts)
    published = Set(sheets.map(\.id))
    places = PlaceIndex(sheets, analysis.atlas)
    network = ClusterNetwork(sheets, analysis.atlas)
    related = RelatedClusters(sheets, analysis.atlas, network)
    comparisons = ComparisonPlan(sheets)
    mentions = MentionIndex(analysis, sheets)
    themes = sheets.filter { $0.id.kind == .theme }.sorted { ($0.theme?.order ?? 0, $0.id.id) < ($1.theme?.order ?? 0, $1.id.id) }
    clusters = SiteContext.byName(sheets.filter { $0.id.kind == .cluster })
    facets = FacetIndex(
      clusters, themes: themes, atlas: analysis.atlas, field: analysis.schemas[SheetKind.cluster.rawValue]?.root)
    placeRanks = PlaceOrder.ranks(clusters, analysis.atlas.geography)
    pictures = Set(plan.routes.compactMap { if case .asset(let path) = $0.page { path } else { nil } })
    editions = Set(plan.routes.compactMap { if case .edition(let id) = $0.page { id } else { nil } })
    sheetsByAddress = Dictionary(plan.addresses.map { ($1, $0) }) { min($0, $1) }
    bibliography = SourcesPage.collect(sheets)
    terms = TermIndex(GlossaryPage.terms(of: sheets, text: analysis.texts.first { $0.id == GlossaryPage.textID }))
    byTheme = Dictionary(grouping: clusters) { $0.cluster?.theme?.value ?? "" }
    themeNumbers = Dictionary(themes.enumerated().map { ($1.id.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    themeMarks = ThemeMark.marks(themes)
    schemes = Dictionary(
      uniqueKeysWithValues: SheetKind.allCases.compactMap { kind in
        analysis.schemas[kind.rawValue].map { (kind, CompletenessScheme($0.root)) }
      })
    maps = MapShelf(
      drawsMaps ? analysis.maps : BaseMaps(), clusters: clusters, geography: analysis.atlas.geography,
      regions: SiteContext.countriesOfRegions(clusters, analysis.atlas.geography))
  }

  var atlas: Atlas { analysis.atlas }
  var configuration: SiteConfiguration { analysis.configuration }
  var geography: Geography { analysis.atlas.geography }

  /// Whether the site has a feed.
  var hasFeed: Bool { plan.has(Feed.address) }

  func isPublished(_ id: SheetID) -> Bool { published.contains(id) }

  /// The published sheets of a kind, by name.
  func sheets(of kind: SheetKind) -> [Sheet] {
    SiteContext.byName(atlas.sheets.filter { $0.id.kind == kind && published.contains($0.id) })
  }

  /// The schema of a sheet's kind, as people see it.
  func field(of kind: SheetKind) -> Field? { analysis.schemas[kind.rawValue]?.root }

  /// How complete a sheet is; nil where its kind has no schema.
  func completeness(of sheet: Sheet) -> Completeness? { schemes[sheet.id.kind].map { Completeness(sheet, $0) } }

  /// The published clusters of a theme, by name.
  func clusters(ofTheme id: String) -> [Sheet] { byTheme[id] ?? [] }

  /// A theme's mark: no other theme has the same shape and filling.
  func themeMark(_ id: String) -> MapMark { themeMarks[id] ?? MapMark(.circle, "theme-1") }

  /// A theme's number, from 1: its colour. A sixth theme begins again with the first colour; its shape is its own.
  func themeNumber(_ id: String) -> Int { ((themeNumbers[id] ?? 1) - 1) % 5 + 1 }

  /// The name of a subdivision: that of its sheet, if there is one.
  func subdivisionName(_ code: String) -> String {
    if let sheet = places.regionSheet(at: Address.subdivision(code)), let name = atlas[sheet]?.name.value { return name }
    let name = geography.subdivisionName(code)
    // A county and its city may have one name; then the code tells them apart.
    let namesakes = geography.subdivisionCodes[String(code.prefix(2))]?.filter { geography.subdivisionName($0) == name } ?? []
    return namesakes.count > 1 ? "\(name) (\(code))" : name
  }

  func hasPage(ofSubdivision code: String) -> Bool {
    !places.clusters(inSubdivision: code).isEmpty || places.regionSheet(at: Address.subdivision(code)) != nil
  }

  func theme(_ id: String) -> Sheet? { atlas[SheetID(.theme, id)] }

  /// The relative link from a page to the page of a sheet; nil where it has none.
  func link(from page: String, to id: SheetID) -> String? { plan.addresses[id].map { Address.link(from: page, to: $0) } }

  /// The macro-regions in which clusters lie, each with the map's ids of all its countries.
  private static func countriesOfRegions(_ clusters: [Sheet], _ geography: Geography) -> [String: Set<String>] {
    var used: Set<String> = []
    for sheet in clusters {
      for country in sheet.cluster?.countries ?? [] { used.insert(geography.country(country.value)?.macroRegion ?? "") }
    }
    var regions: [String: Set<String>] = [:]
    for country in geography.countries.values where used.contains(country.macroRegion) && !country.macroRegion.isEmpty {
      regions[country.macroRegion, default: []].insert(country.numeric)
    }
    return regions
  }

  static func byName(_ sheets: [Sheet]) -> [Sheet] {
    sheets.sorted { $0.name.value == $1.name.value ? $0.id < $1.id : DiacriticFolding.precedes($0.name.value, $1.name.value) }
  }
}
