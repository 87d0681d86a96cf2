import Rendering
import SheetModel
import TestSupport
import Testing
import Workspace

struct SiteAccountTests {
  @Test func sheetWhoseRouteIsTakenAwayIsMissed() async throws {
    var project = await TestProject.with([
      ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"),
      ("Sheets/regions/denmark.md", "---\naim: draft\nname: Denmark\ncode: DK\nlevel: country\n---\n"),
    ])
    project.includesDrafts = true
    let analysis = await project.analyze()
    let plan = SitePlan.make(analysis, assets: [], includesDrafts: true)
    #expect(plan.lostSheets(of: analysis, includesDrafts: true) == [])
    for (address, id) in [
      ("concepts/example.html", SheetID(.concept, "example")), ("regions/dk.html", SheetID(.region, "denmark")),
    ] {
      let routes = plan.routes.filter { $0.address != address }
      try #require(routes.count == plan.routes.count - 1)
      let poorer = SitePlan(routes: routes, diagnostics: [], addresses: plan.addresses)
      #expect(poorer.lostSheets(of: analysis, includesDrafts: true) == [id])
    }
  }

  @Test func orderOfFilesAndNumberOfWorkersChangeNoByte() async throws {
    let sheets = (1...9).map { n in
      (
        path: "Sheets/clusters/c\(n).md",
        text:
          "---\naim: draft\nname: Cluster \(n % 3)\ntheme: ict-nano\nlocation: {countries: [DK, SE], seat: {city: Lund, lat: 55.7, lon: 13.2}}\nrelations: [{to: c\(n % 9 + 1), type: network}]\n---\n[[c\(10 - n)|other]]\n"
      )
    }
    var first = await TestProject.with(sheets)
    first.includesDrafts = true
    let site = await first.site()
    let report = await first.report()
    for workers in [1, 2, 5] {
      var other = first
      other.sources.sheets.shuffle()
      other.sources.schemas.shuffle()
      other.sources.templates.shuffle()
      other.sources.data.shuffle()
      #expect(await other.site(workers: workers) == site)
      #expect(await other.report() == report)
    }
  }
}
