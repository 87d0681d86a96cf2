import SheetModel
import SourceText
import TestSupport
import Testing

@testable import Rendering

private func cluster(
  _ name: String, theme: String = "ict-nano", countries: String = "DK", city: String = "Aarhus", _ more: String = ""
) -> String {
  """
  ---
  aim: listed
  name: \(name)
  status: active
  theme: \(theme)
  location: {countries: [\(countries)], seat: {city: \(city), lat: 55.7, lon: 12.5}, dimension: region}
  identified_by: [{initiative: list, scope: direct, sources: [s1]}]
  \(more)
  sources: [{id: s1, type: official-report, title: A report, publisher: One, reliability: A}]
  ---

  A text [@s1].

  """
}

private let files: [(String, String)] = [
  ("Sheets/clusters/oeresund.md", cluster("Øresund Valley", countries: "DK, SE", city: "Malmö", "size: {class: large}")),
  ("Sheets/clusters/aarhus.md", cluster("Aarhus ICT", "size: {class: small}")),
  (
    "Sheets/clusters/munich.md",
    cluster(
      "Munich Biotech", theme: "health-life-sciences", countries: "DE", city: "Planegg",
      """
      aliases: [BioM]
      native_name: Münchner Biotech
      size: {class: large}
      sectors: [{scheme: isic4, code: C21, label: Manufacture of pharmaceuticals}]
      players: {research: [{name: Technische Universität München, sources: [s1]}]}
      """)
  ),
  (
    "Sheets/initiatives/list.md",
    "---\naim: listed\nname: List\nscope: world\nmethod: certification\nsummary: A text.\n"
      + "sources: [{id: s1, type: official-report, title: A report, publisher: One, reliability: A}]\n---\n\nA text [@s1].\n"
  ),
]

