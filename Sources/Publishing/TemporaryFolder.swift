import CPlatform

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of our own for files that another program is to read, removed when the work is done. What a killed run leaves behind, the next
/// one removes: whoever holds the lock in a folder is alive.
package final class TemporaryFolder: Sendable {
  /// Absolute, without links, without a slash at the end.
  package let path: String
  private let lock: Int32

  private static let lockName = ".lock"

  /// Makes the folder in `TMPDIR`, else in `/tmp`; nobody else may look into it.
  ///
  /// - Parameter name: begins the folder's name, such as `clusterbook-pdf`.
  package static func make(_ name: String) throws(PublishingError) -> TemporaryFolder {
    let wanted = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    guard let parent = Disk.resolved(wanted) else {
      throw .cannotWrite(wanted, reason: "the folder for temporary files is not there")
    }
    sweep(parent, name)
    // Another run may take our folder for left behind in the moment before it is locked; then there is the next name.
    for _ in 0..<3 {
      var template = Array("\(parent)/\(name)-\(getuid())-XXXXXX".utf8).map { CChar(bitPattern: $0) } + [0]
      guard mkdtemp(&template) != nil else { throw .writing(parent, errno) }
      let path = DiskPath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
      let lock = cb_lock(path.appending(lockName).c)
      if lock >= 0 { return TemporaryFolder(path: path.text, lock: lock) }
    }
    throw .cannotWrite(parent, reason: "no temporary folder could be made there")
  }

  private init(path: String, lock: Int32) {
    self.path = path
    self.lock = lock
  }

  deinit {
    try? remove()
    close(lock)
  }

  /// Writes a file; the folders above it are made.
  package func write(_ file: OutputFile) throws(PublishingError) {
    if let problem = OutputFile.problem(with: file.path) { throw .invalidPath(file.path, problem: problem) }
    let root = DiskPath(path)
    var folder = ""
    for part in file.path.split(separator: "/").dropLast() {
      folder += folder.isEmpty ? String(part) : "/" + part
      try Disk.makeFolder(root.appending(folder))
    }
    let place = root.appending(file.path)
    try Disk.remove(place)
    switch file.content {
    case .bytes(let bytes): try Disk.create(place, bytes)
    case .stream(let parts): try Disk.create(place, parts: parts)
    case .copy(let source): try Disk.copy(DiskPath(source), to: place)
    }
  }

  /// The bytes of a file in the folder; nil where there is none.
  package func read(_ name: String) -> [UInt8]? { Disk.read(DiskPath(path).appending(name)) }

  /// Removes the folder with everything in it. Helpers of a program that was killed may still be writing into it, so it is tried a few times.
  package func remove() throws(PublishingError) {
    for attempt in 0..<20 {
      do throws(PublishingError) { return try Disk.remove(DiskPath(path)) } catch {
        if attempt == 19 { throw error }
        usleep(50_000)
      }
    }
  }

  /// Removes folders of that name, ours, that nobody holds.
  private static func sweep(_ parent: String, _ name: String) {
    let start = Array("\(name)-\(getuid())-".utf8)
    let folder = DiskPath(parent)
    for found in (try? Disk.list(folder)) ?? [] where found.starts(with: start) {
      let path = folder.appending(found)
      guard let info = Disk.info(path), info.kind == .folder, info.owner == getuid(),
        Disk.info(path.appending(lockName))?.kind == .file
      else { continue }
      let lock = cb_lock(path.appending(lockName).c)
      guard lock >= 0 else { continue }
      try? Disk.remove(path)
      close(lock)
    }
  }
}
