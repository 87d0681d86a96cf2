import SourceText
import TestSupport
import Testing

/// Words that the atlas explains are linked where a text first uses them, and nowhere else.
struct GlossaryTests {
  private static func concept(_ id: String, _ name: String, aliases: String = "[]", _ body: String = "") -> (
    path: String, text: String
  ) {
    (
      "Sheets/concepts/\(id).md",
      "---\naim: draft\nname: \(name)\naliases: \(aliases)\ndefinition: What \(id) means.\nsources: [{id: s1, type: press, title: T, reliability: B}]\n---\n\(body)"
    )
  }

  private static func page(_ body: String, more: [(path: String, text: String)] = []) async throws -> String {
    var project = await TestProject.with(
      [
        concept("helix", "Triple helix", aliases: "[University and industry, Technopole]"), concept("cluster", "Cluster"),
        concept("essay", "Essay", body),
        ("Site/pages/glossary.md", "---\ntitle: Words\n---\n\n## Visibility band\n\nA band.\n"),
      ] + more)
    project.includesDrafts = true
    let page = try #require(await project.site()["concepts/essay.html"])
    let start = try #require(page.firstRange(of: "<div class=\"prose\">"))
    return String(page[start.upperBound...].prefix { $0 != "\u{0}" }.split(separator: "</section>").first ?? "")
  }

  private static let helix = "<a href=\"helix.html\">"

  @Test func theFirstUseOfATermIsLinkedAndOnlyTheFirst() async throws {
    let text = try await Self.page("A Triple helix is one thing. A triple helix is another; three triple\nhelices none.\n")
    #expect(text.contains("A \(Self.helix)Triple helix</a> is one thing. A triple helix is another"))
    #expect(text.matches(of: /helix\.html/).count == 1)
  }

  @Test func namesAndOtherNamesAreOneTermInAnyFormOfTheLetters() async throws {
    let text = try await Self.page("Many technopôles grew. University-and-industry too.\n")
    #expect(text.contains("Many \(Self.helix)technopôles</a> grew. University-and-industry too."))
  }

  @Test func linksHeadingsAndCodeAreLeftAlone() async throws {
    let body = "## Triple helix\n\n`triple helix`, [the triple helix](https://example.org/), *and the **triple** helix*.\n"
    let text = try await Self.page(body)
    #expect(!text.contains("helix.html"))
  }

  @Test func whatTheAuthorLinksIsNotLinkedAgain() async throws {
    let text = try await Self.page("The triple helix, [[helix|as they call it]].\n")
    #expect(text.contains("The triple helix, \(Self.helix)as they call it</a>."))
  }

  @Test func shortWordsAndPunctuationBetweenWordsMakeNoTerm() async throws {
    let text = try await Self.page("A cluster is triple, helix follows. Triple (helix) too.\n")
    #expect(!text.contains("<a "))
  }

  @Test func wordsOfTheAtlasLeadToTheGlossary() async throws {
    let text = try await Self.page("Its visibility band is II &amp; that is all.\n")
    #expect(
      text.contains(
        "Its <a class=\"term\" href=\"../glossary.html#text-visibility-band\">visibility band</a> is II &amp; that is all."))
  }

  @Test func theGlossaryHoldsItsWordsTheConceptsAndTheClasses() async throws {
    var project = await TestProject.with([
      Self.concept("helix", "Triple helix", aliases: "[Three strands]"),
      ("Site/pages/glossary.md", "---\ntitle: Words\nsummary: What words mean.\n---\n\n## Band\n\nA band.\n"),
    ])
    project.includesDrafts = true
    let page = try #require(await project.site()["glossary.html"])
    #expect(page.contains("<h2 id=\"text-band\">Band</h2>"))
    #expect(page.contains(">Triple helix</a> <span class=\"quiet\">also Three strands</span></dt><dd>What helix means.</dd>"))
    #expect(page.contains("id=\"class-size-class\""))
  }

  @Test func theAuthoringGuideHasEveryFieldOfEveryKind() async throws {
    let site = await TestProject.minimal.value.site()
    let page = try #require(site["schema/cluster.html"])
    for path in ["name", "location.seat.lat", "figures.indicator", "players.businesses.kind", "governance.label.scheme"] {
      #expect(page.contains("<code>\(path)</code>"), "\(path)")
    }
    #expect(page.contains("<code>employment</code>") && page.contains("<td>persons</td>"))
    #expect(site["schema/index.html"]?.contains("href=\"theme.html\"") == true)
  }

  @Test func manySourcesHaveAPageForEachLetterAndNoneIsLost() async throws {
    let sources = (0..<450).map { i in
      "{id: s\(i), type: press, title: Title \(i), publisher: \(["Alpha", "Émile", "日本"][i % 3]) \(i), reliability: B}"
    }.joined(separator: ", ")
    var project = await TestProject.with([
      ("Sheets/concepts/a.md", "---\naim: draft\nname: A\nsources: [\(sources)]\n---\n")
    ])
    project.includesDrafts = true
    let site = await project.site()
    #expect(site["sources.html"]?.contains("href=\"sources/a.html\"") == true)
    let pages = ["sources/a.html", "sources/e.html", "sources/others.html"].map { site[$0] ?? "" }
    #expect(pages.map { $0.matches(of: />Title \d+</).count } == [150, 150, 150])
  }
}
