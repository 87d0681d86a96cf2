import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private let oldSite = ["index.html": "old", "clusters/a.html": "old", "gone/b.html": "old"]
private let newSite = ["index.html": "new", "clusters/a.html": "new", "came/c.html": "new"]

/// Which site a reader sees: by every file of it, the foreign one among them.
private func siteShown(_ folder: TemporaryFolder) throws -> String {
  guard Disk.info(DiskPath(folder("_site"))) != nil else { return "none" }
  let files = try folder.snapshot("_site").filter { $0.value.hasPrefix("file") && $0.key != Manifest.name }
  for (name, site) in [("old", oldSite), ("new", newSite)] {
    for foreign in [[:], ["CNAME": "example.org"]] {
      let expected = site.merging(foreign) { a, _ in a }
      if files.mapValues({ String($0.split(separator: " ").last ?? "") }) == expected { return name }
    }
  }
  return "mixture \(files)"
}

@Test(arguments: Step.allCases, [true, false])
func killedBuildLeavesTheOldSiteOrTheNewOne(step: Step, canExchange: Bool) throws {
  let folder = try TemporaryFolder()
  try folder.publish(oldSite)
  try folder.put("example.org", at: "_site/CNAME")
  let rehearsal = Rehearsal(canExchange: canExchange) { now throws(PublishingError) in
    if now == step { throw .interrupted(step) }
  }
  #expect(throws: PublishingError.interrupted(step)) { try folder.publish(newSite, rehearsal: rehearsal) }
  let isBefore = Step.allCases.firstIndex(of: step)! <= Step.allCases.firstIndex(of: .exchanging)!
  #expect(try siteShown(folder) == (isBefore ? "old" : "new"))
  #expect(folder.text("_site/CNAME") == "example.org")
  #expect(try folder.names().contains("._site.clusterbook-staging"))

  try folder.publish(newSite)
  #expect(try siteShown(folder) == "new")
  #expect(folder.text("_site/CNAME") == "example.org")
  #expect(try folder.names() == ["_site"])
}

@Test(arguments: [Step.scanning, .listing, .exchanging])
func killedFirstBuildLeavesNoSite(step: Step) throws {
  let folder = try TemporaryFolder()
  let rehearsal = Rehearsal { now throws(PublishingError) in
    if now == step { throw .interrupted(step) }
  }
  #expect(throws: PublishingError.interrupted(step)) { try folder.publish(newSite, rehearsal: rehearsal) }
  #expect(try siteShown(folder) == "none")
  try folder.publish(newSite)
  #expect(try folder.names() == ["_site"])
}

@Test func oldSiteThatAKilledBuildHadRenamedAwayComesBack() throws {
  let folder = try TemporaryFolder()
  try folder.publish(oldSite)
  rename(folder("_site"), folder("._site.clusterbook-old"))
  try folder.put("new", at: "._site.clusterbook-staging/index.html")
  let publisher = try folder.open()
  #expect(try siteShown(folder) == "old")
  publisher.abandon()
  #expect(try folder.names() == ["_site"])

  // And where the new one had come into place already, the old one goes.
  try folder.put("old", at: "._site.clusterbook-old/index.html")
  try folder.publish(newSite)
  #expect(try siteShown(folder) == "new")
  #expect(try folder.names() == ["_site"])
}

@Test(arguments: [true, false])
func fileThatSomebodyPutsIntoTheOldSiteMeanwhileComesOver(canExchange: Bool) throws {
  let folder = try TemporaryFolder()
  try folder.publish(oldSite)
  try folder.put("first", at: "_site/notes/changed.txt")
  let rehearsal = Rehearsal(canExchange: canExchange) { step in
    guard step == .exchanging else { return }
    try? folder.put("late", at: "_site/notes/late.txt")
    try? folder.put("second", at: "_site/notes/changed.txt")
    mkdir(folder("_site/late-folder"), 0o755)
  }
  try folder.publish(newSite, rehearsal: rehearsal)
  #expect(folder.text("_site/notes/late.txt") == "late")
  #expect(folder.text("_site/notes/changed.txt") == "second")
  #expect(Disk.info(DiskPath(folder("_site/late-folder")))?.kind == .folder)
  #expect(folder.text("_site/index.html") == "new")
  #expect(try folder.names() == ["_site"])
}

@Test(arguments: [true, false])
func fileThatSomebodyPutsWhereAPageMustGoMeanwhileBringsTheOldSiteBack(canExchange: Bool) throws {
  let folder = try TemporaryFolder()
  try folder.publish(oldSite)
  let rehearsal = Rehearsal(canExchange: canExchange) { step in
    if step == .exchanging { try? folder.put("mine", at: "_site/came/c.html") }
  }
  #expect(throws: PublishingError.self) { try folder.publish(newSite, rehearsal: rehearsal) }
  #expect(folder.text("_site/came/c.html") == "mine")
  #expect(folder.text("_site/index.html") == "old")
  #expect(try folder.names() == ["_site"])
}
