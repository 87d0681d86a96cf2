import Linking
import TestSupport
import Testing

@Test func aReferenceToAFormerIDIsGivenTheNewOne() async throws {
  let project = await TestProject.with([
    ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee [[old-name]].\n"),
    ("Sheets/concepts/entirely-other.md", "---\naim: draft\nname: New name\nformer_ids: [old-name]\n---\n"),
  ])
  let found = try #require(await project.diagnostics().first { $0.rule == "unknown-reference" })
  #expect(found.label == "did you mean 'entirely-other'?")
  #expect(found.fixes.first?.edits.map(\.text) == ["entirely-other"])
  #expect(found.fixes.first?.applicability == .safe)
}
