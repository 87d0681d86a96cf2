import Foundation
import TestSupport
import Testing

/// A project in, pages out: the network, related clusters, subdivisions.
struct NetworkSiteTests {
  static func cluster(
    _ id: String, name: String? = nil, theme: String = "ict-nano", countries: String = "DK",
    seat: String = "lat: 55.7, lon: 12.6",
    subdivisions: String = "", _ fields: String = "", body: String = ""
  ) -> (path: String, text: String) {
    (
      "Sheets/clusters/\(id).md",
      """
      ---
      aim: draft
      name: \(name ?? "Cluster \(id)")
      theme: \(theme)
      location: {countries: [\(countries)], subdivisions: [\(subdivisions)], seat: {city: A town, \(seat)}}
      \(fields)
      sources: [{id: s1, type: press, title: A report of \(id), publisher: House \(id), year: 2010, reliability: B}]
      ---
      \(body)

      """
    )
  }

  static func site(_ files: [(path: String, text: String)]) async -> [String: String] {
    var project = await TestProject.with(files)
    project.includesDrafts = true
    let site = await project.site()
    #expect(SiteCheck(site).problems == [])
    return site
  }

  private static func text(_ page: String?) -> String {
    PageText(page ?? "").main.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let files = [
    cluster(
      "alpha", name: "Älpha", subdivisions: "DK-84",
      "relations: [{to: beta, type: cooperation-agreement, from: 2006, sources: [s1]}, {to: {name: Far Bay, country: JP}, type: twinning, sources: [s1], note: A remark.}, {to: {name: Next Door, country: DK}, type: network}]\npolicies: [{policy: pact, role: label, from: 2005, sources: [s1]}]\nplayers: {businesses: [{name: Acme}]}"
    ),
    cluster(
      "beta", countries: "US", seat: "lat: 37.4, lon: -122", subdivisions: "US-CA",
      "relations: [{to: alpha, type: cooperation-agreement, sources: [s1]}, {to: alpha, type: part-of}]\npolicies: [{policy: pact, role: label}]\nidentified_by: [{initiative: list, scope: direct, edition: 2008, sources: [s1]}]"
    ),
    cluster(
      "gamma", subdivisions: "DK-84, DK-82", "players: {businesses: [{name: ACME}]}", body: "[A policy](../policies/pact.md)."),
    (path: "Sheets/policies/pact.md", text: "---\naim: draft\nname: Pact\ncountries: [DK]\n---\n"),
    (
      path: "Sheets/initiatives/list.md", text: "---\naim: draft\nname: List\nmethod: certification\n---\n\nIt names [[gamma]].\n"
    ),
    (path: "Sheets/concepts/idea.md", text: "---\naim: draft\nname: Idea\nshown_by: [alpha, gamma]\n---\n"),
    (
      path: "Sheets/regions/capital.md",
      text: "---\naim: draft\nname: Capital\nlevel: subdivision\ncode: DK-84\npolicies: [pact]\nsummary: A text on it.\n---\n"
    ),
    (
      path: "Sheets/regions/strait.md",
      text: "---\naim: draft\nname: The Strait\nlevel: metropolitan\nsubdivisions: [DK-84, SE-M]\n---\n"
    ),
    (path: "Site/pages/method.md", text: "---\ntitle: Method\n---\n\nSee [[alpha]] and [[capital]].\n"),
  ]
  private static let made: Task<[String: String], Never> = Task { await site(files) }

  @Test func relationsStandOnceWithTheirSources() async throws {
    let page = try #require(await Self.made.value["network.html"])
    let text = Self.text(page)
    #expect(text.contains("Relations 4"))
    #expect(
      text.contains("Älpha Cluster beta Cooperation agreement since 2006 Älpha: House alpha, 2010 Cluster beta: House beta, 2010")
    )
    #expect(text.contains("Cluster beta Älpha Part of"))
    #expect(text.contains("Älpha A remark. Far Bay, Japan Twinning House alpha, 2010"))
    #expect(page.contains("href=\"clusters/alpha.html#source-s1\""))
    #expect(text.contains("Pact Policy 2 Älpha , Cluster beta"))
    #expect(text.contains("1 relation to partners in the same country without a sheet is not drawn."))
    // Three arcs: the agreement, the part and the partner abroad, of which a ring shows the country.
    #expect(page.components(separatedBy: "class=\"arc tie-").count - 1 == 3 + 3)
    #expect(page.contains("Japan: Far Bay"))
  }

