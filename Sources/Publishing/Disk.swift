import CPlatform

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few calls to the operating system that publishing takes.
///
/// Nothing here calls fsync: what a power cut takes away is built again from the sources in seconds, while waiting for the disk at
/// each of some thousand files would cost more than the whole build. What a reader sees is consistent without it.
enum Disk {
  enum Kind { case file, folder, link, other }

  typealias Device = dev_t

  struct Info {
    let kind: Kind
    /// The permission bits.
    let mode: mode_t
    let owner: uid_t
    let group: gid_t
    let device: Device
    let inode: ino_t
    let size: Int
    /// When the content last changed, in seconds and nanoseconds.
    let changed: [Int]

    fileprivate init(_ info: stat) {
      switch info.st_mode & S_IFMT {
      case S_IFREG: kind = .file
      case S_IFDIR: kind = .folder
      case S_IFLNK: kind = .link
      default: kind = .other
      }
      mode = info.st_mode & 0o7777
      (owner, group, device, inode, size) = (info.st_uid, info.st_gid, info.st_dev, info.st_ino, Int(info.st_size))
      #if canImport(Glibc)
        changed = [info.st_mtim.tv_sec, info.st_mtim.tv_nsec]
      #else
        changed = [info.st_mtimespec.tv_sec, info.st_mtimespec.tv_nsec]
      #endif
    }
  }

  /// What lies at a path; nil where nothing does or it cannot be seen.
  static func info(_ path: DiskPath) -> Info? {
    var info = stat()
    return lstat(path.c, &info) == 0 ? Info(info) : nil
  }

  static func isMountPoint(_ path: DiskPath) -> Bool { cb_is_mount_point(path.c) != 0 }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  static func list(_ folder: DiskPath) throws(PublishingError) -> [[UInt8]] {
    guard let directory = opendir(folder.c) else { throw .reading(folder.text, errno) }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let item = readdir(directory) else {
        // A list that breaks off would take the rest for gone.
        if errno != 0 { throw .reading(folder.text, errno) }
        break
      }
      let name = withUnsafeBytes(of: item.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Makes a folder; one that is there already is good.
  static func makeFolder(_ path: DiskPath, mode: mode_t = 0o755) throws(PublishingError) {
    guard mkdir(path.c, mode) != 0 else { return }
    let code = errno
    if code == EEXIST, info(path)?.kind == .folder { return }
    throw .writing(path.text, code)
  }

  /// Makes a file that must not be there yet; less what the umask takes away, everybody may read it.
  static func create(_ path: DiskPath, _ bytes: [UInt8]) throws(PublishingError) {
    try withNewFile(path) { descriptor throws(PublishingError) in try write(bytes[...], to: descriptor, path) }
  }

  /// The same in parts, as they are made.
  static func create(
    _ path: DiskPath, parts: (_ emit: ([UInt8]) throws -> Void) throws -> Void
  ) throws(PublishingError) {
    try withNewFile(path) { (descriptor) throws(PublishingError) in
      do {
        try parts { try write($0[...], to: descriptor, path) }
      } catch let error as PublishingError {
        throw error
      } catch {
        // Whoever makes the parts has no errors of its own.
        throw .cannotWrite(path.text, reason: "\(error)")
      }
    }
  }

  /// The bytes of a whole file; nil where it is no plain file or cannot be read.
  static func read(_ path: DiskPath) -> [UInt8]? {
    let descriptor = retry { open(path.c, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    return pour(from: descriptor, { bytes.append(contentsOf: $0) }) == 0 ? bytes : nil
  }

  /// Copies a plain file's bytes into a new file; `like` gives it permissions, owner and time as well.
  static func copy(_ source: DiskPath, to path: DiskPath, like original: Info? = nil) throws(PublishingError) {
    // Pictures may be links inside the project: the reader has checked where they lead.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (original == nil ? 0 : O_NOFOLLOW)
    let from = retry { open(source.c, flags) }
    guard from >= 0 else { throw .reading(source.text, errno) }
    defer { close(from) }
    var about = stat()
    guard fstat(from, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      throw .cannotRead(source.text, reason: "it is no plain file")
    }
    try withNewFile(path) { (to) throws(PublishingError) in
      var failure: PublishingError?
      let code = pour(from: from) { part in
        guard failure == nil else { return }
        do throws(PublishingError) { try write(part, to: to, path) } catch { failure = error }
      }
      if let failure { throw failure }
      guard code == 0 else { throw .reading(source.text, code) }
      if let original {
        // Only the owner's copies can keep their owner; the rest is kept whoever runs the build.
        _ = fchown(to, original.owner, original.group)
        fchmod(to, original.mode)
        #if canImport(Glibc)
          let times = [about.st_atim, about.st_mtim]
        #else
          let times = [about.st_atimespec, about.st_mtimespec]
        #endif
        futimens(to, times)
      }
    }
  }

  /// Removes a file, a link, or a folder with everything in it. What is not there is removed.
  static func remove(_ path: DiskPath) throws(PublishingError) {
    guard let info = info(path) else { return }
    if info.kind == .folder {
      // A folder that nobody may write to cannot be emptied either.
      if info.mode & 0o700 != 0o700 { chmod(path.c, 0o700) }
      for name in try list(path) { try remove(path.appending(name)) }
      guard rmdir(path.c) == 0 || errno == ENOENT else { throw .writing(path.text, errno) }
    } else {
      guard unlink(path.c) == 0 || errno == ENOENT else { throw .writing(path.text, errno) }
    }
  }

  /// The path without links, or nil where it does not exist.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// A call again for as long as a signal interrupts it.
  static func retry(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  private static func withNewFile(
    _ path: DiskPath, _ body: (Int32) throws(PublishingError) -> Void
  ) throws(PublishingError) {
    let descriptor = retry { open(path.c, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644) }
    guard descriptor >= 0 else { throw .writing(path.text, errno) }
    do throws(PublishingError) {
      try body(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    // Network file systems say only here that the disk was full. After EINTR the descriptor is closed all the same.
    guard close(descriptor) == 0 || errno == EINTR else { throw .writing(path.text, errno) }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, _ path: DiskPath) throws(PublishingError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeSome(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .writing(path.text, count == 0 ? ENOSPC : errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Hands a file's bytes on in parts; returns 0, or the `errno` that ended it.
  private static func pour(from descriptor: Int32, _ use: (ArraySlice<UInt8>) -> Void) -> Int32 {
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { readSome(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return errno }
      guard count > 0 else { return 0 }
      use(buffer[..<count])
    }
  }
}

private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
