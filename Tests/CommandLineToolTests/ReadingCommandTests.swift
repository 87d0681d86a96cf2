import Diagnostics
import EcosystemSchema
import Rendering
import SheetModel
import TestSupport
import Testing

@testable import CommandLineTool

private let sheets: [(path: String, text: String)] = [
  ("Sheets/policies/alpha.md", "---\naim: draft\nname: Alpha\nrelated: [beta]\n---\n\nSee [[beta]] and [[gamma]].\n"),
  ("Sheets/policies/beta.md", "---\naim: draft\nname: Beta\n---\n"),
]

@Test func refsKnowFieldAndLineOfBothSides() async throws {
  let project = await TestProject.with(sheets)
  let atlas = await project.analyze().atlas
  let beta = SheetLinks(of: try #require(atlas[SheetID(.policy, "beta")]), in: atlas) { project.sources.file($0) }
  #expect(
    beta.incoming.map { "\($0.path):\($0.line) \($0.field ?? "text") \($0.other.id)" } == [
      "Sheets/policies/alpha.md:4 related alpha", "Sheets/policies/alpha.md:7 text alpha",
    ])
  #expect(beta.outgoing.isEmpty)
  let alpha = SheetLinks(of: try #require(atlas[SheetID(.policy, "alpha")]), in: atlas) { project.sources.file($0) }
  #expect(alpha.outgoing.map { "\($0.line) \($0.other.id) \($0.exists)" } == ["4 beta true", "7 beta true", "7 gamma false"])
}

@Test func columnsStandUnderTheirHeads() {
  var table = TextTable(["name", "n", ""], numbers: [1])
  table.add(["Hsinchu 新竹", "8", "x"])
  table.add(["A\tb", "1,204", ""])
  #expect(table.lines() == ["name              n", "Hsinchu 新竹      8  x", "A b           1,204"])
  #expect(table.lines(indent: "  ", widest: 6)[1] == "  Hsinc…      8  x")
}

@Test func statisticsAreValidAsTextAndAsData() async throws {
  let analysis = await TestProject.with(sheets).analyze()
  let numbers = CorpusNumbers(
    CorpusRecord(analysis, includesDrafts: true, today: try #require(CalendarDate("2026-11-22"))),
    analysis.schemas["cluster"]?.root)
  let text = StatsText.text(numbers, title: "Example")
  #expect(text.hasPrefix("Example: 7 sheets, "))
  #expect(text.contains("\npolicies          2"))
  let json = StatsJSON.text(numbers)
  #expect(json.contains("{\"kind\":\"policy\",\"draft\":2,\"listed\":0,\"publishable\":0,\"full\":0}"))
  #expect(json.contains("\"sheets_reviewed\":[{\"age\":\"under 6 months\",\"count\":0}"))
}

@Test(arguments: [
  ["list", "clster"], ["list", "--tier", "fll"], ["list", "--theme", "no-such-theme"], ["list", "--country", "XX"],
  ["refs", "no-such-sheet"],
  ["refs", "kompetenznetze"], ["stats", "--today", "yesterday"],
])
func slipsOfThePenEndWithStatusTwo(_ arguments: [String]) async {
  #expect(await Program.run(arguments + ["--project", Repository.root]) == 2)
}
