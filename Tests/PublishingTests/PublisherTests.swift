import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Test func firstSiteIsRenamedIntoPlaceAndNothingIsLeftBesideIt() throws {
  let folder = try TemporaryFolder()
  let published = try folder.publish(["index.html": "home", "clusters/a.html": "a", "clusters/deep/er/b.html": "b"])
  #expect(published == Published(written: 3, removed: 0, kept: 0))
  #expect(try folder.names() == ["_site"])
  #expect(folder.text("_site/clusters/deep/er/b.html") == "b")
  #expect(try folder.names("_site") == [".clusterbook-manifest", "clusters", "index.html"])
}

@Test func nextSiteReplacesOursAndRemovesWhatItHasNot() throws {
  let folder = try TemporaryFolder()
  try folder.publish(["index.html": "old", "clusters/gone.html": "x", "gone/too.html": "x"])
  try folder.put("edited by hand", at: "_site/index.html")
  let published = try folder.publish(["index.html": "new", "clusters/came.html": "y"])
  #expect(published == Published(written: 2, removed: 2, kept: 0))
  #expect(folder.text("_site/index.html") == "new")
  #expect(try folder.names("_site") == [".clusterbook-manifest", "clusters", "index.html"])
  #expect(try folder.names("_site/clusters") == ["came.html"])
  #expect(try folder.names() == ["_site"])
}

@Test func filesOfSomebodyElseStayAsTheyAre() throws {
  for canLink in [true, false] {
    let folder = try TemporaryFolder()
    try folder.publish(["index.html": "old", "clusters/a.html": "a"])
    try folder.put("example.org", at: "_site/CNAME")
    try folder.put("#!/bin/sh", at: "_site/clusters/tools/run.sh", mode: 0o750)
    try folder.put("w", at: "_site/locked/inner/file", mode: 0o440)
    mkdir(folder("_site/empty"), 0o700)
    mkdir(folder("_site/clusters/empty"), 0o711)
    symlink("CNAME", folder("_site/good-link"))
    symlink("/nowhere/at/all", folder("_site/clusters/broken-link"))
    symlink("/", folder("_site/root-link"))
    chmod(folder("_site/locked/inner"), 0o550)
    chmod(folder("_site/locked"), 0o555)
    if canLink { mkfifo(folder("_site/pipe"), 0o600) }
    let odd = DiskPath(folder("_site")).appending([0x61, 0xFF, 0x0A])
    try Disk.create(odd, [0x78])
    chmod(folder("_site"), 0o751)

    let before = try folder.snapshot("_site").filter { !["index.html", ".clusterbook-manifest"].contains($0.key) }
    let published = try folder.publish(["index.html": "new", "clusters/a.html": "a"], rehearsal: Rehearsal(canLink: canLink))
    let after = try folder.snapshot("_site").filter { !["index.html", ".clusterbook-manifest"].contains($0.key) }
    #expect(after == before)
    #expect(published.kept == (canLink ? 8 : 7))
    #expect(folder.text("_site/index.html") == "new")
    #expect(Disk.info(DiskPath(folder("_site")))?.mode == 0o751)
    #expect(Disk.read(odd) == [0x78])
    #expect(try folder.names() == ["_site"])
  }
}

@Test func pipeThatCannotBeLinkedIsAnErrorAndNothingChanges() throws {
  let folder = try TemporaryFolder()
  try folder.publish(["index.html": "old"])
  mkfifo(folder("_site/pipe"), 0o600)
  let before = try folder.snapshot("")
  #expect(throws: PublishingError.self) { try folder.publish(["index.html": "new"], rehearsal: Rehearsal(canLink: false)) }
  #expect(try folder.snapshot("") == before)
}

