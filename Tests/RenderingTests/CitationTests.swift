import Foundation
import TestSupport
import Testing

@testable import Rendering

@Suite struct CitationTests {
  @Test func nothingInATitleMeansSomethingToTeX() async throws {
    let bib = try #require(await HostileData.site.value["data/cite/cluster/rock-valley.bib"])
    #expect(
      bib.contains(
        """
          title = {{Rock \\& {\\textquotedbl}Roll{\\textquotedbl} \\textless{}/script\\textgreater{}\\textless{}b\\textgreater{} \
        \\textbraceleft{}Valley\\textbraceright{} \\textbar{} 50\\% \\textbackslash{} \\#1\\_\\textasciitilde{}\\textasciicircum{}}},
        """))
    #expect(bib.hasPrefix("@misc{example-script-atlas-cluster-rock-valley,\n"))
    #expect(bib.contains("url = {https://example.org/atlas/clusters/rock-valley.html}") && bib.contains("year = {2026}"))
    #expect(balance(bib) == 0)
  }

  @Test func sourcesAreEntriesOfTheirOwn() async throws {
    let bib = try #require(await HostileData.site.value["data/cite/cluster/rock-valley.sources.bib"])
    #expect(bib.contains("@techreport{rock-valley-s1,\n  author = {Porter, M. E.},"))
    #expect(
      bib.contains("institution = {One}") && bib.contains("url = {https://example.com/a_b%20c}")
        && bib.contains("urldate = {2026-11-20}"))
    // Several people in a form of their own are left as they are.
    #expect(bib.contains("@misc{rock-valley-s2,\n  author = {{A, B and C}},\n  title = {{Zwei}},\n  publisher = {Two \\& Co}"))
    #expect(balance(bib) == 0)
  }

  @Test func bracesOfAnAddressAreWrittenAsTheAddressStandardHasThem() {
    var entry = BibTeXEntry("misc", key: "k")
    entry.address("url", "https://example.org/{a}\\b#c_d")
    #expect(entry.text == "@misc{k,\n  url = {https://example.org/%7Ba%7D%5Cb#c_d}\n}\n")
  }

  @Test func referenceManagersGetTheSameCitation() async throws {
    let items = try #require(try await HostileData.json("data/cite/cluster/rock-valley.json") as? [[String: Any]])
    #expect(items.count == 1 && items[0]["title"] as? String == HostileData.name && items[0]["type"] as? String == "webpage")
    #expect(items[0]["container-title"] as? String == "Example </script> & atlas")
    #expect((items[0]["author"] as? [[String: String]])?.first?["literal"] == "The publisher")
    #expect(((items[0]["issued"] as? [String: Any])?["date-parts"] as? [[Int]]) == [[2026, 11, 18]])
  }

  @Test func thePageSaysItInWordsWithLinksToTheFiles() async throws {
    let page = try #require(await HostileData.site.value["clusters/rock-valley.html"])
    #expect(
      page.contains(
        "The publisher, 2026. Cluster sheet “rock-valley”, version of 2026-11-18. https://example.org/atlas/clusters/rock-valley.html"
      ))
    for file in ["rock-valley.bib", "rock-valley.json", "rock-valley.sources.bib"] {
      #expect(page.contains("href=\"../data/cite/cluster/\(file)\""))
    }
    #expect(page.contains("<a href=\"../data/sheets/cluster/rock-valley.md\">Markdown source of this sheet</a>"))
    #expect(
      page.contains(
        "<a href=\"https://github.com/owner/atlas/edit/main/Sheets/clusters/rock-valley.md\">Suggest a correction</a>"))
  }

  @Test(arguments: [
    ("https://github.com/o/r/blob/main/", "https://github.com/o/r/edit/main/S/x.md"),
    ("https://github.com/o/r/tree/dev/atlas/", "https://github.com/o/r/edit/dev/atlas/S/x.md"),
    ("https://github.com/o/r/", "https://github.com/o/r/blob/HEAD/S/x.md"),
    ("https://gitlab.com/g/sub/p/-/blob/main/", "https://gitlab.com/g/sub/p/-/edit/main/S/x.md"),
    ("https://git.example.org/g/p/-/tree/main/", "https://git.example.org/g/p/-/edit/main/S/x.md"),
    ("https://gitlab.com/g/sub/p/", "https://gitlab.com/g/sub/p/-/blob/HEAD/S/x.md"),
    ("https://codeberg.org/o/r/src/branch/main/", "https://codeberg.org/o/r/_edit/main/S/x.md"),
    ("https://example.org/sources/", "https://example.org/sources/S/x.md"),
  ])
  func correctionsBeginWhereTheRepositoryHasItsEditor(address: String, edit: String) {
    #expect(SourceRepository(address).edit("S/x.md") == edit)
  }

  private func balance(_ bib: String) -> Int { bib.reduce(0) { $0 + ($1 == "{" ? 1 : $1 == "}" ? -1 : 0) } }
}