/// The attributes of the rows of the explorer's table, by the names of their clusters.
private func rows(_ page: String) -> [String: (numbers: Set<Int>, words: [String], place: Int)] {
  let rows = page.matches(
    of: #/<tr[^>]*data-place="(\d+)" data-n="([^"]*)" data-words="([^"]*)"><th scope="row"><a[^>]*>([^<]*)</#)
  return Dictionary(
    uniqueKeysWithValues: rows.map { row in
      let numbers = row.2.split(separator: " ").compactMap { Int($0) }
      return (String(row.4), (Set(numbers), row.3.split(separator: " ").map(String.init), Int(row.1) ?? -1))
    })
}

/// The meaning that a description gives to values, for a reader.
@Test(arguments: [
  (
    "By jobs, very-large: 100,000 or more; large: 25,000 or more. Judge, where they are not known.",
    "By jobs, very large: 100,000 or more; large: 25,000 or more."
  ),
  ("How far it reaches. very-large: far; large: less far.", "very large: far; large: less far."), ("How large it is.", ""),
  ("", ""),
])
func meaningOfValuesIsForReaders(description: String, meaning: String) {
  let values = [("large", "Large"), ("very-large", "Very large")].map {
    FacetValue(id: $0.0, slug: $0.0, label: $0.1, members: [], number: 1)
  }
  let facet = Facet(id: "size", title: "Size", noun: "size", meaning: description, values: values)
  #expect(FacetIndex.meaning(of: facet) == meaning)
}

@Suite struct ExplorerTests {
  private static let site: Task<[String: String], Never> = Task { await TestProject.with(files).site() }

  @Test func siteIsSound() async {
    #expect(SiteCheck(await Self.site.value).problems == [])
  }

  @Test func rowsNameTheValuesOfTheFacets() async throws {
    let page = try #require(await Self.site.value["clusters/index.html"])
    let values = page.matches(of: #/<li data-n="(\d+)" data-value="([^"]*)">.*?<span class="count">(\d+)</#)
    let rows = rows(page)
    #expect(rows.keys.sorted() == ["Aarhus ICT", "Munich Biotech", "Øresund Valley"])
    for value in values {
      let number = try #require(Int(value.1))
      #expect(rows.values.count { $0.numbers.contains(number) } == Int(value.3), "\(value.2)")
    }
    let sweden = try #require(values.first { $0.2 == "se" }.flatMap { Int($0.1) })
    #expect(rows.filter { $0.value.numbers.contains(sweden) }.keys.sorted() == ["Øresund Valley"])
  }

  @Test func wordsFindAClusterByAllItsNames() async throws {
    let rows = rows(try #require(await Self.site.value["clusters/index.html"]))
    let munich = try #require(rows["Munich Biotech"]?.words)
    for word in ["biom", "munchner", "muenchner", "munchen", "muenchen", "technische", "universitat", "pharmaceuticals"] {
      #expect(munich.contains(word), "\(word)")
    }
    // What the row says itself is not said twice; other spellings of it are.
    #expect(!munich.contains("biotech") && !munich.contains("planegg") && Set(munich).count == munich.count)
    #expect(rows["Øresund Valley"]?.words == ["oeresund", "malmoe"])
  }

  @Test func placesAreRankedByRegionCountryAndTown() async throws {
    let rows = rows(try #require(await Self.site.value["clusters/index.html"]))
    #expect(rows.sorted { $0.value.place < $1.value.place }.map(\.key) == ["Aarhus ICT", "Øresund Valley", "Munich Biotech"])
  }

  @Test func facetsLeadToPagesWithTheirClusters() async throws {
    let site = await Self.site.value
    let page = try #require(site["clusters/index.html"])
    let links = page.matches(of: #/<a href="(by/[^"]*)">.*?<span class="count">(\d+)</#)
    #expect(links.count == 12)
    for link in links {
      let facet = try #require(site["clusters/\(link.1)"], "\(link.1)")
      #expect(facet.matches(of: #/<tr[^>]*data-place/#).count == Int(link.2), "\(link.1)")
      #expect(
        facet.matches(of: #/<li><a href="([^"]*)" aria-current="page">/#).map { String($0.1) } == [String(link.1.dropFirst(3))])
    }
    // What no cluster has is named, and leads nowhere.
    #expect(page.contains("<span class=\"none\">Medium</span> <span class=\"count\">0</span>"))
    #expect(!site.keys.contains("clusters/by/size-medium.html"))
  }

  @Test func themesAndRegionsNarrowEachOther() async throws {
    let site = await Self.site.value
    let pair = "theme-ict-nano--northern-europe.html"
    #expect(
      site["clusters/by/theme-ict-nano.html"]?.contains("<a href=\"\(pair)\">Northern Europe</a> <span class=\"count\">2<")
        ?? false)
    #expect(site["clusters/by/region-northern-europe.html"]?.contains("<a href=\"\(pair)\">") ?? false)
    #expect(site["clusters/by/region-northern-europe.html"]?.contains(">Health</span> <span class=\"count\">0<") ?? false)
    let page = try #require(site["clusters/by/" + pair])
    #expect(page.contains("href=\"\(pair)\" aria-current=\"page\""))
    #expect(!page.contains("Munich Biotech"))
    #expect(site["clusters/by/theme-health-life-sciences--northern-europe.html"] == nil)
    #expect(site["clusters/by/theme-ict-nano.html"]?.contains("../../themes/ict-nano.html") ?? false)
  }

  @Test func valueThatSomebodyAddsToTheSchemaHasItsPage() async throws {
    var project = await TestProject.with(files)
    let schema = try #require(project.sources.schemas.first { $0.path.hasSuffix("cluster.schema.yaml") })
    let text = String(decoding: schema.bytes, as: UTF8.self).replacing(
      "enum: [very-large, large, medium, small, unknown]", with: "enum: [very-large, large, medium, small, Tiny_One, unknown]")
    project.put(SourceFile(path: schema.path, text: text))
    project.put(SourceFile(path: "Sheets/clusters/aarhus.md", text: cluster("Aarhus ICT", "size: {class: Tiny_One}")))
    let site = await project.site()
    #expect(site["clusters/by/size-tiny-one.html"]?.contains("Aarhus ICT") ?? false)
    #expect(site["clusters/index.html"]?.contains(">Tiny One</a> <span class=\"count\">1<") ?? false)
  }

  @Test func valueThatIsNoChoiceIsNotLost() async {
    var project = await TestProject.with(files)
    project.put(SourceFile(path: "Sheets/clusters/aarhus.md", text: cluster("Aarhus ICT", "size: {class: \"日本\"}")))
    project.put(SourceFile(path: "Sheets/clusters/oeresund.md", text: cluster("Øresund", "size: {class: Very Large}")))
    project.put(SourceFile(path: "Sheets/clusters/munich.md", text: cluster("Munich", "size: {class: very-large}")))
    let site = await project.site()
    #expect(SiteCheck(site).problems == [])
    let listed = site.filter { $0.key.hasPrefix("clusters/by/size-") }
    #expect(listed.count == 3)
    #expect(listed.values.allSatisfy { $0.matches(of: #/<tr[^>]*data-place/#).count == 1 })
  }

  @Test func longListsHaveLetters() async throws {
    var project = await TestProject.with(files)
    for n in 0..<40 {
      let name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(n % 20))) + " cluster \(n)"
      project.put(SourceFile(path: "Sheets/clusters/c\(n).md", text: cluster(name)))
    }
    let site = await project.site()
    #expect(SiteCheck(site).problems == [])
    #expect(site["clusters/by/country-dk.html"]?.contains("<nav class=\"az\"") ?? false)
    #expect(site["clusters/by/country-de.html"]?.contains("<nav class=\"az\"") == false)
  }

  @Test func sitesAreTheSameWhateverTheCores() async {
    let project = await TestProject.with(files)
    let one = await project.site(workers: 1)
    #expect(await project.site(workers: 3) == one)
  }
}
