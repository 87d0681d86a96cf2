import SourceText
import TestSupport
import Testing

/// What must hold on every page, whatever the sheets say.
struct SitePageTests {
  @Test func everyPageOfTheRealSiteIsSound() async {
    let site = await RealSite.pages.value
    #expect(site.keys.count { $0.hasSuffix(".html") } > 60)
    #expect(SiteCheck(site).problems == [])
  }

  /// Every heading that the pages have of their own, written by an author as well; and every name full of what HTML could take amiss.
  @Test func noTextOfAnAuthorBreaksAPage() async {
    let bad = "\"'><script>alert(1)</script>&lt;</title></svg>&amp; {{name}} {{{sections}}} ]]>--> \u{202E}\u{5D0} 日本 🎉"
    let quoted = "\"" + bad.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    let headings = [
      "Sources", "Players", "Resources", "Figures", "Text", "Gaps", "Clusters", "Content", "About this sheet", "Toc title",
      "Map title",
      "Referred to by", "Sources title", "source-s1", "figure-f1", "players-businesses", "glance-title", "letter-e", "all",
    ]
    let body =
      headings.map { "## \($0)\n\nA word [@s1] and a note[^1], [up](#sources), [a source](#source-s1).\n\n" }.joined()
      + "[^1]: A note.\n"
    let head = "---\naim: draft\nname: \(quoted)\nsummary: \(quoted)\naliases: [\(quoted)]\n"
    let foot =
      "sources: [{id: s1, type: press, title: \(quoted), author: \(quoted), publisher: \(quoted), reliability: B}]\n---\n"
    var project = await TestProject.with([
      (
        "Sheets/clusters/example.md",
        head + """
          theme: ict-nano
          location: {countries: [DK, SE], seat: {city: \(quoted), lat: 55.6, lon: 12.5}, places: [{name: \(quoted), lat: 55.7, lon: 13.1}]}
          players: {businesses: [{name: \(quoted), kind: large, note: \(quoted), url: "https://example.org/?a=1&b='2'", sources: [{id: s1, at: \(quoted)}]}]}
          resources: {human: [{name: \(quoted), description: \(quoted), figures: [f1], sources: [s1]}]}
          figures: [{id: f1, indicator: other, label: \(quoted), unit: \(quoted), of: \(quoted), value: 1, year: 2020, scope: cluster, sources: [s1], note: \(quoted)}]
          timeline: [{year: 1999, event: \(quoted), sources: [s1]}]
          gaps: [{field: life_cycle, reason: not-found, tried: \(quoted)}]
          links_beyond: [{with: \(quoted), about: \(quoted), sources: [s1]}]

          """ + foot + body
      ),
      (
        "Sheets/policies/example.md",
        head + "countries: [DK]\nphases: [{name: \(quoted), from: 2000, what: \(quoted)}]\n" + foot + body
      ),
      ("Sheets/concepts/example.md", head + "authors: [\(quoted)]\ndefinition: \(quoted)\n" + foot + body),
      ("Sheets/initiatives/example.md", head + foot + body), ("Sheets/case-studies/example.md", head + foot + body),
      ("Sheets/regions/example.md", head + foot + body),
      ("Sheets/regions/dk.md", head + "code: DK\nlevel: country\n" + foot + body),
      (
        "Themes/ict-nano.md",
        "---\nname: \(quoted)\nshort: \(quoted)\nsummary: \(quoted)\norder: 4\nshape: circle\n---\n"
          + headings.map { "## \($0)\n\nText.\n\n" }.joined()
      ),
      (
        "Site/pages/about.md",
        "---\ntitle: \(quoted)\nsummary: \(quoted)\n---\n" + headings.map { "## \($0)\n\nText.\n\n" }.joined()
      ),
      (
        "Site/site.yaml",
        "title: \(quoted)\nsubtitle: \(quoted)\npublisher: \(quoted)\nlicence: \(quoted)\nbase_url: https://example.org/\n"
      ),
    ])
    project.includesDrafts = true
    #expect(await project.diagnostics().filter { $0.severity == .error }.map(\.message) == [])
    let site = await project.site()
    #expect(SiteCheck(site).problems == [])
    // The text itself arrives whole.
    for page in [
      "clusters/example.html", "policies/example.html", "concepts/example.html", "regions/dk.html", "themes/ict-nano.html",
      "about.html", "index.html",
    ] {
      #expect(PageText(site[page] ?? "").main.contains(bad), "\(page)")
    }
  }

  @Test func emptyProjectMakesASoundSite() async {
    var project = await TestProject.minimal.value
    for theme in project.sources.sheets { project.remove(theme.path) }
    #expect(await project.report() == "")
    let site = await project.site()
    #expect(SiteCheck(site).problems == [])
  }

  @Test func clustersWithoutMacroRegionOrThemeAreNotLost() async throws {
    var project = await TestProject.with([
      (
        "Sheets/clusters/pole.md",
        "---\naim: draft\nname: Polar Cluster\ntheme: ict-nano\nlocation: {countries: [AQ], seat: {city: Pole, lat: -90, lon: 0}}\n---\n"
      ),
      ("Sheets/clusters/open.md", "---\naim: draft\nname: Open Cluster\nlocation: {countries: [FR]}\n---\n"),
      ("Sheets/clusters/bare.md", "---\naim: draft\nname: Bare Cluster\n---\n"),
    ])
    project.includesDrafts = true
    let site = await project.site()
    #expect(SiteCheck(site).problems == [])
    #expect(PageText(site["themes/ict-nano.html"] ?? "").main.contains("In no macro-region"))
    #expect(site["regions/index.html"]?.contains("href=\"aq.html\"") ?? false)
    #expect(PageText(site["regions/fr.html"] ?? "").main.contains("Without a theme"))
    #expect(PageText(site["clusters/index.html"] ?? "").main.contains("Bare Cluster"))
  }

  @Test func linksToHeadingsOfOtherPagesAreFollowed() async {
    let head = "---\naim: draft\nname: Example\n---\n"
    let page = "---\ntitle: Method\n---\n## Size classes\n\nText.\n"
    let marked = MarkedText(head + "[Good](method.html#size-classes), [bad](⟦method.html#size-class⟧), [bad](⟦#source-s9⟧).\n")
    var project = await TestProject.with([("Sheets/concepts/example.md", marked.text), ("Site/pages/method.md", page)])
    project.includesDrafts = true
    let found = await project.diagnostics()
    #expect(found.map(\.rule) == ["dead-link", "dead-link"])
    #expect(found.map(\.location.span) == marked.spans)
  }
}
