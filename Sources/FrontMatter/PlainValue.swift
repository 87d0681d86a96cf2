import Diagnostics
import SourceText

/// Where a value that was written without quotes begins and ends on its line, found without YAML: for text that YAML cannot read.
struct PlainValue {
  let location: Location
  let text: String

  /// The value that holds or begins at an offset.
  ///
  /// - Parameters:
  ///   - bytes: the YAML; `base` is where it begins in the file.
  ///   - offset: within `bytes`.
  /// - Returns: nil where neither a key nor a hyphen stands before the value on the line, or the value is quoted.
  init?(around offset: Int, in bytes: UnsafeBufferPointer<UInt8>, base: Int, path: String) {
    guard offset < bytes.count else { return nil }
    var lineStart = offset
    while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    var lineEnd = offset
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
    var scan = Scan(bytes: bytes, position: lineStart)
    scan.run(to: offset)
    guard let start = scan.valueStart ?? scan.itemStart, start <= offset, start < lineEnd, bytes[start] != 0x22,
      bytes[start] != 0x27
    else { return nil }
    var end = start
    while end < lineEnd {
      let byte = bytes[end]
      if scan.isFlow, byte == 0x2C || byte == 0x7D || byte == 0x5D { break }
      if byte == 0x23, end > start, bytes[end - 1] == 0x20 { break }
      end += 1
    }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard end > start else { return nil }
    location = Location(path: path, span: Span(base + start, base + end))
    text = String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Puts the value in quotes, as it is written.
  var quoting: Fix { Fix("Put the text in quotes", .safe, [TextEdit(location, QuotedText.double(text))]) }
}

/// Reads a line up to an offset and keeps where the innermost value began.
private struct Scan {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  var valueStart: Int?
  /// Where an item of a list begins that may have no key of its own.
  var itemStart: Int?
  var isFlow = false

  init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
  }

  mutating func run(to offset: Int) {
    while position <= offset, position < bytes.count {
      let byte = bytes[position]
      let isOpen = valueStart == nil
      switch byte {
      case 0x22 where isOpen || valueStart == position, 0x27 where isOpen || valueStart == position: skipQuoted(byte)
      case 0x7B where isOpen || valueStart == position, 0x5B where isOpen || valueStart == position:
        isFlow = true
        valueStart = nil
      case 0x2C where isFlow: valueStart = nil
      case 0x3A where isOpen && isFollowedBySpace:
        position += 1
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        valueStart = position
        continue
      case 0x2D where isOpen && isFollowedBySpace && !isFlow: startItem()
      default: break
      }
      position += 1
    }
  }

  private var isFollowedBySpace: Bool { position + 1 < bytes.count && bytes[position + 1] == 0x20 }

  private mutating func startItem() {
    var next = position + 1
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    itemStart = next
    position = next - 1
  }

  private mutating func skipQuoted(_ quote: UInt8) {
    position += 1
    while position < bytes.count, bytes[position] != quote, bytes[position] != 0x0A {
      if quote == 0x22, bytes[position] == 0x5C { position += 1 }
      position += 1
    }
  }
}
