import Markup
import SheetModel
import Templates
import TestSupport
import Testing

@testable import Rendering

/// The documents of the print editions as a whole. `SitePageTests` and `GoldenTests` look over their markup, ids and links with all other pages.
struct EditionDocumentTests {
  @Test func contentsNameEverySheetInItsOrder() async throws {
    let html = try #require(await RealSite.pages.value["print/index.html"])
    let reader = MarkupReader(html)
    let anchors = reader.events.filter { $0.tag == "article" && !$0.isEnd }.compactMap { $0["id"] }
    let start = try #require(reader.events.firstIndex { $0["class"] == "contents-list" })
    let end = try #require(reader.events[start...].firstIndex { $0.tag == "section" && $0.isEnd })
    let listed = reader.events[start..<end].compactMap { $0["href"] }.filter { $0.hasSuffix("--top") }.map {
      String($0.dropFirst())
    }
    #expect(anchors.count > 40)
    #expect(listed == anchors)
  }

  /// A reference names the number under which the sheet stands.
  @Test func everyReferenceNamesTheRightNumber() async throws {
    let site = await RealSite.pages.value
    for (address, html) in site where address.hasPrefix("print/") && address.hasSuffix(".html") {
      let reader = MarkupReader(html)
      var numbers: [String: String] = [:]
      for (i, event) in reader.events.enumerated() where event.tag == "article" && !event.isEnd {
        guard let number = reader.events[i...].firstIndex(where: { $0["class"] == "sheet-number" }) else { continue }
        numbers[event["id"] ?? ""] = reader.events[number + 1].text
      }
      var target = ""
      for (i, event) in reader.events.enumerated() {
        if event.tag == "a", !event.isEnd { target = event["href"] ?? "" }
        guard event["class"] == "see" else { continue }
        let text = reader.events[i + 1].text
        guard text.hasPrefix("(see ") else { continue }
        let sheet = target.dropFirst().split(separator: "--", maxSplits: 1).first.map { $0 + "--top" } ?? ""
        let number = text.dropFirst(5).prefix { $0.isNumber }
        #expect(numbers[String(sheet)] == String(number), "\(address): \(target) \(text)")
      }
    }
  }

  @Test func manySheetsMakeASoundBook() async {
    let site = await Self.many(250).site()
    let books = site.filter { $0.key.hasPrefix("print/") && $0.key.hasSuffix(".html") }
    #expect(books.count > 8)
    // The links back to the site lead to pages that need no second look.
    let problems = SiteCheck(site, base: "https://example.org/").problems.filter { $0.hasPrefix("print/") }
    #expect(problems == [])
    #expect(site["print/index.html"]?.contains("<span class=\"sheet-number\">250</span>") ?? false)
  }

  @Test func printNoneLeavesOutBooksAndLinksToThem() async {
    var project = await Self.many(3)
    project.sources.site = .init(path: "Site/site.yaml", text: "title: Example\nbase_url: https://example.org/\nprint: false\n")
    let site = await project.site()
    #expect(site.keys.filter { $0.hasPrefix("print/") } == [])
    #expect(site.filter { $0.value.contains("print/") }.map(\.key) == [])
  }

  @Test func anEmptyAtlasHasABookWithoutMapsAndIndexes() async throws {
    let site = await TestProject.with([]).site()
    let html = try #require(site["print/index.html"])
    #expect(html.contains("id=\"cover\"") && !html.contains("id=\"maps\""))
    #expect(SiteCheck(site).problems == [])
  }

  @Test func numbersOfPagesStandInContentsAndIndexes() async throws {
    let project = await Self.many(3)
    let analysis = await project.analyze()
    let plan = SitePlan.make(analysis, assets: [], includesDrafts: false)
    let templates = try #require(TemplateSet.load(project.sources.templates, layouts: Layouts.all).set)
    let renderer = SiteRenderer(
      analysis: analysis, plan: plan, templates: templates, styles: project.sources.styles, includesDrafts: false)
    func text(_ pages: PageNumbers?) -> String {
      String(decoding: renderer.edition(.whole, pages: pages).bytes, as: UTF8.self)
    }
    let anchor = "cluster-cluster-2--top"
    #expect(text(PageNumbers([:])).contains("<span class=\"folio\">000</span>"))
    #expect(
      text(PageNumbers([anchor: 17])).contains(
        "<a href=\"#\(anchor)\"><span class=\"n\">2</span> <span class=\"title\">Cluster 2</span> <span class=\"folio\">17</span></a>"
      ))
    #expect(!text(nil).contains("folio"))
    #expect(renderer.books.first?.sheetCount == 3)
  }

  /// Small sheets, each with a relation to the next and a policy, over all themes and some countries.
  private static func many(_ count: Int) async -> TestProject {
    let themes = [
      "ict-nano", "health-life-sciences", "mobility-security", "creative-industries", "environment-energy-construction",
    ]
    let places = [("DK", 55.7, 12.5), ("FR", 48.8, 2.3), ("TW", 25.0, 121.5), ("BR", -8.1, -34.9), ("CA", 45.5, -73.6)]
    var files: [(path: String, text: String)] = []
    for i in 1...count {
      let (country, latitude, longitude) = places[i % places.count]
      let number = i < 10 && count < 10 ? "\(i)" : String("000\(i)".suffix(3))
      let next = i == count ? 1 : i + 1
      let other = next < 10 && count < 10 ? "\(next)" : String("000\(next)".suffix(3))
      files.append(
        (
          "Sheets/clusters/cluster-\(number).md",
          """
          ---
          aim: listed
          name: Cluster \(number)
          aliases: [Other name \(number)]
          theme: \(themes[count < 10 ? 0 : i % themes.count])
          location: {countries: [\(country)], seat: {city: Town, lat: \(latitude), lon: \(longitude)}}
          relations: [{to: cluster-\(other), type: cooperation}]
          sources: [{id: s1, type: press, title: Title \(number), publisher: House, url: "https://example.org/\(number)", reliability: B}]
          review: {author: editor, drafted: 2026-11-02}
          ---
          Text with [[cluster-\(other)|another]] and a source [@s1].

          ## Sources

          More.

          """
        ))
    }
    return await TestProject.with(files)
  }
}
