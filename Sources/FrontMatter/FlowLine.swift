import SourceText

/// What stands between a bracket and its closing one on the same line, read as an author means it: a `#` is a character like any other, and a second
/// colon belongs to the text.
struct FlowLine {
  private let bytes: [UInt8]
  private let isMapping: Bool
  /// What stands between the commas.
  private var parts: [Span] = []

  /// nil where the bracket is not closed before `end`.
  ///
  /// - Parameter opening: where a `{` or `[` stands.
  init?(_ file: SourceFile, opening: Int, end: Int) {
    bytes = file.bytes
    isMapping = bytes[opening] == 0x7B
    var depth = 0
    var start = opening + 1
    var i = opening
    // A quotation mark opens a quoted text only where a value can begin.
    var isAtValue = true
    while i < end {
      let byte = bytes[i]
      switch byte {
      case 0x22 where isAtValue, 0x27 where isAtValue:
        guard let closing = Self.endOfQuotes(file.bytes, from: i, end) else { return nil }
        i = closing
        isAtValue = false
      case 0x7B, 0x5B:
        depth += 1
        isAtValue = true
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 {
          add(Span(start, i))
          return
        }
      case 0x2C:
        if depth == 1 {
          add(Span(start, i))
          start = i + 1
        }
        isAtValue = true
      case 0x20: isAtValue = isAtValue || bytes[i - 1] == 0x3A
      default: isAtValue = false
      }
      i += 1
    }
    return nil
  }

  /// The plain value in which a place lies, without the blanks around it.
  func value(around place: Int) -> Span? {
    guard let part = parts.first(where: { $0.start <= place && place < $0.end }) else { return nil }
    let start = isMapping ? colon(in: part).map { $0 + 2 } : part.start
    guard let start, start <= place else { return nil }
    let span = trimmed(Span(start, part.end))
    let first = bytes[span.start]
    let isPlain = first == 0x23 || !Array("\"'{}[]&*!|>%@`?-,:#".utf8).contains(first)
    return isPlain && span.start <= place && place < span.end ? span : nil
  }

  /// In braces, what follows a comma and has no key belongs to the text before.
  private mutating func add(_ part: Span) {
    if isMapping, let last = parts.last, colon(in: part) == nil, !trimmed(part).isEmpty {
      parts[parts.count - 1] = Span(last.start, part.end)
    } else {
      parts.append(part)
    }
  }

  private func colon(in part: Span) -> Int? {
    (part.start..<max(part.start, part.end - 1)).first { bytes[$0] == 0x3A && bytes[$0 + 1] == 0x20 }
  }

  private func trimmed(_ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return Span(start, end)
  }

  private static func endOfQuotes(_ bytes: [UInt8], from start: Int, _ end: Int) -> Int? {
    var i = start + 1
    while i < end {
      if bytes[start] == 0x22, bytes[i] == 0x5C {
        i += 2
        continue
      }
      if bytes[i] == bytes[start] { return i }
      i += 1
    }
    return nil
  }
}
