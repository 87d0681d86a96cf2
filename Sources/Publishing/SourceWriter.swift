#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes files of the project itself, one at a time.
package enum SourceWriter {
  /// Makes a new file; one that is there already is left as it is, and an error.
  package static func create(_ path: String, bytes: [UInt8]) throws(PublishingError) {
    let file = DiskPath(path)
    if Disk.info(file) != nil { throw .cannotWrite(path, reason: "it is there already, and nothing is overwritten") }
    if let slash = path.lastIndex(of: "/") { try Disk.makeFolder(DiskPath(String(path[..<slash]))) }
    try Disk.create(file, bytes)
  }

  /// Gives a file another content in one step: whoever reads it meanwhile finds the old content or the new one. Its permissions stay.
  ///
  /// - Parameter expected: what the file must hold; if somebody has changed it since it was read, it is left as it is, and an error.
  package static func replace(_ path: String, expecting expected: [UInt8], with bytes: [UInt8]) throws(PublishingError) {
    // A link inside the project stays a link: what it leads to is replaced.
    guard let real = Disk.resolved(path) else { throw .cannotRead(path, reason: "it is gone") }
    let file = DiskPath(real)
    guard let info = Disk.info(file), info.kind == .file, let current = Disk.read(file) else {
      throw .cannotRead(path, reason: "it is no plain file")
    }
    guard current == expected else { throw changed(path) }
    let temporary = DiskPath(real + ".clusterbook-\(getpid())")
    try Disk.remove(temporary)
    do throws(PublishingError) {
      try Disk.create(temporary, bytes)
      guard chmod(temporary.c, info.mode) == 0 else { throw .writing(path, errno) }
      // Only the owner may give a file away; the rest is kept whoever runs the program.
      _ = chown(temporary.c, info.owner, info.group)
      // As late as can be: an editor may have saved while the new content was written.
      guard Disk.read(file) == expected else { throw changed(path) }
      guard rename(temporary.c, file.c) == 0 else { throw .writing(path, errno) }
    } catch {
      try? Disk.remove(temporary)
      throw error
    }
  }

  private static func changed(_ path: String) -> PublishingError {
    .cannotWrite(path, reason: "somebody changed it since it was read; run the command again")
  }
}
