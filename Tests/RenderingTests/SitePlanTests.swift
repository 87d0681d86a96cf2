import Rendering
import SheetAnalysis
import SheetModel
import SourceText
import TestSupport
import Testing
import Workspace

private func listed(_ name: String, _ front: String, body: String = "A text [@s1].") -> String {
  """
  ---
  aim: listed
  name: \(name)
  \(front)
  sources:
    - {id: s1, type: official-report, title: A report, publisher: One, reliability: A}
  ---

  \(body)

  """
}

private func cluster(_ name: String, countries: String, seat: String) -> String {
  listed(
    name,
    """
    status: active
    theme: ict-nano
    location: {countries: [\(countries)], seat: {city: A town, \(seat)}, dimension: region}
    identified_by: [{initiative: list, scope: direct, sources: [s1]}]
    """)
}

@Suite struct SitePlanTests {
  private let copenhagen = "lat: 55.6759, lon: 12.5655"
  private let files: [(String, String)] = [
    ("Sheets/clusters/oeresund.md", cluster("Øresund", countries: "DK, SE", seat: "lat: 55.6759, lon: 12.5655")),
    ("Sheets/clusters/aarhus.md", cluster("Aarhus", countries: "DK", seat: "lat: 56.1629, lon: 10.2039")),
    ("Sheets/clusters/draft.md", "---\naim: draft\nname: Draft\nlocation: {countries: [BR]}\n---\n"),
    ("Sheets/initiatives/list.md", listed("List", "scope: world\nmethod: certification\nsummary: A text.")),
    (
      "Sheets/policies/programme.md", listed("Programme", "level: national\nlogic: networking\nsummary: A text.\ncountries: [FR]")
    ),
    ("Sheets/regions/denmark.md", listed("Denmark", "level: country\ncode: DK\nsummary: A text.")),
    ("Sheets/regions/the-north.md", listed("The North", "level: macro-region\ncode: \"154\"\nsummary: A text.")),
    ("Sheets/regions/japan.md", listed("Japan", "level: country\ncode: JP\nsummary: A text.")),
    (
      "Sheets/regions/scania.md",
      listed(
        "Scania",
        "level: subdivision\ncode: SE-M\nsummary: A text.\nimage: {file: scania/coast.jpg, alt: A coast, credit: A. Writer, licence: CC BY 4.0}"
      )
    ),
    ("Sheets/regions/scania/coast.jpg", "JPEG"),
    ("Sheets/regions/scania/unused.jpg", "JPEG"),
    ("Site/pages/method.md", "---\ntitle: Method\n---\n\nA text.\n"),
    ("Site/pages/home.md", "---\ntitle: Home\n---\n\nA text.\n"),
  ]

  private func plan(drafts: Bool = false) async -> (Analysis, SitePlan) {
    var project = await TestProject.with(files)
    project.includesDrafts = drafts
    let analysis = await project.analyze()
    return (analysis, SitePlan.make(analysis, assets: project.sources.assets, includesDrafts: drafts))
  }

