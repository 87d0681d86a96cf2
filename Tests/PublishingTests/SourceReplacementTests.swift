import Publishing
import Testing

@Suite struct SourceReplacementTests {
  @Test func contentIsReplacedAndPermissionsAreKept() throws {
    let folder = try TemporaryFolder()
    try folder.put("old", at: "a/debts.yaml", mode: 0o600)
    try SourceWriter.replace(folder("a/debts.yaml"), bytes: Array("new".utf8))
    #expect(try folder.snapshot("a") == ["debts.yaml": "file 600 new"])
  }

  @Test func missingFileIsMade() throws {
    let folder = try TemporaryFolder()
    try SourceWriter.replace(folder("debts.yaml"), bytes: Array("new".utf8))
    #expect(folder.text("debts.yaml") == "new")
    #expect(try folder.names() == ["debts.yaml"])
  }

  @Test func whatCannotBeReplacedIsLeftAndNothingStaysBehind() throws {
    let folder = try TemporaryFolder()
    try folder.put("x", at: "debts.yaml/inside")
    #expect(throws: PublishingError.self) { try SourceWriter.replace(folder("debts.yaml"), bytes: []) }
    #expect(throws: PublishingError.self) { try SourceWriter.replace(folder("no/such/folder"), bytes: []) }
    #expect(try folder.names() == ["debts.yaml"])
    #expect(folder.text("debts.yaml/inside") == "x")
  }
}
