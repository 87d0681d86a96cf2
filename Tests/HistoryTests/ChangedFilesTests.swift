import Testing

@testable import History

@Suite struct ChangedFilesTests {
  private func repository() throws -> TemporaryRepository {
    let folder = try TemporaryRepository()
    for name in ["kept", "edited", "removed", "renamed"] {
      try folder.put("atlas/\(name).md", "\(name)\n\(String(repeating: name, count: 50))\n")
    }
    try folder.put("outside.md", "x")
    try folder.put(".gitignore", "ignored.md\n")
    try folder.commit()
    return folder
  }

  @Test func folderOfTodayIsComparedAsGitDiffDoes() throws {
    let folder = try repository()
    try folder.put("atlas/edited.md", "other")
    folder.remove("atlas/removed.md")
    try folder.git("mv", "atlas/renamed.md", "atlas/named anew.md")
    try folder.put("atlas/untracked.md", "new")
    try folder.put("atlas/ignored.md", "new")
    try folder.put("atlas/staged.md", "new")
    try folder.git("add", "atlas/staged.md")
    try folder.put("outside.md", "changed")
    let repository = try folder.repository("atlas")
    let changed = try repository.changedFiles(since: repository.revision("HEAD"))
    #expect(changed.paths == ["edited.md", "named anew.md", "staged.md", "untracked.md"])
    #expect(changed.gone == ["removed.md", "renamed.md"])
    #expect(changed.new == ["named anew.md", "staged.md", "untracked.md"])
  }

  @Test func twoRevisionsLeaveTheFolderOut() throws {
    let folder = try repository()
    try folder.put("atlas/edited.md", "other")
    try folder.commit()
    try folder.put("atlas/kept.md", "not looked at")
    let repository = try folder.repository("atlas")
    let changed = try repository.changedFiles(since: repository.revision("HEAD~1"), to: repository.revision("HEAD"))
    #expect(changed == ChangedFiles(paths: ["edited.md"]))
  }

  @Test func nothingChangedIsNothing() throws {
    let folder = try repository()
    let repository = try folder.repository("atlas")
    #expect(try repository.changedFiles(since: repository.revision("main")) == ChangedFiles())
  }
}
