#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SourceWriter {
  /// Puts new content in the place of a file in one step: a reader, or a program that is stopped at any moment, finds the old content or the
  /// new, never a part. The file keeps its permissions; one that is not there is made.
  package static func replace(_ path: String, bytes: [UInt8]) throws(PublishingError) {
    let file = DiskPath(path)
    let draft = DiskPath(path + ".new-\(getpid())")
    let old = Disk.info(file)
    if let old, old.kind != .file { throw .cannotWrite(path, reason: "it is no plain file") }
    try Disk.remove(draft)
    do throws(PublishingError) {
      try Disk.create(draft, bytes)
      if let old { chmod(draft.c, old.mode) }
      guard rename(draft.c, file.c) == 0 else { throw .writing(path, errno) }
    } catch {
      try? Disk.remove(draft)
      throw error
    }
  }
}
