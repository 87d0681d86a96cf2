import Diagnostics
import SheetAnalysis
import SheetModel
import SourceText
import Templates
import TestSupport
import Testing

@testable import Rendering

private let cluster = """
  ---
  aim: listed
  name: Example <b>& Co</b>
  theme: ict-nano
  location: {countries: [FR], seat: {city: Paris, lat: 48.85, lon: 2.35}}
  players:
    businesses:
      - {name: Firm, sources: [s1]}
      - {name: Other <script>}
  figures:
    - {id: a, indicator: employment, value: 40000, year: 2022, scope: cluster, method: reported, sources: [s1]}
    - {id: b, indicator: employment, value: 50000, year: 2022, scope: cluster, method: study, sources: [s1]}
  gaps:
    - {field: players.investors, reason: not-found}
  sources:
    - {id: s1, type: press, title: A report, publisher: Paper, read_on: 2025-01-02, reliability: B}
    - {id: unused, type: press, title: "<i>Never</i> read", reliability: C}
  ---

  A text with a [[no-such-sheet]].
  """

private func material(_ project: TestProject) async -> (Analysis, ReviewMaterial) {
  let analysis = await project.analyze()
  let material = ReviewMaterial(
    diagnostics: await project.diagnostics(), rules: SheetRules.all.map(\.rule), today: project.today, sources: project.sources)
  return (analysis, material)
}

/// The same sheet as a draft: what is only asked of published sheets is not asked of it.
private let draft = cluster.replacing("aim: listed", with: "aim: draft")

private func files(_ more: [(path: String, text: String)] = []) async -> [String: String] {
  let (analysis, material) = await material(TestProject.with([("Sheets/clusters/example.md", cluster)] + more))
  return Dictionary(
    ReviewSite.files(analysis, material).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
    uniquingKeysWith: { first, _ in first })
}

