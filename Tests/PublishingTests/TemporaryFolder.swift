import Testing
import Synchronization

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that goes when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/clusterbook-publishing-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
  }

  deinit { try? Disk.remove(DiskPath(path)) }

  func callAsFunction(_ relative: String) -> String { path + "/" + relative }

  /// Writes a file as somebody else would.
  func put(_ text: String, at relative: String, mode: mode_t = 0o644) throws {
    var folder = path
    for part in relative.split(separator: "/").dropLast() {
      folder += "/" + part
      try Disk.makeFolder(DiskPath(folder))
    }
    let file = DiskPath(self(relative))
    try Disk.remove(file)
    try Disk.create(file, Array(text.utf8))
    chmod(file.c, mode)
  }

  func text(_ relative: String) -> String? {
    Disk.read(DiskPath(self(relative))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything below a folder with its kind, permissions and content.
  func snapshot(_ relative: String) throws -> [String: String] {
    var found: [String: String] = [:]
    func look(_ folder: DiskPath, _ below: [UInt8]) throws {
      for name in try Disk.list(folder) {
        let here = folder.appending(name)
        let info = try #require(Disk.info(here))
        let content = info.kind == .file ? Disk.read(here).map { String(decoding: $0, as: UTF8.self) } ?? "?" : ""
        found[String(decoding: below + name, as: UTF8.self)] = "\(info.kind) \(String(info.mode, radix: 8)) \(content)"
        if info.kind == .folder { try look(here, below + name + [0x2F]) }
      }
    }
    try look(DiskPath(self(relative)), [])
    return found
  }

  func names(_ relative: String = "") throws -> [String] {
    try Disk.list(DiskPath(self(relative))).map { String(decoding: $0, as: UTF8.self) }
  }

  func open(_ output: String = "_site", rehearsal: Rehearsal = Rehearsal()) throws(PublishingError) -> Publisher {
    try Publisher.open(
      output: self(output), project: path, sources: [self("Sheets"), self("Themes"), self("Site")], rehearsal: rehearsal)
  }

  @discardableResult
  func publish(
    _ files: [String: String], output: String = "_site", rehearsal: Rehearsal = Rehearsal()
  ) throws(PublishingError) -> Published {
    let publisher = try open(output, rehearsal: rehearsal)
    for (path, text) in files { try publisher.write(OutputFile(path: path, content: .bytes(Array(text.utf8)))) }
    return try publisher.commit()
  }
}