@Test func foreignFileWhereAPageMustGoIsNamedAndNothingChanges() throws {
  let folder = try TemporaryFolder()
  try folder.put("mine", at: "_site/index.html")
  try folder.put("mine", at: "_site/clusters")
  try folder.put("mine", at: "_site/themes.html/notes.txt")
  try folder.put("mine", at: "_site/CNAME")
  let before = try folder.snapshot("")
  do {
    try folder.publish(["index.html": "x", "clusters/a.html": "x", "themes.html": "x"])
    Issue.record("published over somebody's files")
  } catch {
    #expect(error == .foreignFiles(["clusters", "index.html", "themes.html"], output: Disk.resolved(folder("_site"))!))
  }
  #expect(try folder.snapshot("") == before)
}

@Test func foldersThatBecomePagesAndPagesThatBecomeFoldersAreNoConflict() throws {
  let folder = try TemporaryFolder()
  try folder.publish(["a": "page", "b/page.html": "x"])
  try folder.publish(["a/page.html": "x", "b": "page"])
  #expect(folder.text("_site/a/page.html") == "x")
  #expect(folder.text("_site/b") == "page")
}

@Test func manifestThatIsNotOursIsAForeignFile() throws {
  let folder = try TemporaryFolder()
  try folder.put("index.html\n", at: "_site/.clusterbook-manifest")
  #expect(throws: PublishingError.self) { try folder.publish(["index.html": "x"]) }
  #expect(folder.text("_site/.clusterbook-manifest") == "index.html\n")
}

@Test func twoBuildsOfOneSiteGiveTheSameBytes() throws {
  let one = try TemporaryFolder()
  let two = try TemporaryFolder()
  let files = Dictionary(uniqueKeysWithValues: (0..<50).map { ("folder\($0 % 7)/page\($0).html", "\($0)") })
  try one.publish(files)
  try two.publish(["other.html": "x"])
  try two.publish(files)
  #expect(try one.snapshot("_site") == two.snapshot("_site"))
}

@Test func failedWriteCannotBePublished() throws {
  let folder = try TemporaryFolder()
  try folder.publish(["index.html": "old"])
  let publisher = try folder.open()
  try publisher.write(OutputFile(path: "index.html", content: .bytes([])))
  #expect(throws: PublishingError.self) {
    try publisher.write(OutputFile(path: "picture.jpg", content: .copy(ofAbsolutePath: "/nowhere.jpg")))
  }
  #expect(throws: PublishingError.incomplete) { try publisher.commit() }
  publisher.abandon()
  #expect(folder.text("_site/index.html") == "old")
  #expect(try folder.names() == ["_site"])
  #expect(throws: PublishingError.finished) { try publisher.commit() }
  #expect(throws: PublishingError.finished) { try publisher.write(OutputFile(path: "late.html", content: .bytes([]))) }
}

@Test func droppedPublisherLeavesNothing() throws {
  let folder = try TemporaryFolder()
  do {
    let publisher = try folder.open("out/of/here")
    try publisher.write(OutputFile(path: "index.html", content: .bytes([])))
  }
  #expect(try folder.names() == [])
  try folder.publish(["index.html": "x"], output: "out/of/here")
  #expect(folder.text("out/of/here/index.html") == "x")
}

@Test func secondBuildAtTheSameTimeIsRefused() throws {
  let folder = try TemporaryFolder()
  let first = try folder.open()
  do {
    _ = try folder.open()
    Issue.record("two builds at once")
  } catch {
    #expect(error == .inUse(first.output))
  }
  try first.write(OutputFile(path: "index.html", content: .bytes(Array("first".utf8))))
  _ = try first.commit()
  try folder.publish(["index.html": "second"])
  #expect(folder.text("_site/index.html") == "second")
}