  @Test func graphIsDataForOtherPrograms() async throws {
    struct Graph: Decodable {
      struct Node: Decodable {
        let id: String
        let kind: String
        let name: String
        let theme: String?
        let country: String?
        let lat: Double?
        let page: String?
      }
      struct Edge: Decodable {
        let source: String
        let target: String
        let type: String
        let directed: Bool
        let from: Int?
        let saidBy: [String]?
      }
      let version: Int
      let nodes: [Node]
      let edges: [Edge]
    }
    let site = await Self.made.value
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let graph = try decoder.decode(Graph.self, from: Data(try #require(site["data/graph.json"]).utf8))
    #expect(graph.version == 1)
    let ids = graph.nodes.map(\.id)
    #expect(
      ids == [
        "cluster:alpha", "cluster:beta", "cluster:gamma", "policy:pact", "initiative:list", "concept:idea", "partner:far-bay-jp",
        "partner:next-door-dk",
      ])
    #expect(graph.nodes[0].theme == "ict-nano" && graph.nodes[0].country == "DK" && graph.nodes[0].lat == 55.7)
    #expect(graph.nodes.compactMap(\.page).allSatisfy { site[$0] != nil } && graph.nodes.compactMap(\.page).count == 6)
    #expect(graph.edges.allSatisfy { ids.contains($0.source) && ids.contains($0.target) })
    let edges = graph.edges.map { "\($0.source) \($0.type) \($0.target) \($0.directed) \($0.from.map(String.init) ?? "")" }
    #expect(
      edges == [
        "cluster:alpha cooperation-agreement cluster:beta false 2006", "cluster:alpha twinning partner:far-bay-jp false ",
        "cluster:alpha network partner:next-door-dk false ", "cluster:beta part-of cluster:alpha true ",
        "cluster:alpha policy policy:pact true 2005", "cluster:beta policy policy:pact true ",
        "cluster:beta identified-by initiative:list true ", "cluster:alpha shown-by concept:idea true ",
        "cluster:gamma shown-by concept:idea true ",
      ])
    #expect(graph.edges[0].saidBy == ["cluster:alpha", "cluster:beta"])
  }

