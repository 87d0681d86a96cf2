import SourceText
import TestSupport
import Testing

/// Charts say what the tables say, and nothing where there is nothing to compare.
struct ChartTests {
  private static func cluster(_ id: String, theme: String = "ict-nano", country: String = "DK", _ more: String = "") -> (
    String, String
  ) {
    (
      "Sheets/clusters/\(id).md",
      """
      ---
      aim: draft
      name: Cluster \(id)
      theme: \(theme)
      location: {countries: [\(country)], seat: {city: Town, lat: 55.6, lon: 12.5}}
      \(more)
      sources: [{id: s1, type: press, title: A source, publisher: Somebody, reliability: B}]
      ---

      """
    )
  }

  private static func site(_ files: [(String, String)]) async -> [String: String] {
    var project = await TestProject.with(files.map { (path: $0.0, text: $0.1) })
    project.includesDrafts = true
    return await project.site()
  }

  private static func figures(_ values: [(year: Int, value: String, more: String)]) -> String {
    "figures:\n"
      + values.enumerated().map {
        "  - {id: f\($0), indicator: employment, value: \($1.value), year: \($1.year), scope: cluster, method: reported, sources: [s1]\($1.more)}\n"
      }.joined()
  }

  @Test func fourYearsCountedAlikeMakeAChartInTheOrderOfTheYears() async throws {
    let text = Self.figures([
      (2014, "400", ""), (2010, "100", ""), (2012, "200", ""), (2013, "50", ""), (2016, "800", ", qualifier: target"),
    ])
    let page = try #require(await Self.site([Self.cluster("a", text)])["clusters/a.html"])
    let chart = try #require(page.firstRange(of: "<figure class=\"chart\">").map { page[$0.lowerBound...].prefix(2500) })
    #expect(chart.contains("<strong>Employment</strong>, persons; hollow: a target</figcaption>"))
    // The largest is the target's 92; half of it is 46, and the year without a value stays empty.
    #expect(chart.contains("class=\"bar is-target\""))
    let heights = chart.matches(of: /height="(\d+)"/).map { String($0.1) }
    #expect(heights == ["12", "23", "6", "46", "92"])
    let places = chart.matches(of: /<rect class="bar[^"]*" x="(\d+)"/).compactMap { Int($0.1) }
    #expect(places == places.sorted() && Set(places).count == 5)
  }

  @Test func threeYearsOrTwoValuesOfOneYearAreNoSeries() async throws {
    let three = Self.figures([(2010, "1", ""), (2011, "2", ""), (2012, "3", "")])
    let twice = Self.figures([(2010, "1", ""), (2011, "2", ""), (2012, "3", ""), (2013, "4", ""), (2013, "5", "")])
    let other = Self.figures([(2010, "1", ""), (2011, "2", ""), (2012, "3", ""), (2013, "4", ", of: women")])
    let site = await Self.site([Self.cluster("a", three), Self.cluster("b", twice), Self.cluster("c", other)])
    for id in ["a", "b", "c"] {
      let page = try #require(site["clusters/\(id).html"])
      #expect(!page.contains("class=\"chart\""), "\(id)")
    }
  }

  @Test func theMatrixCountsEveryClusterInEachOfItsRegionsAndOnceInTheWorld() async throws {
    let site = await Self.site([
      Self.cluster("a"), Self.cluster("b", theme: "health-life-sciences"), Self.cluster("c", country: "DK, DE"),
      Self.cluster("d", country: "JP"),
    ])
    let page = try #require(site["matrix.html"])
    func row(_ name: String) -> [String] {
      guard let start = page.firstRange(of: ">\(name)</a></th>") ?? page.firstRange(of: ">\(name)</th>") else { return [] }
      let row = page[start.upperBound...].prefix { $0 != "\n" }
      return row.replacing(/<\/td>/, with: ",").replacing(/<[^>]*>/, with: "").split(separator: ",").map(String.init)
    }
    #expect(row("Northern Europe") == ["0", "1", "0", "2", "0", "3"])
    #expect(row("Western Europe") == ["0", "0", "0", "1", "0", "1"])
    #expect(row("Eastern Asia") == ["0", "0", "0", "1", "0", "1"])
    #expect(row("World") == ["0", "1", "0", "3", "0", "4"])
    #expect(page.contains("4 clusters in 3 of "))
    // Where nothing is, is said too.
    #expect(row("Polynesia") == ["0", "0", "0", "0", "0", "0"])
    #expect(page.contains("New Zealand"))
  }

  @Test func theNumbersCountEveryValueThatTheSchemaKnowsAndWhatIsNotSaid() async throws {
    let site = await Self.site([
      Self.cluster("a", "size: {class: large, basis: judgement}\nfounded: 1871"),
      Self.cluster("b", "founded: 2004\nplayers: {research: [{name: One, sources: [s1]}, {name: Two}]}"),
    ])
    let page = try #require(site["numbers.html"])
    func count(_ name: String, in caption: String) -> [String]? {
      guard let table = page.firstRange(of: "<caption class=\"sr-only\">\(caption)</caption>") else { return nil }
      let rest = page[table.upperBound...]
      guard let start = rest.firstRange(of: ">\(name)</th>") ?? rest.firstRange(of: ">\(name)</span></th>") else { return nil }
      let row = rest[start.upperBound...].prefix { $0 != "\n" }
      return row.matches(of: /<td class="num">(.*?)<\/td>/).map { String($0.1).replacing(/<[^>]*>/, with: "") }
    }
    #expect(count("Large", in: "Clusters by size class") == ["1"])
    #expect(count("Small", in: "Clusters by size class") == ["0"])
    #expect(count("Not said", in: "Clusters by size class") == ["1"])
    #expect(count("Research", in: "Players of all clusters by kind") == ["2", "1"])
    #expect(count("1800–1899", in: "Clusters by the year they began") == ["1"])
    #expect(count("1950–1959", in: "Clusters by the year they began") == ["0"])
    #expect(count("2000–2009", in: "Clusters by the year they began") == ["1"])
  }
}
