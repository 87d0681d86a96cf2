/// One file of the project as it was read: its bytes, and the path by which people know it.
///
/// The bytes are not promised to be valid UTF-8; `firstInvalidUTF8` says where they are not.
package struct SourceFile: Sendable {
  /// Relative to the project's folder, with `/` between its parts: `Sheets/clusters/medicon-valley.md`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The last part of the path without its ending: `medicon-valley`.
  package var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The text under a span; bytes that are not UTF-8 are shown as U+FFFD.
  package func text(_ span: Span) -> String {
    let range = span.clamped(to: bytes.count)
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// The three bytes that some editors put before the text.
  package var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}
