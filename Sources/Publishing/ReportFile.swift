#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes reports to files that somebody named, outside of any site.
package enum ReportFile {
  /// Puts bytes at a path: beside it first, then in its place, so that no reader sees half a report. A link is followed; a device or a pipe is
  /// written to as it is. The folder must be there.
  package static func replace(_ path: String, bytes: [UInt8]) throws(PublishingError) {
    var info = stat()
    let isThere = stat(path, &info) == 0
    if isThere, info.st_mode & S_IFMT == S_IFDIR { throw .cannotWrite(path, reason: "it is a folder") }
    if isThere, info.st_mode & S_IFMT != S_IFREG { return try write(bytes, to: path, flags: O_WRONLY) }
    let target = isThere ? Disk.resolved(path) ?? path : path
    let temporary = "\(target).\(getpid()).tmp"
    do throws(PublishingError) {
      try write(bytes, to: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
      if isThere { chmod(temporary, info.st_mode & 0o7777) }
      guard rename(temporary, target) == 0 else { throw .writing(path, errno) }
    } catch {
      unlink(temporary)
      // The name beside it is nobody's business.
      if case .cannotWrite(_, let reason) = error { throw .cannotWrite(path, reason: reason) }
      throw error
    }
  }

  /// Adds bytes at the end of a file, which is made where it is missing.
  package static func append(_ path: String, bytes: [UInt8]) throws(PublishingError) {
    try write(bytes, to: path, flags: O_WRONLY | O_CREAT | O_APPEND)
  }

  private static func write(_ bytes: [UInt8], to path: String, flags: Int32) throws(PublishingError) {
    let descriptor = Disk.retry { open(path, flags | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else { throw .writing(path, errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeSome(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = count == 0 ? ENOSPC : errno
        close(descriptor)
        throw .writing(path, code)
      }
      rest = rest.dropFirst(count)
    }
    // Network file systems say only here that the disk was full. After EINTR the descriptor is closed all the same.
    guard close(descriptor) == 0 || errno == EINTR else { throw .writing(path, errno) }
  }
}

private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
