#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few calls to the operating system that reading a project takes.
enum Disk {
  enum EntryKind { case file, folder, link, other }

  /// The names in a folder, sorted by their bytes, those that begin with a dot left out; nil where it cannot be read. A name that is
  /// not UTF-8 is nil.
  static func list(_ folder: String) -> [String?]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let item = readdir(directory) {
      let bytes = withUnsafeBytes(of: item.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
      if bytes.first != 0x2E { names.append(bytes) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names.map { String(validating: $0, as: UTF8.self) }
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

  /// The bytes of a plain file of at most `limit` bytes, or why there are none, as an author would say it: `it is a folder`.
  static func read(_ path: String, limit: Int) -> Result<[UInt8], Refusal> {
    // Opening a pipe would wait for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(Refusal(reason(errno))) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return .failure(Refusal(reason(errno))) }
    guard info.st_mode & S_IFMT == S_IFREG else { return .failure(Refusal("it is no plain file")) }
    let size = Int(info.st_size)
    guard size <= limit else { return .failure(Refusal("it has more than \(limit >> 20) MiB")) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = readSome(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    return failure == 0 ? .success(bytes) : .failure(Refusal(reason(failure)))
  }

  /// Why a file was not read.
  struct Refusal: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "its permissions do not allow it"
    case ENOENT: "it is gone"
    case ELOOP: "its links lead in a circle"
    case ENXIO: "it is no plain file"
    default: "the system says: \(String(cString: strerror(code)))"
    }
  }
}

private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
