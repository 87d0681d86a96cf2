import Diagnostics
import SourceText
import TestSupport
import Testing
import Workspace

/// Twelve mistakes in twelve of the repository's own sheets: twelve errors, each at its place, in one run.
struct BadInputInRealSheetsTests {
  /// The sheet, a text in it, what stands there instead with `⟦⟧` around the mistake, and the rule.
  static let mistakes: [(path: String, text: String, bad: String, rule: String)] = [
    ("Sheets/clusters/biom.md", "theme: health-life-sciences", "theme: ⟦helth-life-sciences⟧", "unknown-theme"),
    ("Sheets/clusters/hsinchu.md", "countries: [TW]", "countries: [TW, ⟦TX⟧]", "unknown-country"),
    (
      "Sheets/clusters/medicon-valley.md", "sources: [oi-2022, mva-state-2021, mva-mission]",
      "sources: [oi-2022, ⟦oi-2023⟧, mva-mission]", "unknown-source"
    ),
    ("Sheets/clusters/montreal-aerospace.md", "\nsummary: ", "\n⟦sumary⟧: ", "unknown-key"),
    ("Sheets/clusters/porto-digital.md", "lat: -8.0539, lon: -34.8811", "lat: ⟦-134.8811⟧, lon: -8.0539", "coordinates-swapped"),
    ("Sheets/clusters/sassuolo.md", "\nstatus: active", "\nstatus: ⟦activ⟧", "unknown-value"),
    ("Sheets/clusters/silicon-valley.md", "seat: {city: ", "⟦seat⟧: {x-city: ", "missing-field"),
    ("Sheets/concepts/porter-diamond.md", "year: 1990", "year: ⟦19900⟧", "out-of-range"),
    ("Sheets/concepts/markusen-typology.md", "\nframework: ", "\n⟦frame-work⟧: ", "unknown-key"),
    ("Sheets/initiatives/iasp.md", "\nmethod: ", "\nmethod: ⟦[]⟧ #", "wrong-type"),
    ("Sheets/policies/kompetenznetze.md", "\naim: publishable", "\naim: publishable\n⟦aim⟧: publishable", "yaml-duplicate-key"),
    ("Themes/ict-nano.md", "\norder: ", "\norder: ⟦fourth⟧ #", "wrong-type"),
  ]

  @Test func twelveMistakesInTwelveSheetsAreTwelveErrorsInOneRun() async throws {
    var sources = await Repository.sources()
    if let small = sources.file("Site/data/countries-110m.topo.json") {
      sources.data.removeAll { $0.path.hasSuffix("countries-50m.topo.json") }
      sources.data.append(SourceFile(path: "Site/data/countries-50m.topo.json", bytes: small.bytes))
    }
    var project = TestProject(sources: sources)
    // Sheets come and go while the atlas is written; what was wrong before is not what this is about.
    let before = Set(await errors(project))
    var expected: [String] = []
    for mistake in Self.mistakes {
      let text = Repository.text(mistake.path)
      try #require(text.contains(mistake.text), "\(mistake.path) no longer holds '\(mistake.text)'")
      let marked = MarkedText(text.replacing(mistake.text, with: mistake.bad, maxReplacements: 1))
      let file = SourceFile(path: mistake.path, text: marked.text)
      project.put(file)
      let start = LineTable(file.bytes).position(at: marked.spans[0].start)
      expected.append("\(mistake.path):\(start.line):\(start.column) \(mistake.rule)")
    }
    let found = await errors(project).filter { !before.contains($0) }
    #expect(found == expected.sorted())
  }

  /// `path:line:column rule` for each error, in the order of the report.
  private func errors(_ project: TestProject) async -> [String] {
    await project.report().split(separator: "\n").filter { $0.contains(": error: ") }.map { line in
      let place = line.split(separator: ": error: ")[0]
      let rule = line.split(separator: "[").last.map { $0.dropLast() } ?? ""
      return "\(place) \(rule)"
    }
  }
}
