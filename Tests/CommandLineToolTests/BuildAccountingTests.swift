import Rendering
import SheetModel
import TestSupport
import Testing

@testable import CommandLineTool

struct BuildAccountingTests {
  @Test func planThatLosesASheetEndsTheBuildAsAMistakeOfOurs() async throws {
    let project = await TestProject.with([("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n")])
    let analysis = await project.analyze()
    let plan = SitePlan.make(analysis, assets: [], includesDrafts: true)
    try Build.account(for: plan, of: analysis, includesDrafts: true)
    let poorer = SitePlan(
      routes: plan.routes.filter { $0.address != "concepts/example.html" }, diagnostics: [], addresses: plan.addresses)
    let error = #expect(throws: Exit.self) { try Build.account(for: poorer, of: analysis, includesDrafts: true) }
    #expect(error?.status == .internalError)
    #expect(error?.status.rawValue == 101)
  }
}
