import SheetModel
import SourceText
import TestSupport
import Testing
import Workspace

@testable import History

/// Two small states of a project, and what is said about them.
enum Example {
  static let before: [(path: String, text: String)] = [
    (
      "Sheets/clusters/porto-digital.md",
      sheet(
        "aim: listed", "name: Porto Digital", "theme: ict-nano",
        "location: {countries: [BR], seat: {city: Recife, lat: -8.06, lon: -34.87}}",
        "aliases: [PD, The *Harbour*]", "founded: 2000",
        "figures:", "  - {id: jobs, indicator: employment, value: 17000, year: 2022, scope: cluster, sources: [s1]}",
        "relations: [{to: hsinchu, type: twinning}]", "sources: [{id: s1, type: press, title: Old news, reliability: C}]",
        body: "\n## History\n\nIt began in 2000.\n")
    ),
    ("Sheets/clusters/old-valley.md", sheet("name: Old Valley", "theme: ict-nano", "location: {countries: [US]}")),
    ("Sheets/clusters/gone.md", sheet("name: Gone", "theme: ict-nano")),
    ("Sheets/clusters/broken.md", sheet("name: Sound so far")),
    ("Sheets/clusters/restyled.md", sheet("name: Restyled", "founded: 1990")),
    ("Site/pages/about.md", sheet("title: About")),
  ]

  static let after: [(path: String, text: String)] = [
    (
      "Sheets/clusters/porto-digital.md",
      sheet(
        "aim: publishable", "name: Porto Digital", "theme: ict-nano",
        "location: {countries: [BR], seat: {city: Recife, lat: -8.063, lon: -34.87}}",
        "aliases: [The *Harbour*, \"@octo | <b>#7</b>\"]", "founded: 2000",
        "figures:", "  - {id: firms, indicator: companies, value: 350, year: 2022, scope: cluster}",
        "  - {id: jobs, indicator: employment, value: 18500, qualifier: more-than, year: 2024, scope: cluster, sources: [s2]}",
        "relations: [{to: hsinchu, type: network}]",
        "sources: [{id: s2, type: official-report, title: Yearly report, publisher: Porto Digital, year: 2025, reliability: A}]",
        body: "\n## Beginnings\n\nIt began in 2000, in Recife.\n")
    ),
    (
      "Sheets/clusters/new-valley.md",
      sheet("name: New Valley", "theme: ict-nano", "location: {countries: [US]}", "former_ids: [old-valley]")
    ),
    ("Sheets/clusters/broken.md", "---\nname: [\n---\n"),
    ("Sheets/clusters/restyled.md", "---\n# A comment\nfounded: 1990\nname: \"Restyled\"\n---\n"),
    ("Sheets/concepts/milieu.md", sheet("name: Innovative milieu")),
    ("Site/pages/method.md", sheet("title: Method")),
  ]

  static func difference() async -> Difference {
    let before = await TestProject.with(before).sources
    var after = await TestProject.with(after)
    after.put(SourceFile(path: "Site/site.yaml", text: "title: Other\n"))
    return Difference.between(before, after.sources, before: "main (3f2a9c1)", after: "the folder as it is now")
  }
}

@Suite struct DifferenceTests {
  @Test func sheetsAreSortedByKindAndId() async {
    let found = await Example.difference()
    #expect(
      found.sheets.map { "\($0.kind.rawValue) \($0.id.kind.rawValue) \($0.id.id)" } == [
        "changed cluster broken", "removed cluster gone", "renamed cluster new-valley", "changed cluster porto-digital",
        "added concept milieu",
      ])
  }

  @Test func nothingChangedIsEmpty() async {
    let sources = await TestProject.with(Example.after).sources
    #expect(Difference.between(sources, sources, before: "a", after: "b").isEmpty)
  }

  @Test func otherFilesAreToldAsFiles() async {
    let found = await Example.difference()
    #expect(
      found.files.map { "\($0.kind.rawValue) \($0.sort.rawValue) \($0.path)" } == [
        "removed page Site/pages/about.md", "added page Site/pages/method.md", "changed configuration Site/site.yaml",
      ])
  }

  @Test func pictureIsChangedWhereItsSizeOrGitSaysSo() {
    func set(_ sizes: [Int]) -> SourceSet {
      SourceSet(files: [], assets: sizes.enumerated().map { Asset(path: "Site/assets/\($0).svg", size: $1) })
    }
    let found = Difference.between(
      set([1, 2, 3]), set([1, 5, 3, 4]), before: "", after: "", changedAssets: ["Site/assets/2.svg"])
    #expect(
      found.files.map { "\($0.kind.rawValue) \($0.path)" } == [
        "changed Site/assets/1.svg", "changed Site/assets/2.svg", "added Site/assets/3.svg",
      ])
  }

  @Test func unreadableSheetIsNamedAndSaid() async throws {
    let broken = try #require(await Example.difference().sheets.first { $0.id.id == "broken" })
    #expect(broken.name == "Sound so far")
    #expect(broken.problemAfter != nil && broken.problemBefore == nil)
    #expect(broken.fields.isEmpty)
  }

  /// The same state read twice, and with the files in another order, gives the same bytes.
  @Test func outputIsTheSameEveryTime() async {
    let once = await Example.difference()
    let twice = await Example.difference()
    #expect(DifferenceMarkdown().render(once) == DifferenceMarkdown().render(twice))
    #expect(DifferenceJSON(toolVersion: "1").render(once) == DifferenceJSON(toolVersion: "1").render(twice))
  }
}
