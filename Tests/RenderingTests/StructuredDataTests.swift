import Foundation
import TestSupport
import Testing

@testable import Rendering

@Suite struct StructuredDataTests {
  /// The one JSON-LD document of a page.
  private func data(_ address: String, _ site: [String: String]) throws -> [String: Any] {
    let page = try #require(site[address])
    let parts = page.components(separatedBy: "<script type=\"application/ld+json\">")
    try #require(parts.count == 2)
    let text = try #require(parts[1].components(separatedBy: "</script>").first)
    #expect(!text.contains("<") && !text.contains(">") && !text.contains("&"))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func noTextEndsTheScript() async throws {
    let page = try data("clusters/rock-valley.html", await HostileData.site.value)
    #expect(page["@type"] as? String == "WebPage" && page["dateModified"] as? String == "2026-11-18")
    #expect(page["license"] as? String == "https://creativecommons.org/licenses/by-sa/4.0/")
    let entity = try #require(page["mainEntity"] as? [String: Any])
    #expect(entity["@type"] as? String == "Organization" && entity["name"] as? String == HostileData.name)
    #expect(((entity["location"] as? [String: Any])?["geo"] as? [String: Any])?["longitude"] as? Double == -0.5)
    #expect((entity["areaServed"] as? [[String: String]])?.compactMap { $0["identifier"] } == ["NO", "SE"])
  }

  @Test func kindsAreWhatTheyAre() async throws {
    let site = await RealSite.pages.value
    func type(_ address: String) throws -> String? {
      (try data(address, site)["mainEntity"] as? [String: Any])?["@type"] as? String
    }
    #expect(try type("clusters/medicon-valley.html") == "Place")
    #expect(try type("clusters/cap-digital.html") == "Organization")
    #expect(try type("policies/kompetenznetze.html") == "GovernmentService")
    #expect(try type("initiatives/us-cluster-mapping.html") == "Dataset")
    #expect(try type("initiatives/iau-global-clusters.html") == "Report")
    #expect(try type("concepts/porter-diamond.html") == "DefinedTerm")
    #expect(try type("themes/ict-nano.html") == "DefinedTerm")
  }

  @Test func theAtlasIsADataSet() async throws {
    let home = try data("index.html", await HostileData.site.value)
    #expect(home["@type"] as? String == "Dataset")
    let files = try #require(home["distribution"] as? [[String: String]]).compactMap { $0["contentUrl"] }
    let site = await HostileData.site.value
    #expect(files.count == DataDocuments.all.count)
    #expect(files.allSatisfy { site[$0.replacing("https://example.org/atlas/", with: "")] != nil })
  }

  @Test func addressesAreWholeOrNotThere() async throws {
    let site = await TestProject.with([("Site/site.yaml", "title: Example\n"), HostileData.files[1]]).site()
    let page = try data("clusters/rock-valley.html", site)
    #expect(page["@id"] == nil && (page["mainEntity"] as? [String: Any])?["@id"] == nil)
    #expect(try data("index.html", site)["distribution"] == nil)
  }

  @Test func whoSharesAPageSeesWhatItIs() async throws {
    let page = try #require(await HostileData.site.value["clusters/rock-valley.html"])
    #expect(page.contains("<meta property=\"og:url\" content=\"https://example.org/atlas/clusters/rock-valley.html\">"))
    #expect(page.contains("<meta property=\"og:title\" content=\"Rock &amp; &quot;Roll&quot; &lt;/script&gt;"))
    #expect(page.contains("<link rel=\"alternate\" type=\"application/json\" href=\"../data/sheets/cluster/rock-valley.json\">"))
  }
}
