import FrontMatter
import SheetModel
import SourceText
import TestSupport
import Testing

/// The helix counts the spheres that a sheet names players of.
struct HelixTests {
  @Test(arguments: [
    ("businesses: [{name: A}]", nil), ("businesses: [{name: A}], research: [{name: B}]", Helix.double),
    ("businesses: [{name: A}], training: [{name: B}], civil_society: [{name: C}]", .double),
    ("businesses: [{name: A}], training: [{name: B}], public_authorities: [{name: C}]", .triple),
    ("businesses: [{name: A}], research: [{name: B}], public_authorities: [{name: C}], civil_society: [{name: D}]", .quadruple),
    ("businesses: [], research: [{name: B}], public_authorities: [{name: C}]", nil),
  ])
  func spheresAreCounted(players: String, helix: Helix?) async throws {
    let project = await TestProject.with([
      (path: "Sheets/clusters/a.md", text: "---\naim: draft\nname: A\nplayers: {\(players)}\n---\n")
    ])
    let sheet = try #require(await project.analyze().atlas[SheetID(.cluster, "a")])
    #expect(Helix(sheet) == helix)
  }
}
