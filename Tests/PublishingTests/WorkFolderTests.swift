import CPlatform
import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `Publishing.TemporaryFolder`, which tests have a namesake of.
struct WorkFolderTests {
  private typealias Work = Publishing.TemporaryFolder

  @Test func filesAreWrittenReadAndGone() throws {
    var path = ""
    do {
      let folder = try Work.make("clusterbook-test")
      path = folder.path
      try folder.write(OutputFile(path: "print/index.html", content: .bytes(Array("old".utf8))))
      try folder.write(
        OutputFile(
          path: "print/index.html", content: .stream { emit in for part in ["a", "", "bc"] { try emit(Array(part.utf8)) } }))
      #expect(folder.read("print/index.html") == Array("abc".utf8))
      #expect(folder.read("print/none.html") == nil)
      #expect(throws: PublishingError.self) { try folder.write(OutputFile(path: "../x", content: .bytes([]))) }
    }
    #expect(Disk.info(DiskPath(path)) == nil)
  }

  @Test func nobodyElseMayLook() throws {
    let folder = try Work.make("clusterbook-test")
    #expect(Disk.info(DiskPath(folder.path))?.mode == 0o700)
  }

  @Test func whatAKilledRunLeftIsRemovedAndWhatIsInUseStays() throws {
    let left = "/tmp/clusterbook-left-\(getuid())-abcdef"
    mkdir(left, 0o700)
    try Disk.remove(DiskPath(left + "/.lock"))
    close(open(left + "/.lock", O_CREAT | O_WRONLY, 0o600))
    let alive = try Work.make("clusterbook-left")
    if !alive.path.hasPrefix("/tmp/") { return }
    #expect(Disk.info(DiskPath(left)) == nil)
    let second = try Work.make("clusterbook-left")
    #expect(Disk.info(DiskPath(alive.path)) != nil)
    #expect(second.path != alive.path)
  }
}