@Test func manyTasksWriteAtOnce() async throws {
  let folder = try TemporaryFolder()
  let publisher = try folder.open()
  let refused = try await withThrowingTaskGroup(of: Int.self) { group in
    for task in 0..<8 {
      group.addTask {
        for page in 0..<100 {
          let path = "folder\(page % 9)/\(page % 5)/task\(task)-\(page).html"
          try publisher.write(OutputFile(path: path, content: .bytes(Array(path.utf8))))
        }
        // All eight want this one; only one can have it.
        do throws(PublishingError) {
          try publisher.write(OutputFile(path: "same.html", content: .bytes([])))
          return 0
        } catch {
          #expect(error == .samePath("same.html", "same.html"))
          return 1
        }
      }
    }
    return try await group.reduce(0, +)
  }
  #expect(refused == 7)
  #expect(throws: PublishingError.incomplete) { try publisher.commit() }
  let again = try await publishConcurrently(folder, publisher)
  #expect(again.written == 800)
  for task in 0..<8 {
    for page in 0..<100 {
      let path = "folder\(page % 9)/\(page % 5)/task\(task)-\(page).html"
      #expect(folder.text("_site/" + path) == path)
    }
  }
}

private func publishConcurrently(_ folder: TemporaryFolder, _ failed: Publisher) async throws -> Published {
  failed.abandon()
  let publisher = try folder.open()
  try await withThrowingTaskGroup(of: Void.self) { group in
    for task in 0..<8 {
      group.addTask {
        for page in 0..<100 {
          let path = "folder\(page % 9)/\(page % 5)/task\(task)-\(page).html"
          try publisher.write(OutputFile(path: path, content: .bytes(Array(path.utf8))))
        }
      }
    }
    try await group.waitForAll()
  }
  return try publisher.commit()
}

@Test func picturesAreCopiedWhole() throws {
  let folder = try TemporaryFolder()
  let picture = String(repeating: "0123456789abcdef", count: 50_000)
  try folder.put(picture, at: "Sheets/clusters/a/picture.jpg", mode: 0o600)
  let publisher = try folder.open()
  try publisher.write(
    OutputFile(path: "clusters/a/picture.jpg", content: .copy(ofAbsolutePath: folder("Sheets/clusters/a/picture.jpg"))))
  _ = try publisher.commit()
  #expect(folder.text("_site/clusters/a/picture.jpg") == picture)
}

@Test func permissionsFollowTheUmask() throws {
  let folder = try TemporaryFolder()
  // What this process's umask leaves of a new folder; reading it any other way would change it for the tests beside this one.
  mkdir(folder("probe"), 0o777)
  let allowed = try #require(Disk.info(DiskPath(folder("probe")))).mode
  try folder.publish(["a/b.html": "x"])
  #expect(Disk.info(DiskPath(folder("_site/a")))?.mode == 0o755 & allowed)
  #expect(Disk.info(DiskPath(folder("_site")))?.mode == 0o755 & allowed)
  #expect(Disk.info(DiskPath(folder("_site/a/b.html")))?.mode == 0o644 & allowed)
}

@Test func linkedOutputStaysALink() throws {
  let folder = try TemporaryFolder()
  mkdir(folder("real"), 0o755)
  symlink("real", folder("_site"))
  try folder.publish(["index.html": "x"])
  #expect(Disk.info(DiskPath(folder("_site")))?.kind == .link)
  #expect(folder.text("real/index.html") == "x")
}

@Test func aFileMadeInPartsIsOneFile() throws {
  let folder = try TemporaryFolder()
  let publisher = try Publisher.open(output: folder("_site"), project: folder("project"), sources: [])
  try publisher.write(
    OutputFile(
      path: "data/long.jsonl",
      content: .stream { emit in for part in ["one\n", "", "two\n"] { try emit(Array(part.utf8)) } }))
  _ = try publisher.commit()
  #expect(folder.text("_site/data/long.jsonl") == "one\ntwo\n")
}

@Test func aDiskThatIsFullStopsAFileMadeInParts() throws {
  let folder = try TemporaryFolder()
  let publisher = try Publisher.open(output: folder("_site"), project: folder("project"), sources: [])
  #expect(throws: PublishingError.self) {
    try publisher.write(
      OutputFile(path: "a.txt", content: .stream { _ in throw PublishingError.writing("a.txt", ENOSPC) }))
  }
  // What was begun and not finished is never published.
  #expect(throws: PublishingError.self) { try publisher.commit() }
  publisher.abandon()
}
