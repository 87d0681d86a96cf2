import Testing

@testable import History

@Suite struct GitRepositoryTests {
  @Test func revisionIsFoundByBranchTagAndDistance() throws {
    let folder = try TemporaryRepository()
    try folder.commit("one")
    try folder.git("tag", "-a", "-m", "first", "v1")
    try folder.commit("two")
    let repository = try folder.repository()
    let head = try folder.git("rev-parse", "HEAD").prefix(40)
    #expect(try repository.revision("main").commit == head)
    let first = try repository.revision("v1")
    #expect(try repository.revision("HEAD~1").commit == first.commit)
    #expect(first.commit != head)
    #expect(first.label == "v1 (\(first.commit.prefix(7)))")
    #expect(try repository.revision(String(head)).label == head.prefix(10))
  }

  @Test(arguments: ["-x", "--all", "", "main..other", "a\nb"]) func whatIsNoRevisionIsRefused(typed: String) throws {
    let folder = try TemporaryRepository()
    try folder.commit()
    #expect(throws: GitError.badRevision(typed)) { try folder.repository().revision(typed) }
  }

  @Test func unknownRevisionIsNamed() throws {
    let folder = try TemporaryRepository()
    try folder.commit()
    #expect(throws: GitError.unknownRevision("v9", isShallow: false)) { try folder.repository().revision("v9") }
    // A tree is no state of the whole repository.
    #expect(throws: GitError.unknownRevision("HEAD^{tree}", isShallow: false)) { try folder.repository().revision("HEAD^{tree}") }
  }

  @Test func repositoryWithoutCommitsKnowsNoRevision() throws {
    let folder = try TemporaryRepository()
    #expect(throws: GitError.unknownRevision("HEAD", isShallow: false)) { try folder.repository().revision("HEAD") }
  }

  @Test func shallowCloneSaysHowToGetTheRest() throws {
    let folder = try TemporaryRepository()
    try folder.put("origin/file", "one")
    try folder.commit("one")
    try folder.commit("two")
    try folder.git("clone", "-q", "--depth", "1", "file://\(folder.path)", "clone")
    let repository = try folder.repository("clone")
    let error = GitError.unknownRevision("HEAD~1", isShallow: true)
    #expect(throws: error) { try repository.revision("HEAD~1") }
    #expect(error.description.contains("git fetch --unshallow"))
  }

  @Test func folderOutsideAnyRepositoryIsSaid() throws {
    let folder = try TemporaryRepository(isRepository: false)
    #expect(throws: GitError.notARepository(folder.path)) { try folder.repository() }
  }

  @Test func missingGitIsSaid() {
    #expect(GitError.notInstalled.description.contains("git was not found"))
  }

  @Test func variablesOfAHookDoNotLeadAstray() throws {
    let folder = try TemporaryRepository()
    try folder.commit()
    #expect(try folder.repository().prefix == "")
    try folder.put("atlas/x", "")
    #expect(try folder.repository("atlas").prefix == "atlas/")
  }
}