  @Test func everyPageHasItsAddress() async {
    let (_, plan) = await plan()
    #expect(plan.diagnostics.map(\.message) == [])
    #expect(
      plan.routes.map(\.address).filter { !$0.hasPrefix("data/") && !$0.hasPrefix("print/") } == [
        ".nojekyll", "404.html", "case-studies/index.html", "clusters/aarhus.html", "clusters/by/band-iii.html",
        "clusters/by/country-dk.html", "clusters/by/country-se.html", "clusters/by/dimension-region.html",
        "clusters/by/region-northern-europe.html", "clusters/by/theme-ict-nano--northern-europe.html",
        "clusters/by/theme-ict-nano.html", "clusters/by/tier-listed.html", "clusters/index.html", "clusters/oeresund.html",
        "concepts/index.html",
        "glossary.html", "index.html", "initiatives/index.html", "initiatives/list.html", "maps/anchorage.html",
        "maps/band.html", "maps/dimension.html", "maps/index.html", "maps/size.html", "maps/stage.html", "maps/theme.html",
        "matrix.html", "method.html", "network.html", "numbers.html",
        "policies/index.html",
        "policies/programme.html", "regions/dk.html", "regions/eastern-asia.html", "regions/fr.html", "regions/index.html",
        "regions/jp.html",
        "regions/northern-europe.html", "regions/scania/coast.jpg", "regions/se-m.html", "regions/se.html",
        "regions/western-europe.html", "robots.txt",
        "schema/case-study.html", "schema/cluster.html", "schema/concept.html", "schema/index.html", "schema/initiative.html",
        "schema/policy.html", "schema/region.html", "schema/theme.html",
        "sitemap.xml", "sources.html", "themes/creative-industries.html",
        "themes/environment-energy-construction.html",
        "themes/health-life-sciences.html", "themes/ict-nano.html", "themes/index.html", "themes/mobility-security.html",
      ])
  }

  @Test func draftsHavePagesOnlyWhenAskedFor() async {
    let (_, without) = await plan()
    let (analysis, with) = await plan(drafts: true)
    let added = Set(with.routes.map(\.address)).subtracting(without.routes.map(\.address)).filter {
      !$0.hasPrefix("data/") && !$0.hasPrefix("print/")
    }
    #expect(
      added == [
        "clusters/by/country-br.html", "clusters/by/region-latin-america-and-the-caribbean.html", "clusters/by/tier-draft.html",
        "clusters/draft.html", "regions/br.html", "regions/latin-america-and-the-caribbean.html",
      ])
    #expect(with.lostSheets(of: analysis, includesDrafts: true) == [])
  }

  @Test func sheetsOfPlacesStandOnTheirPages() async {
    let (analysis, plan) = await plan()
    #expect(plan.addresses[SheetID(.region, "denmark")] == "regions/dk.html")
    #expect(plan.addresses[SheetID(.region, "the-north")] == "regions/northern-europe.html")
    #expect(plan.addresses[SheetID(.region, "japan")] == "regions/jp.html")
    #expect(plan.addresses[SheetID(.region, "scania")] == "regions/se-m.html")
    let places = PlaceIndex(analysis.published(includingDrafts: false), analysis.atlas)
    #expect(places.regionSheet(at: "regions/dk.html") == SheetID(.region, "denmark"))
    #expect(places.regionSheet(at: "regions/se.html") == nil)
    #expect(places.address(ofRegionSheet: SheetID(.region, "scania")) == "regions/se-m.html")
    #expect(places.subdivisions == ["SE-M"] && places.subdivisions(ofCountry: "SE") == ["SE-M"])
  }

  @Test func aSheetWithoutItsPageIsLost() async {
    let (analysis, plan) = await plan()
    #expect(plan.lostSheets(of: analysis, includesDrafts: false) == [])
    for address in ["regions/dk.html", "clusters/aarhus.html", "themes/ict-nano.html"] {
      let less = SitePlan(routes: plan.routes.filter { $0.address != address }, diagnostics: [], addresses: plan.addresses)
      let lost = plan.addresses.filter { $0.value == address }.keys.sorted()
      #expect(less.lostSheets(of: analysis, includesDrafts: false) == lost && lost.count == 1)
    }
    let unplanned = SitePlan(routes: plan.routes, diagnostics: [], addresses: plan.addresses.filter { $0.key.kind != .policy })
    #expect(unplanned.lostSheets(of: analysis, includesDrafts: false) == [SheetID(.policy, "programme")])
    #expect(plan.lostSheets(of: analysis, includesDrafts: true) == [SheetID(.cluster, "draft")])
  }

  @Test func acrossABorderAClusterStandsOnBothSidesAndOnceInTheRegion() async {
    let (analysis, _) = await plan()
    let places = PlaceIndex(analysis.published(includingDrafts: false), analysis.atlas)
    #expect(places.countries == ["DK", "FR", "JP", "SE"])
    #expect(places.macroRegions == ["eastern-asia", "northern-europe", "western-europe"])
    #expect(
      places.clusters(inCountry: "DK").map(\.id.id) == ["aarhus", "oeresund"]
        && places.clusters(inCountry: "SE").map(\.id.id) == ["oeresund"])
    #expect(places.clusters(inMacroRegion: "northern-europe", analysis.atlas).map(\.id.id) == ["aarhus", "oeresund"])
    #expect(
      places.policies(inCountry: "FR").map(\.id.id) == ["programme"]
        && places.policies(inMacroRegion: "northern-europe", analysis.atlas).isEmpty)
  }

  @Test func onlyPicturesThatAreNamedAreCopied() async {
    let (_, plan) = await plan()
    let assets = plan.routes.compactMap { route in if case .asset(let path) = route.page { path } else { nil } }
    #expect(assets == ["Sheets/regions/scania/coast.jpg"])
  }

  @Test func withoutAnAddressThereIsNoSitemap() async {
    let project = await TestProject.with([("Site/site.yaml", "title: Example\n")])
    let plan = SitePlan.make(await project.analyze(), assets: [], includesDrafts: false)
    #expect(!plan.routes.contains { $0.address == "sitemap.xml" })
  }
}
