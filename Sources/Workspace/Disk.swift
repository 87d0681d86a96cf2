#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few calls to the operating system that reading a project takes.
enum Disk {
  enum EntryKind { case file, folder, link, other }

  struct Entry {
    /// nil where the name on disk is not UTF-8.
    let name: String?
    let kind: EntryKind
    let size: Int
  }

  /// What lies in a folder, sorted by the bytes of the names; nil where it cannot be read.
  static func list(_ folder: String) -> [Entry]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var entries: [(key: [UInt8], entry: Entry)] = []
    while let item = readdir(directory) {
      let bytes = withUnsafeBytes(of: item.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
      guard bytes.first != 0x2E else { continue }
      let name = String(validating: bytes, as: UTF8.self)
      let path = folder + "/" + String(decoding: bytes, as: UTF8.self)
      let (kind, size) = name == nil ? (.other, 0) : kind(of: path)
      entries.append((bytes, Entry(name: name, kind: kind, size: size)))
    }
    entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return entries.map(\.entry)
  }

  static func kind(of path: String) -> (EntryKind, Int) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return (.other, 0) }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return (.file, Int(info.st_size))
    case S_IFDIR: return (.folder, 0)
    case S_IFLNK: return (.link, 0)
    default: return (.other, 0)
    }
  }

  /// The kind and size behind a link.
  static func kindBehind(_ path: String) -> (EntryKind, Int) {
    var info = stat()
    guard stat(path, &info) == 0 else { return (.other, 0) }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return (.file, Int(info.st_size))
    case S_IFDIR: return (.folder, 0)
    default: return (.other, 0)
    }
  }

  /// The path without links, or nil where it does not exist.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The bytes of a file, at most `limit` of them; nil where it cannot be read.
  static func read(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = min(Int(info.st_size), limit)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = readSome(descriptor, base + count, size - count)
        if got < 0 { failed = true }
        if got <= 0 { break }
        count += got
      }
    }
    return failed ? nil : bytes
  }

  /// The last error as the system words it.
  static var reason: String { String(cString: strerror(errno)) }
}

private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
