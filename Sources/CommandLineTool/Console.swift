#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The three streams: the report goes to standard output, everything said about the work to standard error.
enum Console {
  /// Writes a line to standard output.
  static func out(_ text: String) { write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n", to: 1) }

  /// Writes bytes to standard output as they are.
  static func out(bytes: [UInt8]) { bytes.withUnsafeBufferPointer { write($0, to: 1) } }

  /// Writes a line to standard error.
  static func log(_ text: String) { write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n", to: 2) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Everything that comes on standard input, at most `limit` bytes.
  static func standardInput(limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count < limit {
      let count = buffer.withUnsafeMutableBytes { readSome(0, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<min(count, limit - bytes.count)])
    }
    return bytes
  }

  /// Writes all of a text; a reader that has gone away is no error of ours.
  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write($0, to: descriptor) }
  }

  private static func write(_ buffer: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
    var done = 0
    while done < buffer.count, let base = buffer.baseAddress {
      let wrote = writeSome(descriptor, base + done, buffer.count - done)
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else { return }
      done += wrote
    }
  }
}

private func writeSome(_ descriptor: Int32, _ buffer: UnsafePointer<UInt8>, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}

private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

/// Wall-clock time for the closing line; nothing that is published depends on it.
struct Stopwatch {
  private let start = ContinuousClock.now

  var seconds: Double {
    let elapsed = start.duration(to: .now).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }
}
