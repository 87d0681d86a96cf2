import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct SourceWriterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func replace(_ relative: String, _ old: String, _ new: String) throws(PublishingError) {
    try SourceWriter.replace(folder(relative), expecting: Array(old.utf8), with: Array(new.utf8))
  }

  @Test func replacesTheContentAndKeepsThePermissions() throws {
    try folder.put("old", at: "a.md", mode: 0o640)
    try replace("a.md", "old", "new")
    #expect(folder.text("a.md") == "new")
    #expect(Disk.info(DiskPath(folder("a.md")))?.mode == 0o640)
    #expect(try folder.names() == ["a.md"])
  }

  @Test func aFileThatSomebodyChangedIsLeftAlone() throws {
    try folder.put("theirs", at: "a.md")
    #expect(throws: PublishingError.self) { try replace("a.md", "old", "new") }
    #expect(folder.text("a.md") == "theirs")
    #expect(try folder.names() == ["a.md"])
  }

  @Test func aFileThatIsGoneIsAnError() {
    #expect(throws: PublishingError.self) { try replace("a.md", "old", "new") }
  }

  @Test func aLinkStaysALink() throws {
    try folder.put("old", at: "real.md")
    #expect(symlink("real.md", folder("link.md")) == 0)
    try replace("link.md", "old", "new")
    #expect(Disk.info(DiskPath(folder("link.md")))?.kind == .link)
    #expect(folder.text("real.md") == "new")
  }

  @Test func whatAKilledRunLeftIsNoHindrance() throws {
    try folder.put("old", at: "a.md")
    try folder.put("rest", at: "a.md.clusterbook-\(getpid())")
    try replace("a.md", "old", "new")
    #expect(folder.text("a.md") == "new")
    #expect(try folder.names() == ["a.md"])
  }
}
