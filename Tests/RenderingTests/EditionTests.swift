import Markup
import SheetModel
import TestSupport
import Testing

@testable import Rendering

/// The order, the numbers and the references of the print editions.
struct EditionTests {
  private static let context: Task<SiteContext, Never> = Task {
    let project = await RealSite.project.value
    let analysis = await project.analyze()
    return SiteContext(
      analysis: analysis, plan: SitePlan.make(analysis, assets: project.sources.assets, includesDrafts: false),
      includesDrafts: false, drawsMaps: false)
  }

  @Test func sheetsAreNumberedByThemeThenByName() async {
    let site = await Self.context.value
    let edition = Edition(.whole, site)
    #expect(edition.entries.map(\.number) == Array(1...edition.entries.count))
    var expected: [SheetID] = []
    for theme in site.themes { expected += site.clusters(ofTheme: theme.id.id).map(\.id) }
    for kind in [SheetKind.region, .policy, .initiative, .concept, .caseStudy] { expected += site.sheets(of: kind).map(\.id) }
    #expect(edition.entries.map(\.sheet.id) == expected)
    #expect(edition.parts.map(\.letter).prefix(3) == ["A", "B", "C"])
    for entry in edition.entries { #expect(edition.entry(entry.sheet.id)?.number == entry.number) }
  }

  @Test func everyPublishedSheetStandsInTheWholeEditionOnce() async {
    let site = await Self.context.value
    let edition = Edition(.whole, site)
    let wanted = Set(site.plan.addresses.keys.filter { $0.kind != .theme })
    #expect(Set(edition.entries.map(\.sheet.id)) == wanted)
    #expect(edition.entries.count == wanted.count)
  }

  @Test func everyClusterStandsInOneThemeAndInItsRegions() async {
    let site = await Self.context.value
    let published = site.atlas.sheets.filter { site.isPublished($0.id) }
    var themes: [SheetID: Int] = [:]
    var regions: Set<SheetID> = []
    for id in EditionRoutes.all(published, site.places, site.atlas) {
      let edition = Edition(id, site)
      switch id {
      case .whole: continue
      case .theme: for entry in edition.clusters { themes[entry.sheet.id, default: 0] += 1 }
      case .macroRegion(let region):
        #expect(
          Set(edition.clusters.map(\.sheet.id)) == Set(site.places.clusters(inMacroRegion: region, site.atlas).map(\.id)))
        regions.formUnion(edition.clusters.map(\.sheet.id))
      }
    }
    #expect(themes.count == site.clusters.count && themes.values.allSatisfy { $0 == 1 })
    #expect(regions.count == site.clusters.count)
  }

  @Test func aRegionIsOrderedByCountry() async throws {
    let site = await Self.context.value
    let edition = Edition(.macroRegion("eastern-asia"), site)
    let countries = edition.parts.map(\.title)
    #expect(countries.count > 2 && countries.contains("South Korea"))
    #expect(countries == countries.sorted())
  }

  @Test func lettersGoOnAfterZ() {
    #expect([0, 25, 26, 27, 51, 52, 701, 702].map(Edition.letter) == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"])
  }

  @Test func theOnlyDateIsThatOfTheNewestReview() async {
    let edition = Edition(.whole, await Self.context.value)
    #expect(edition.newestReview.flatMap { CalendarDate($0) } != nil)
    #expect(EditionWords.day(CalendarDate("2026-11-02") ?? CalendarDate(secondsSince1970: 0)) == "2 November 2026")
  }

  private func rewritten(_ html: HTML, in id: EditionID = .whole) async -> String {
    let edition = Edition(id, await Self.context.value)
    return EditionMarkup(edition: edition, page: "clusters/biom.html", prefix: "cluster-biom--", levels: 2).rewrite(html).string
  }

  @Test func idsAndWhatNamesThemGetThePrefix() async {
    let found = await rewritten(
      "<section id=\"players\" aria-labelledby=\"players-title other\"><h2 id=\"players-title\">A &amp; B</h2><ul aria-labelledby=\"players-title other\"></ul><a href=\"#source-x\">2</a></section>"
    )
    #expect(
      found
        == "<section id=\"cluster-biom--players\"><h4 id=\"cluster-biom--players-title\">A &amp; B</h4><ul aria-labelledby=\"cluster-biom--players-title cluster-biom--other\"></ul><a href=\"#cluster-biom--source-x\">2</a></section>"
    )
  }

  @Test func headingsStopAtTheSixthLevel() async {
    #expect(await rewritten("<h1>a</h1><h3 class=\"b\">c</h3><h6>d</h6><hr>") == "<h3>a</h3><h5 class=\"b\">c</h5><h6>d</h6><hr>")
  }

  @Test func aLinkToASheetSaysItsNumber() async throws {
    let edition = Edition(.whole, await Self.context.value)
    let number = try #require(edition.entry(SheetID(.cluster, "medicon-valley"))?.number)
    #expect(
      await rewritten("<a href=\"medicon-valley.html\">Medicon Valley</a>")
        == "<a href=\"#cluster-medicon-valley--top\" class=\"page-of\">Medicon Valley <span class=\"see\">(see \(number))</span></a>"
    )
    #expect(
      await rewritten("<a class=\"x\" href=\"medicon-valley.html#text-profile\">the Danish one</a>")
        == "<a class=\"x page-of\" href=\"#cluster-medicon-valley--text-profile\">the Danish one <span class=\"see\">(see \(number), Medicon Valley)</span></a>"
    )
  }

  @Test func aLinkThatLeadsOutOfTheBookIsWords() async {
    #expect(
      await rewritten("<a href=\"hsinchu.html\">Hsinchu</a>", in: .theme("health-life-sciences"))
        == "<span class=\"elsewhere\">Hsinchu <span class=\"see\">(not in this part)</span></span>")
    #expect(
      await rewritten("<a href=\"../policies/kompetenznetze.html\">Kompetenznetze</a>", in: .theme("health-life-sciences"))
        == "<span class=\"elsewhere\">Kompetenznetze</span>")
  }

  @Test func pagesOfTheSiteHaveTheirPlaceInTheBook() async {
    #expect(await rewritten("<a href=\"../regions/dk.html\">Denmark</a>") == "<a href=\"#place-dk\">Denmark</a>")
    #expect(await rewritten("<a href=\"../sources.html#letter-a\">all</a>") == "<a href=\"#bibliography\">all</a>")
    #expect(
      await rewritten("<a href=\"../themes/ict-nano.html\">ICT</a>") == "<a href=\"#part-theme-ict-nano\">ICT</a>")
  }

  @Test func otherSitesAndPicturesStay() async {
    let outside = "<a href=\"https://example.org/a.html#b\" rel=\"external\">x</a>"
    #expect(await rewritten("<a href=\"https://example.org/a.html#b\" rel=\"external\">x</a>") == outside)
    #expect(await rewritten("<img src=\"biom/picture.jpg\" alt=\"\">") == "<img src=\"../clusters/biom/picture.jpg\" alt=\"\">")
    #expect(
      await rewritten("<a href=\"o&#39;neil/plan.pdf\">plan</a>") == "<a href=\"../clusters/o&#39;neil/plan.pdf\">plan</a>")
  }

  @Test func pointsOfMapsSayNoNumber() async {
    #expect(
      await rewritten("<svg><a class=\"point\" href=\"medicon-valley.html\"><title>M</title></a></svg>")
        == "<svg><a class=\"point\" href=\"#cluster-medicon-valley--top\"><title>M</title></a></svg>")
  }
}