/// The values of an attribute in a page.
private func attributes(_ name: String, in page: String) -> [String] {
  page.split(separator: " \(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
}

@Test func theReviewHasAllItsPages() async {
  let files = await files()
  #expect(Set(files.keys) == Set(ReviewTopic.all.map { $0.file() } + ["styles/site.css"]))
  #expect(files["styles/site.css"]?.contains(".heat") ?? false)
}

@Test func everyLinkOfTheReviewLeadsToAnAnchorThatIsThere() async {
  let files = await files()
  for (path, page) in files where path.hasSuffix(".html") {
    let ids = attributes("id", in: page)
    #expect(Set(ids).count == ids.count, "\(path) has an id twice")
    for href in attributes("href", in: page) where !href.hasPrefix("http") {
      let (file, fragment) = Address.split(href)
      let target = file.isEmpty ? page : files[file]
      #expect(target != nil, "\(path) links to \(href)")
      if !fragment.isEmpty { #expect(target?.contains(" id=\"\(fragment.dropFirst())\"") ?? false, "\(path) links to \(href)") }
    }
  }
}

@Test func findingsShowTheLineAndEscapeIt() async throws {
  let page = try #require(await files()["by-sheet.html"])
  #expect(page.contains("Source &#39;unused&#39; is never cited"))
  #expect(page.contains("- {id: <mark>unused</mark>, type: press, title: &quot;&lt;i&gt;Never&lt;/i&gt; read&quot;"))
  #expect(page.contains("<span class=\"carets\">^^^^^^</span>"))
  #expect(page.contains("Sheets/clusters/example.md:17:10"))
  #expect(!page.contains("<script>"))
}

@Test func rulesSayWhatTheyWantAndWhy() async throws {
  let page = try #require(await files()["by-rule.html"])
  #expect(page.contains("Every source of a sheet is cited somewhere in it."))
  #expect(page.contains("A source that nothing cites proves nothing"))
  #expect(page.contains("<a href=\"by-sheet.html#sheet-cluster-example-"))
}

@Test func theHeatMapSaysItsNumbers() async throws {
  let page = try #require(await files()["completeness.html"])
  #expect(page.contains("<td class=\"h-some\">1/2</td>"))
  #expect(page.contains("<td class=\"h-gap\">gap</td>"))
  #expect(page.contains("<td class=\"h-silent\">–<span class=\"sr-only\"> nothing said</span></td>"))
}

@Test func conflictingFiguresStandSideBySide() async throws {
  let page = try #require(await files()["conflicts.html"])
  #expect(page.contains("40,000") && page.contains("50,000"))
  #expect(page.contains("Paper (B)"))
}

@Test func agesStandInBandsAndNoPageShowsTheDayOfTheBuild() async throws {
  let files = await files()
  let page = try #require(files["freshness.html"])
  #expect(page.contains("<th scope=\"row\">1 to 2 years</th><td class=\"num\">1</td>"))
  #expect(!files.values.contains { $0.contains("2026-11-22</") && $0.contains("Today") })
}

@Test func theSinglePageNeedsNothingElse() async {
  let (analysis, material) = await material(TestProject.with([("Sheets/clusters/example.md", cluster)]))
  let page = String(decoding: ReviewPage.single(analysis, material), as: UTF8.self)
  #expect(page.contains("<style>") && !page.contains("<link") && !page.contains("<script") && !page.contains(" src="))
  let ids = attributes("id", in: page)
  #expect(Set(ids).count == ids.count)
  for href in attributes("href", in: page) where !href.hasPrefix("http") {
    #expect(href.hasPrefix("#") && ids.contains(String(href.dropFirst())), "\(href)")
  }
}

@Test func theReviewIsPartOfTheSiteWhereItIsWanted() async throws {
  let project = await TestProject.with([("Sheets/clusters/example.md", draft.replacing("[[no-such-sheet]]", with: "word"))])
  let (analysis, material) = await material(project)
  let templates = try #require(TemplateSet.load(project.sources.templates, layouts: Layouts.all).set)
  let plan = SitePlan.make(analysis, assets: [], includesDrafts: false)
  func addresses(_ material: ReviewMaterial?) -> [String] {
    SiteRenderer(
      analysis: analysis, plan: plan, templates: templates, styles: [], includesDrafts: false, review: material
    ).plan.routes.map(\.address)
  }
  #expect(!addresses(nil).contains { $0.hasPrefix("review/") })
  #expect(addresses(material).filter { $0.hasPrefix("review/") }.count == ReviewTopic.all.count)
  let site = SiteRenderer(
    analysis: analysis, plan: plan, templates: templates, styles: [], includesDrafts: false, review: material)
  for route in site.plan.routes
  where route.address == "review/by-sheet.html" || route.address == "sitemap.xml" || route.address == "index.html" {
    guard case .bytes(let bytes) = site.render(route) else { continue }
    let page = String(decoding: bytes, as: UTF8.self)
    // The sheet is a draft, and drafts are not published: neither are their mistakes.
    #expect(!page.contains("Example &lt;b&gt;"))
    #expect(page.contains("review/index.html") == (route.address == "index.html"))
  }
}

@Test func longListsAreContinuedAndNothingIsLost() {
  typealias Part = ReviewPart<Int>
  let groups = [
    Part.Group(id: "a", title: "A", total: 5, items: [1, 2, 3, 4, 5]), .init(id: "b", title: "B", total: 0, items: []),
    .init(id: "c", title: "C", total: 4, items: [6, 7, 8, 9]),
  ]
  let parts = Part.split(groups, limit: 4)
  #expect(parts.map { $0.groups.map(\.items) } == [[[1, 2, 3, 4]], [[5], [6, 7, 8]], [[9]]])
  #expect(Part.split(groups, limit: 4) { $0 == 3 ? 100 : 1 }.flatMap { $0.groups.flatMap(\.items) } == Array(1...9))
  #expect(Part.split([], limit: 4).count == 1)
}

@Test func aLongLineIsCutAroundWhatIsWrong() {
  let text = String(repeating: "ä", count: 5000) + "WRONG" + String(repeating: "ö", count: 5000)
  let file = SourceFile(path: "x.md", text: text)
  let line = SourceLine(file, LineTable(file), Span(10_000, 10_005))
  #expect(line.marked == "WRONG")
  #expect(line.lead.count == 60 && line.lead.hasPrefix("…ä"))
  #expect(line.rest.hasSuffix("ö…") && line.rest.count == 85)
  #expect(line.indent == 60 && line.width == 5)
}

@Test func sharesAreNeverRoundedToAllOrNothing() {
  #expect(CorpusNumbers.percent(0, of: 0) == nil)
  #expect(CorpusNumbers.percent(1, of: 1000) == 1)
  #expect(CorpusNumbers.percent(999, of: 1000) == 99)
  #expect(CorpusNumbers.percent(1, of: 8) == 13)
  #expect(CorpusNumbers.percent(8, of: 8) == 100)
}

@Test func agesFallIntoBands() throws {
  let today = try #require(CalendarDate("2026-11-22"))
  let bands = ["2026-11-22", "2026-05-23", "2026-05-22", "2025-11-23", "2025-11-22", "2024-11-22", "2027-01-01"].map {
    AgeBand(CalendarDate($0), today: today)
  }
  #expect(bands == [.underSixMonths, .underSixMonths, .underOneYear, .underOneYear, .underTwoYears, .older, .underSixMonths])
  #expect(AgeBand(nil, today: today) == .unknown)
}
