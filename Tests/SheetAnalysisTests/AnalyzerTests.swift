import Diagnostics
import SheetAnalysis
import SheetModel
import SourceText
import TestSupport
import Testing
import Workspace

@Suite struct AnalyzerTests {
  /// The checkout's own sheets, and some with every sort of mistake.
  private static let project: Task<TestProject, Never> = Task {
    var project = await TestProject.minimal.value
    for file in await Repository.sources().sheets { project.put(file) }
    for i in 0..<40 {
      project.put(
        SourceFile(
          path: "Sheets/clusters/odd-\(i).md",
          text: """
            ---
            aim: \(i.isMultiple(of: 3) ? "listed" : "draft")
            name: Odd \(i / 2)
            theme: no-such-\(i)
            founded: 2031
            location: {countries: [DK, UK], seat: {city: A, lat: 48.9, lon: 2.3}}
            relations: [{to: odd-\((i + 1) % 40), type: part-of, sources: [s9]}, {to: odd-\((i + 39) % 40), type: part-of}]
            ---

            [[no-such]] [[odd-\(i)]] [x](no.html)

            """))
    }
    project.put(SourceFile(path: "Sheets/concepts/sk\u{E5}ne.md", text: "---\naim: draft\nname: One\n---\n"))
    project.put(SourceFile(path: "Sheets/concepts/ska\u{30A}ne.md", text: "---\naim: draft\nname: Two\n---\n"))
    project.put(SourceFile(path: "Sheets/concepts/broken.md", text: "---\nname: [\n---\n"))
    return project
  }

  /// What refers to sheets, pages and pictures in a folder that could not be read is not wrong for that.
  @Test(arguments: ["Sheets/concepts", "Sheets"]) func aFolderThatCannotBeReadIsSaidOnce(folder: String) async {
    var project = await TestProject.minimal.value
    project.put(
      SourceFile(
        path: "Sheets/policies/example.md",
        text: """
          ---
          aim: draft
          name: Example
          ---

          [[porters-diamond]], [[concept:cluster]], [a](../concepts/cluster.md), [b](../concepts/cluster/map.png) ![c](../concepts/cluster/map.png)

          """))
    let before = await project.diagnostics().map(\.rule)
    #expect(before.contains("unknown-reference") && before.contains("dead-link") && before.contains("missing-picture"))
    project.sources.diagnostics.append(
      Diagnostic(UnreadableFile.rule, at: Location(path: folder, span: Span.at(0)), "Folder cannot be read"))
    #expect(await project.diagnostics().map(\.rule) == ["unreadable-file"])
  }

  /// All that an analysis says, in the order in which it says it.
  private func said(_ analysis: Analysis) -> [String] {
    analysis.diagnostics.map {
      "\($0.location.path):\($0.location.span.start)-\($0.location.span.end) \($0.rule) \($0.message) \($0.pointer ?? "") \($0.notes.map(\.message))"
    }
      + analysis.atlas.sheets.map { "\($0.path) \($0.name.value) \(analysis.atlas.backlinks(to: $0.id).map(\.from.id))" }
      + analysis.texts.map(\.id)
  }

  @Test(arguments: [2, 7]) func workersChangeNothing(workers: Int) async {
    let project = await Self.project.value
    let alone = said(await project.analyze(workers: 1))
    #expect(alone.count > 300)
    #expect(said(await project.analyze(workers: workers)) == alone)
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func theOrderOfTheFilesChangesNothing(seed: UInt64) async {
    var project = await Self.project.value
    let inOrder = said(await project.analyze())
    var generator = SeededGenerator(seed: seed)
    project.sources.sheets.shuffle(using: &generator)
    project.sources.schemas.shuffle(using: &generator)
    project.sources.pages.shuffle(using: &generator)
    #expect(said(await project.analyze(workers: 3)) == inOrder)
  }

  @Test func filesThatAreNoSheetsAreNotRead() async {
    let analysis = await TestProject.with([("Sheets/schemas/readme.md", "Nothing.\n"), ("Sheets/odd/x.md", "Nothing.\n")])
      .analyze()
    #expect(analysis.diagnostics.isEmpty && analysis.sheetCount == 5)
  }

  @Test func aSheetThatTheDiskWithheldIsThereAllTheSame() async {
    var project = await TestProject.with([("Sheets/concepts/x.md", "---\naim: draft\nname: X\nrelated: [y]\n---\n")])
    project.sources.diagnostics.append(
      Diagnostic(WorkspaceRules.all[0], at: Location(path: "Sheets/concepts/y.md", span: Span.at(0)), "File cannot be read"))
    let analysis = await project.analyze()
    #expect(analysis.atlas.unreadable == [SheetID(.concept, "y")])
    #expect(analysis.diagnostics.map(\.message) == ["File cannot be read"])
  }

  @Test func aBrokenSetUpIsAllThatIsLookedAt() async {
    let analysis = await TestProject.with([("Site/site.yaml", "titel: Example\n"), ("Sheets/concepts/x.md", "Nothing.\n")])
      .analyze()
    #expect(analysis.setupDiagnostics.map(\.rule) == ["site-configuration"])
    #expect(analysis.diagnostics.isEmpty && analysis.atlas.sheets.isEmpty)
  }

  @Test func draftsArePublishedOnlyWhenAskedFor() async {
    let analysis = await TestProject.with([("Sheets/concepts/x.md", "---\naim: draft\nname: X\n---\n")]).analyze()
    #expect(analysis.published(includingDrafts: false).count == 5 && analysis.published(includingDrafts: true).count == 6)
  }
}
