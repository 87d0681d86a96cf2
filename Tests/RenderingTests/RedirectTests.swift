import TestSupport
import Testing

@testable import Rendering

@Suite struct RedirectTests {
  @Test func anOldAddressLeadsOn() async throws {
    let site = await HostileData.site.value
    for old in ["clusters/old-rock.html", "clusters/older-rock.html"] {
      let page = try #require(site[old])
      #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=rock-valley.html\">"))
      #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/atlas/clusters/rock-valley.html\">"))
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">") && page.contains("<p><a href=\"rock-valley.html\">"))
      #expect(site["sitemap.xml"]?.contains(old) == false && site["feed.xml"]?.contains(old) == false)
    }
    let rows = await HostileData.rows("data/former-ids.csv")
    #expect(rows.map { $0["former_page"] } == ["clusters/old-rock.html", "clusters/older-rock.html"])
    #expect(rows.allSatisfy { $0["page"] == "clusters/rock-valley.html" && $0["id"] == "rock-valley" })
  }

  @Test func aSheetThatHasTheIdNowKeepsItsPage() async throws {
    func concept(_ id: String, _ more: String) -> (path: String, text: String) {
      (
        "Sheets/concepts/\(id).md",
        """
        ---
        aim: listed
        name: \(id)
        framework: spatial
        summary: A text.
        definition: A text.
        \(more)
        sources:
          - {id: s1, type: academic, title: A book, publisher: One, reliability: A}
        ---

        Text [@s1].
        """
      )
    }
    let project = await TestProject.with([
      concept("first", "former_ids: [second, shared, first]"), concept("second", "former_ids: [shared]"),
    ])
    let site = await project.site()
    #expect(
      site["concepts/second.html"]?.contains("refresh") == false && site["concepts/first.html"]?.contains("refresh") == false)
    #expect(site["concepts/shared.html"]?.contains("url=first.html") == true)
    #expect(await project.diagnostics().map(\.rule) == Array(repeating: "former-id-taken", count: 3))
  }
}

@Suite struct FeedTests {
  @Test func aFeedKnowsOnlyTheDaysOfTheSheets() async throws {
    let feed = try #require(await HostileData.site.value["feed.xml"])
    #expect(feed.contains("<title>Example &lt;/script&gt; &amp; atlas</title>"))
    #expect(feed.contains("<updated>2026-11-20T00:00:00Z</updated>\n<author><name>The publisher</name></author>"))
    #expect(feed.contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/atlas/feed.xml\"/>"))
    #expect(
      feed.contains("<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/atlas/clusters/rock-valley.html\"/>"))
    // Themes without a day have not changed.
    #expect(feed.components(of: "<entry>") == 1)
    let page = try #require(await HostileData.site.value["regions/index.html"])
    #expect(
      page.contains(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Example &lt;/script&gt; &amp; atlas\" href=\"../feed.xml\">"
      ))
  }

  @Test func withoutAnAddressThereIsNoFeedAndNothingClaimsOne() async {
    let site = await TestProject.with([("Site/site.yaml", "title: Example\n"), HostileData.files[1]]).site()
    #expect(site["feed.xml"] == nil)
    #expect(site.filter { $0.key.hasSuffix(".html") && ($0.value.contains("atom+xml") || $0.value.contains("og:url")) }.isEmpty)
  }

  @Test func theSitemapKnowsWhenSheetsWereReviewed() async throws {
    let map = try #require(await HostileData.site.value["sitemap.xml"])
    #expect(
      map.contains("<url><loc>https://example.org/atlas/clusters/rock-valley.html</loc><lastmod>2026-11-18</lastmod></url>"))
    #expect(map.contains("<url><loc>https://example.org/atlas/clusters/</loc></url>"))
    #expect(map.contains("<loc>https://example.org/atlas/data/</loc>"))
  }

  @Test func aSheetCalledIndexOfSomethingKeepsItsName() {
    #expect(
      Sitemap.canonical("initiatives/wipo-index.html", base: "https://a.org/") == "https://a.org/initiatives/wipo-index.html")
    #expect(Sitemap.canonical("initiatives/index.html", base: "https://a.org/") == "https://a.org/initiatives/")
    #expect(Sitemap.canonical("index.html", base: "https://a.org/") == "https://a.org/")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
