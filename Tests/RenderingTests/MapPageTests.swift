import TestSupport
import Testing

@Suite struct MapPageTests {
  private static func cluster(
    _ name: String, _ more: String, city: String = "Copenhagen", lat: Double = 55.6759, lon: Double = 12.5655
  )
    -> (String, String)
  {
    let id = name.lowercased().replacing(" ", with: "-")
    return (
      "Sheets/clusters/\(id).md",
      """
      ---
      aim: draft
      name: \(name)
      \(more)
      location: {countries: [DK], seat: {city: \(city), lat: \(lat), lon: \(lon)}}
      ---
      """
    )
  }

  private static func site(_ files: [(String, String)]) async -> [String: String] {
    var project = await TestProject.with(files)
    project.includesDrafts = true
    return await project.site()
  }

  @Test func everyReadingHasItsPageAndItsSmallMap() async {
    let site = await Self.site([
      Self.cluster("Large One", "theme: ict-nano\nsize: {class: large, basis: judgement}"),
      Self.cluster("Unknown One", "theme: ict-nano\nsize: {class: unknown, basis: judgement}"),
      Self.cluster("Silent One", "theme: health-life-sciences"),
      ("Sheets/clusters/placeless.md", "---\naim: draft\nname: Placeless One\ntheme: ict-nano\n---\n"),
    ])
    #expect(SiteCheck(site).problems == [])
    let index = site["maps/index.html"] ?? ""
    for reading in ["theme", "size", "anchorage", "dimension", "stage", "band"] {
      #expect(index.contains("<a href=\"\(reading).html\">"))
      let page = site["maps/\(reading).html"] ?? ""
      #expect(page.contains("<svg class=\"map") && page.contains("<table class=\"clusters\">"), "\(reading)")
      // Each cluster stands once in the table, and once in the map if it has a place.
      for name in ["large-one", "unknown-one", "silent-one", "placeless"] {
        #expect(page.split(separator: "<th scope=\"row\"><a href=\"../clusters/\(name).html\">").count == 2, "\(reading) \(name)")
      }
      #expect(PageText(page).main.contains("1 cluster without a place on the map"))
    }
  }

  @Test func whatIsUnknownAndWhatIsNotSaidAreShownAsSuch() async {
    let site = await Self.site([
      Self.cluster("Large One", "size: {class: large, basis: judgement}"),
      Self.cluster("Unknown One", "size: {class: unknown, basis: judgement}", lat: 56.1, lon: 10.2),
      Self.cluster("Silent One", "founded: 1990", lat: 57, lon: 9.9),
    ])
    let page = site["maps/size.html"] ?? ""
    for anchor in ["value-large", "value-unknown", "value-not-said"] { #expect(page.contains("<tbody id=\"\(anchor)\">")) }
    #expect(page.contains("Unknown One, Copenhagen: Unknown</title><circle class=\"hollow\""))
    #expect(page.contains("Silent One, Copenhagen: Not said</title><path"))
    let text = PageText(page).main
    #expect(text.contains("Very large") && text.contains("Not said"))
    // Bands are worked out; nothing names these clusters.
    #expect(PageText(site["maps/band.html"] ?? "").main.contains("Named by no initiative"))
  }

  @Test func largerMapsShowWhereClustersCrowd() async {
    let crowd = (0..<8).map {
      Self.cluster(
        "Crowd \($0)", "theme: ict-nano", city: "Town \($0)", lat: 55.2 + Double($0 % 3) * 0.3, lon: 11.8 + Double($0) * 0.05)
    }
    let site = await Self.site(crowd)
    #expect(SiteCheck(site).problems == [])
    let page = site["maps/theme.html"] ?? ""
    #expect(page.contains("<figure class=\"inset inset-wide\" id=\"map-a\">") && page.contains("href=\"#map-a\""))
    #expect(PageText(page).main.contains("Northern Europe: 8 clusters."))
    // The larger map has the links, the smaller one none to the same clusters.
    #expect(page.split(separator: "<a href=\"../clusters/crowd-3.html\" class=\"point").count == 2)
    #expect(page.contains("class=\"scale-bar\""))
  }

  /// Colours repeat after five themes; marks never do.
  @Test func aSixthThemeStaysApart() async {
    let more = (6...24).map { i in
      (
        "Themes/theme-\(i).md",
        "---\nname: Theme \(i)\nshort: T\(i)\norder: \(i)\nshape: circle\nsummary: A text.\n---\n\nText.\n"
      )
    }
    let site = await Self.site(more + [Self.cluster("One", "theme: theme-6")])
    #expect(SiteCheck(site).problems == [])
    let page = site["themes/index.html"] ?? ""
    let marks = page.split(separator: "<svg class=\"mark ").dropFirst().compactMap { $0.split(separator: "</svg>").first }
      .map { $0.split(separator: "\"", maxSplits: 1).last ?? "" }
    #expect(marks.count == 24 && Set(marks).count == 24)
  }

  @Test func aMapOfARegionGrowsForASeatAcrossTheBorderAndNamesWhatLiesOutside() async {
    let site = await Self.site([
      (
        "Sheets/clusters/near.md",
        "---\naim: draft\nname: Near\nlocation: {countries: [SE, DK], seat: {city: Malmö, lat: 55.6, lon: 13.0}}\n---\n"
      ),
      (
        "Sheets/clusters/far.md",
        "---\naim: draft\nname: Far\nlocation: {countries: [BR, DK], seat: {city: Recife, lat: -8.05, lon: -34.9}}\n---\n"
      ),
    ])
    let page = site["regions/dk.html"] ?? ""
    #expect(page.contains("<a href=\"../clusters/near.html\" class=\"point"))
    #expect(PageText(page).main.contains("Outside this map: Far."))
    // Both countries of a cluster are highlighted where its datasheet shows its place.
    #expect((site["clusters/near.html"] ?? "").split(separator: "class=\"land-highlight\"").count == 3)
  }

  @Test func furtherPlacesAreNamedWithTheirRoles() async {
    let site = await Self.site([
      (
        "Sheets/clusters/one.md",
        """
        ---
        aim: draft
        name: One
        location:
          countries: [DK]
          seat: {city: Copenhagen, lat: 55.6759, lon: 12.5655}
          places: [{name: Aalborg, lat: 57.05, lon: 9.92, role: secondary}]
        ---
        """
      )
    ])
    #expect(PageText(site["clusters/one.html"] ?? "").main.contains("Further places: Aalborg (secondary)"))
    #expect((site["regions/dk.html"] ?? "").contains("<title>Aalborg: One</title>"))
  }
}
