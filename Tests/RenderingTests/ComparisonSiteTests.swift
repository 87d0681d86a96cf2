import Foundation
import SourceText
import TestSupport
import Testing

/// A project in, pages out: clusters and regions side by side.
struct ComparisonSiteTests {
  private static func cluster(_ id: String, _ fields: String = "") -> (path: String, text: String) {
    NetworkSiteTests.cluster(id, fields)
  }

  private static func study(_ id: String, _ fields: String) -> (path: String, text: String) {
    (path: "Sheets/case-studies/\(id).md", text: "---\naim: draft\nname: Study \(id)\n\(fields)\n---\n")
  }

  private static func region(_ id: String, _ fields: String) -> (path: String, text: String) {
    (path: "Sheets/regions/\(id).md", text: "---\naim: draft\nname: Region \(id)\n\(fields)\n---\n")
  }

  /// The cells of a row, by the text of its head.
  private static func row(_ head: String, _ page: String) -> [String] {
    let events = MarkupReader(page).events
    var rows: [[String]] = []
    for event in events {
      if event.tag == "tr" { rows.append([]) }
      if event.tag == "td" || event.tag == "th", !event.isEnd, !rows.isEmpty { rows[rows.count - 1].append("") }
      guard event.tag.isEmpty, let last = rows.last, !last.isEmpty else { continue }
      rows[rows.count - 1][last.count - 1] += " " + event.text
    }
    let words = rows.map { $0.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } }
    return words.first { $0.first == head }.map { Array($0.dropFirst()) } ?? []
  }

  @Test func aCaseStudySetsItsClustersSideBySide() async throws {
    let site = await NetworkSiteTests.site([
      Self.cluster(
        "a",
        "founded: 1997\nevidence: {founded: [s1]}\nplayers: {businesses: [{name: Acme, kind: large, role: founder, since: 1923, sources: [s1]}, {name: Small Labs, kind: sme}]}\nfigures: [{id: f1, indicator: employment, value: 65500, qualifier: about, year: 2022, scope: cluster, method: survey, sources: [s1]}, {id: f2, indicator: employment, value: 40000, year: 2012, scope: cluster}]\nsize: {class: large, figure: f1}\npolicies: [{policy: pact, role: label, from: 2005, to: 2010, sources: [s1]}]\nrelations: [{to: b, type: twinning, from: 2001}]"
      ),
      Self.cluster(
        "b",
        "figures: [{id: f1, indicator: employment, value: 12, scale: thousand, year: 2019, scope: region, sources: [s1]}]\ngaps: [{field: founded, reason: not-found}, {field: players.businesses, reason: not-found}]\nevidence: {founded: [s1]}"
      ),
      (path: "Sheets/policies/pact.md", text: "---\naim: draft\nname: Pact\n---\n"),
      Self.study("two-shores", "question: Does a bridge make a cluster?\nclusters: [a, b]"),
      Self.study("alone", "clusters: [a]"), Self.study("none", ""),
    ])
    let page = try #require(site["compare/two-shores.html"])
    #expect(Self.row("Founded", page) == ["1997 Sources 1", "looked for, not known"])
    #expect(
      Self.row("Businesses", page) == [
        "Acme Sources 1 large company, founder, since 1923 Small Labs SME", "looked for, not known",
      ])
    #expect(Self.row("Research", page) == ["nothing said", "nothing said"])
    #expect(
      Self.row("Employment differ in year, scope and method", page) == [
        "about 65,500 persons 2022, cluster , survey Sources 1 40,000 persons 2012, cluster",
        "12 thousand persons 2019, region Sources 1",
      ])
    #expect(Self.row("Policies", page) == ["Pact Sources 1 label, 2005–2010", "nothing said"])
    #expect(Self.row("Relations", page).first == "Cluster b twinning, since 2001")
    #expect(page.contains("href=\"../clusters/a.html#source-s1\"") && page.contains("href=\"../clusters/a.html#figure-f1\""))
    #expect(PageText(page).main.contains("Does a bridge make a cluster?"))
    #expect(site.keys.filter { $0.hasPrefix("compare/") }.sorted() == ["compare/index.html", "compare/two-shores.html"])
    for address in ["clusters/a.html", "clusters/b.html", "case-studies/two-shores.html"] {
      #expect(site[address]?.contains("href=\"../compare/two-shores.html\"") ?? false, "\(address)")
    }
    #expect(site["index.html"]?.contains("href=\"compare/index.html\"") ?? false)
  }

  @Test func aSheetNamesWhatToCompareItWith() async throws {
    let site = await NetworkSiteTests.site([
      Self.cluster("a", "compare_with: [b, c]"), Self.cluster("b"), Self.cluster("c"),
      Self.region(
        "x",
        "level: country\ncode: DK\ncompare_with: [y]\nfigures: [{id: f1, indicator: population, value: 6, scale: million, year: 2020, scope: national}]"
      ),
      Self.region("y", "level: country\ncode: SE\neconomy: Wood and iron."),
      // Names that would collide if the addresses were put together with one hyphen.
      Self.study("cluster-a", "clusters: [b, c]"), Self.study("region-x", "regions: [x, y]\nclusters: [a]"),
    ])
    #expect(
      site.keys.filter { $0.hasPrefix("compare/") }.sorted() == [
        "compare/cluster--a.html", "compare/cluster-a.html", "compare/index.html", "compare/region--x.html",
        "compare/region-x.html",
      ])
    let own = try #require(site["compare/cluster--a.html"])
    #expect(PageText(own).main.contains("Cluster a beside Cluster b and Cluster c"))
    let regions = try #require(site["compare/region--x.html"])
    #expect(Self.row("Clusters in this atlas", regions) == ["Cluster a Cluster b Cluster c", "nothing said"])
    #expect(Self.row("Economy", regions) == ["nothing said", "Wood and iron."])
    #expect(Self.row("Population", regions) == ["6 million persons 2020, national", "nothing said"])
    // One cluster alone is compared with nothing.
    #expect(!(site["compare/region-x.html"]?.contains("Clusters side by side") ?? true))
    #expect(site["regions/dk.html"]?.contains("href=\"../compare/region--x.html\"") ?? false)
    #expect(!PageText(site["clusters/a.html"] ?? "").main.contains("Compare with"))
  }

  @Test func aPageHoldsSix() async throws {
    let ids = (1...8).map { "c\($0)" }
    let site = await NetworkSiteTests.site(
      ids.map { Self.cluster($0) } + [Self.study("many", "clusters: [\(ids.joined(separator: ", "))]")])
    let page = try #require(site["compare/many.html"])
    #expect(page.contains("class=\"compare compare-6\"") && page.contains("2 more that are named do not stand here"))
    #expect(!page.contains("clusters/c7.html"))
  }

  @Test func draftsAreNotCompared() async {
    let project = await TestProject.with([
      Self.cluster("a", "compare_with: [b]"), Self.cluster("b"), Self.study("both", "clusters: [a, b]"),
    ])
    #expect(await project.site().keys.filter { $0.hasPrefix("compare/") } == [])
  }

  @Test func whatIsComparedMustExist() async {
    var project = await TestProject.with([
      Self.cluster("alpha", "compare_with: [alpah]"), Self.region("x", "level: country\ncode: DK\ncompare_with: [dk]"),
      Self.cluster("beta", "compare_with: [beta]"),
    ])
    project.includesDrafts = true
    let found = await project.diagnostics().map { "\($0.rule) \($0.location.path)" }
    #expect(
      found.contains("unknown-reference Sheets/clusters/alpha.md") && found.contains("unknown-reference Sheets/regions/x.md"))
    #expect(found.contains("self-reference Sheets/clusters/beta.md"))
  }

  /// What an observatory adds to the schema is compared as well.
  @Test func addedFieldsAreCompared() async throws {
    var project = await TestProject.with([
      Self.cluster("a", "prizes: [Golden anchor]\nnickname: Fjord"), Self.cluster("b", "nickname: Bay"),
      Self.study("s", "clusters: [a, b]"),
    ])
    let path = "Sheets/schemas/cluster.schema.yaml"
    let schema = try #require(project.sources.file(path))
    let text = String(decoding: schema.bytes, as: UTF8.self)
    let lines = "  nickname: {title: Nickname, type: string}\n  prizes: {title: Prizes won, type: array, items: {type: string}}\n"
    let place = try #require(text.range(of: "  status:\n"))
    project.put(SourceFile(path: path, text: text.replacingCharacters(in: place, with: lines + "  status:\n")))
    project.includesDrafts = true
    let page = try #require(await project.site()["compare/s.html"])
    #expect(Self.row("Nickname", page) == ["Fjord", "Bay"])
    #expect(Self.row("Prizes won", page) == ["Golden anchor", "nothing said"])
  }
}