  @Test func relatedClustersSayWhy() async {
    let site = await Self.made.value
    let alpha = Self.text(site["clusters/alpha.html"])
    #expect(
      alpha.contains(
        "Cluster beta , A town, United States relations: cooperation agreement, since 2006, has it as a part; same policy: Pact ")
    )
    #expect(
      alpha.contains(
        "Cluster gamma , A town, Denmark shared player: Acme; both are examples of Idea; same theme and macro-region: ICT and nano, Northern Europe"
      ))
    #expect(alpha.contains("Said on the other sheet: Cluster beta (has it as a part)"))
    #expect(Self.text(site["clusters/beta.html"]).contains("Related clusters 1"))
  }

  @Test func whoMentionsASheetIsSaid() async {
    let site = await Self.made.value
    func mentions(_ page: String) -> String {
      let text = Self.text(site[page])
      return text.range(of: "Mentioned in ", options: .backwards).map { String(text[$0.upperBound...].prefix(120)) } ?? ""
    }
    #expect(mentions("clusters/alpha.html").hasPrefix("Idea concept, in shown by Method page of this site"))
    #expect(mentions("clusters/gamma.html").hasPrefix("List initiative, in text Idea concept, in shown by"))
    #expect(mentions("policies/pact.html").hasPrefix("Cluster gamma cluster, in text Capital region, in policies"))
    #expect(mentions("regions/dk-84.html").hasPrefix("Method page of this site"))
    #expect(mentions("themes/ict-nano.html") == "")
  }

  @Test func partsOfCountriesHavePages() async throws {
    let site = await Self.made.value
    let capital = try #require(site["regions/dk-84.html"])
    let text = Self.text(capital)
    #expect(text.contains("Regions Northern Europe Denmark Capital Part of Denmark 2 clusters Capital A text on it."))
    #expect(text.contains("Älpha") && text.contains("Cluster gamma") && !text.contains("Cluster beta"))
    #expect(text.contains("Policies 1 Named by the clusters here. Pact"))
    #expect(text.contains("ISO 3166-2 DK-84 Hovedstaden"))
    #expect(capital.contains("class=\"land-highlight\"") && capital.contains("href=\"../clusters/gamma.html\" class=\"point"))
    // The sheet has no page of its own; links to it lead to the place.
    #expect(site["regions/capital.html"] == nil && site["method.html"]?.contains("href=\"regions/dk-84.html\"") ?? false)
    #expect(Self.text(site["regions/dk.html"]).contains("Region ISO 3166-2 Clusters Capital DK-84 2 Midtjylland DK-82 1"))
    #expect(site["clusters/gamma.html"]?.contains("<a href=\"../regions/dk-82.html\">Midtjylland</a>") ?? false)
    #expect(site["regions/us-ca.html"] != nil && site["regions/se-m.html"] == nil)
    // A metropolitan area without a code finds its clusters by its subdivisions.
    #expect(
      Self.text(site["regions/strait.html"]).contains(
        "Clusters 2 Clusters that lie here Cluster Theme Place Älpha ICT and nano A town, Denmark Cluster gamma"))
  }

  @Test func aPartOfACountryAboveItsCountry() async {
    let site = await Self.site([
      (path: "Sheets/regions/scania.md", text: "---\naim: draft\nname: Scania\nlevel: subdivision\ncode: SE-M\n---\n")
    ])
    #expect(site["regions/se-m.html"] != nil && site["regions/se.html"] != nil && site["regions/northern-europe.html"] != nil)
    #expect(Self.text(site["regions/se.html"]).contains("Scania SE-M –"))
  }

  @Test func addressesOfPartsCollideWithSheetsOfTheirName() async {
    var project = await TestProject.with([
      Self.cluster("alpha", subdivisions: "DK-84"),
      (path: "Sheets/regions/dk-84.md", text: "---\naim: draft\nname: Example\nlevel: metropolitan\n---\n"),
      (path: "Sheets/regions/one.md", text: "---\naim: draft\nname: One\nlevel: subdivision\ncode: SE-M\n---\n"),
      (path: "Sheets/regions/two.md", text: "---\naim: draft\nname: Two\nlevel: metropolitan\ncode: SE-M\n---\n"),
      (path: "Site/pages/network.md", text: "---\ntitle: Net\n---\n\nText.\n"),
    ])
    project.includesDrafts = true
    let found = await project.diagnostics().filter { $0.rule == "page-collision" }.map(\.location.path)
    #expect(found == ["Sheets/regions/dk-84.md", "Sheets/regions/two.md", "Site/pages/network.md"])
  }

  @Test func withoutRelationsThePageSaysSo() async {
    let site = await Self.site([Self.cluster("alpha")])
    let text = Self.text(site["network.html"])
    #expect(text.contains("No sheet names a relation yet.") && text.contains("No two clusters name the same programme yet."))
    #expect(!(site["network.html"]?.contains("<figure") ?? true))
    #expect(site["compare/index.html"] == nil && !site.values.contains { $0.contains("compare/") })
  }

  /// A policy with sixty clusters fills one row, and says how many it does not name.
  @Test func aHubIsOneRow() async {
    let files = (100..<160).map { Self.cluster("c\($0)", "policies: [{policy: pact, role: label}]") }
    let site = await Self.site(files + [(path: "Sheets/policies/pact.md", text: "---\naim: draft\nname: Pact\n---\n")])
    let page = site["network.html"] ?? ""
    #expect(page.contains("<a href=\"policies/pact.html\">20 more</a>"))
    #expect(!page.contains("class=\"arc") && page.utf8.count < 30_000)
    #expect(Self.text(site["clusters/c120.html"]).contains("47 more share something with it"))
  }
}
