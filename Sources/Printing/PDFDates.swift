/// The dates in a PDF file: browsers write the moment of the print into it, so that two prints of the same book differ.
package enum PDFDates {
  /// Writes a day in place of the dates of creation and change, without moving a byte.
  ///
  /// - Parameter day: `20261122`; eight digits.
  package static func set(_ day: String, in bytes: inout [UInt8]) {
    let digits = Array(day.utf8)
    guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
    let stamp = digits + Array("000000".utf8)
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      guard let start = end(of: Array(key.utf8), in: bytes) else { continue }
      let range = start..<(start + stamp.count)
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      bytes.replaceSubrange(range, with: stamp)
    }
  }

  /// Browsers write the dates into the first object of the file; texts of pages are compressed and cannot be taken for them.
  private static func end(of part: [UInt8], in bytes: [UInt8]) -> Int? {
    let last = min(bytes.count, 16 << 10) - part.count
    guard last >= 0 else { return nil }
    let start = (0...last).first { bytes[$0] == part[0] && bytes[$0..<($0 + part.count)].elementsEqual(part) }
    return start.map { $0 + part.count }
  }
}
