import CommandLineTool
import Diagnostics
import History
import SourceText
import TestSupport
import Testing

@Suite struct ChangedScopeTests {
  private let sheets = [
    ("Sheets/concepts/a.md", "---\naim: draft\nname: A\nrelated: [b]\n---\n"),
    ("Sheets/concepts/b.md", "---\naim: draft\nname: B\n---\n"),
    ("Sheets/concepts/c.md", "---\naim: draft\nname: C\n---\n\nSee [[b]].\n"),
    ("Sheets/concepts/broken.md", "---\nname: [\n---\n"),
    ("Sheets/policies/p.md", "---\naim: draft\nname: P\n---\n"),
  ]

  private func reported(_ changed: ChangedFiles) async -> [String] {
    let scope = ChangedScope(changed, await TestProject.with(sheets).analyze())
    return sheets.map(\.0).filter {
      scope.contains(
        Debts.problem(
          SourceFile(path: $0, bytes: []).stem, folder: String($0.dropLast(SourceFile(path: $0, bytes: []).stem.count + 4))))
    }
    .map { SourceFile(path: $0, bytes: []).stem }
  }

  @Test func changedSheetIsReportedAlone() async {
    #expect(await reported(ChangedFiles(paths: ["Sheets/concepts/b.md"])) == ["b"])
    #expect(await reported(ChangedFiles()) == [])
  }

  @Test func sheetsThatReferToAnIdThatCameOrWentAreReported() async {
    #expect(await reported(ChangedFiles(gone: ["Sheets/concepts/b.md"])) == ["a", "b", "c"])
    #expect(await reported(ChangedFiles(paths: ["Sheets/concepts/b.md"], new: ["Sheets/concepts/b.md"])) == ["a", "b", "c"])
    // A text may mean either kind, the field `related` only concepts.
    #expect(await reported(ChangedFiles(gone: ["Sheets/policies/b.md"])) == ["c"])
  }

  @Test func schemaTouchesItsKindAndSharedDefinitionsAll() async {
    #expect(await reported(ChangedFiles(paths: ["Sheets/schemas/concept.schema.yaml"])) == ["a", "b", "c", "broken"])
    #expect(await reported(ChangedFiles(paths: ["Sheets/schemas/common.schema.yaml"])) == ["a", "b", "c", "broken", "p"])
  }

  @Test func noteInAChangedFileIsEnough() async {
    let scope = ChangedScope(ChangedFiles(paths: ["Sheets/concepts/b.md"]), await TestProject.with(sheets).analyze())
    let note = Note(at: Location(path: "Sheets/concepts/b.md", span: Span.at(0)), "the other one")
    #expect(
      scope.contains(Diagnostic(Debts.rule, at: Location(path: "Sheets/concepts/a.md", span: Span.at(0)), "Twice", notes: [note]))
    )
  }
}
