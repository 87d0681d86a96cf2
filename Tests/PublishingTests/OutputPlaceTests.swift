import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private func refusal(_ folder: TemporaryFolder, _ output: String) -> PublishingError? {
  do throws(PublishingError) {
    _ = try OutputPlace(
      output, project: folder("project"), sources: ["Sheets", "Themes", "Site"].map { folder("project/" + $0) })
    return nil
  } catch { return error }
}

@Test func outputThatTouchesTheSourcesIsRefused() throws {
  let folder = try TemporaryFolder()
  try folder.put("", at: "project/Site/site.yaml")
  try folder.put("", at: "project/Sheets/clusters/a.md")
  symlink("project", folder("link"))
  func relation(_ output: String) -> String? {
    guard case .outputTouchesSources(_, let relation, _) = refusal(folder, output) else { return nil }
    return relation
  }
  #expect(relation(folder("project")) == "is")
  #expect(relation(folder("project/")) == "is")
  #expect(relation(folder("project/Sheets/..")) == "is")
  #expect(relation(folder("link")) == "is")
  #expect(relation(folder("project/Sheets")) == "is")
  #expect(relation(folder("link/Site")) == "is")
  // It does not exist yet, and it is protected all the same.
  #expect(relation(folder("project/Themes")) == "is")
  #expect(relation(folder("project/Themes/x")) == "lies inside")
  #expect(relation(folder("project/Sheets/clusters/_site")) == "lies inside")
  #expect(relation(folder.path) == "contains")
  #expect(relation("/") == "contains")
  #expect(refusal(folder, folder("project/_site")) == nil)
  #expect(refusal(folder, folder("project/SheetsAndMore")) == nil)
  #expect(refusal(folder, folder("elsewhere/deep/_site/")) == nil)
}

@Test func outputThatIsNoFolderIsRefused() throws {
  let folder = try TemporaryFolder()
  try folder.put("", at: "file")
  symlink("nowhere", folder("broken"))
  #expect(refusal(folder, folder("file")) == .outputIsFile(folder("file")))
  #expect(refusal(folder, folder("broken")) == .outputIsBrokenLink(folder("broken")))
  #expect(refusal(folder, folder("missing/../x")) != nil)
  #expect(refusal(folder, folder("file/x")) != nil)
  #expect(refusal(folder, "") != nil)
}

@Test func missingFoldersAboveAreListedTopmostFirst() throws {
  let folder = try TemporaryFolder()
  let real = try #require(Disk.resolved(folder.path))
  let place = try OutputPlace(folder("a/./b//c/"), project: folder("project"), sources: [])
  #expect(place.output == real + "/a/b/c")
  #expect(place.missingParents == [real + "/a", real + "/a/b"])
  #expect(place.staging.text == real + "/a/b/.c.clusterbook-staging")
}

@Test func mountedFolderIsRefused() {
  // Everywhere that has it, /proc is a file system of its own.
  guard Disk.info(DiskPath("/proc"))?.kind == .folder else { return }
  #expect(throws: PublishingError.outputIsMountPoint("/proc")) { try OutputPlace("/proc", project: "/nowhere", sources: []) }
}

@Test func pathThatIsTooLongIsSaidSo() throws {
  let folder = try TemporaryFolder()
  let long = String(repeating: "x", count: 250)
  do {
    _ = try folder.open(long)
    Issue.record("took a name that leaves no room for the lock's")
  } catch {
    guard case .pathTooLong = error else { throw error }
  }
  let publisher = try folder.open()
  do throws(PublishingError) {
    try publisher.write(OutputFile(path: "clusters/\(long)long.html", content: .bytes([])))
    Issue.record("wrote a name of 259 bytes")
  } catch {
    guard case .pathTooLong = error else { throw error }
  }
}

@Test func errorsOfTheSystemHaveWords() {
  #expect(PublishingError.writing("/x", ENOSPC).description.contains("no space is left"))
  #expect(PublishingError.writing("/x", EROFS).description.contains("Read-only"))
  #expect(PublishingError.writing("/x", EACCES).description.contains("Permission denied"))
}
