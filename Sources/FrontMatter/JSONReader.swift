import Diagnostics
import SourceText

/// Reads JSON (RFC 8259) into the same `Tree` as YAML: texts are double-quoted scalars, numbers and words plain ones, collections flow ones.
///
/// A number keeps its digits as they are written, however many. A document with an error gives no tree; a key used twice is reported and kept.
package enum JSONReader {
  /// What keeps hostile input small.
  package struct Limits: Sendable {
    package var depth = 64
    package var nodes = 4_000_000
    /// In bytes.
    package var size = 1 << 27
    package init() {}
  }

  package static func read(_ file: SourceFile, limits: Limits = Limits()) -> (tree: Tree?, diagnostics: [Diagnostic]) {
    func location(_ span: Span) -> Location { Location(path: file.path, span: span) }
    if file.bytes.count > limits.size {
      return (nil, [FileTooLarge.report(at: location(Span.at(0)), size: file.bytes.count, limit: limits.size)])
    }
    if let bad = file.firstInvalidUTF8 { return (nil, [InvalidUTF8.report(at: location(Span(bad, bad + 1)))]) }
    let start = file.hasByteOrderMark ? 3 : 0
    let mark = start == 0 ? [] : [ByteOrderMark.report(at: location(Span(0, 3)))]
    return file.bytes.withUnsafeBufferPointer { bytes in
      var reading = JSONReading(path: file.path, bytes: bytes, start: start, limits: limits)
      let tree = reading.run()
      return (tree, mark + reading.diagnostics)
    }
  }
}

/// An open collection.
private struct JSONFrame {
  let index: Int
  let start: Int
  let isMapping: Bool
  var count = 0
  var keys: [Int] = []
}

private struct JSONReading {
  private enum Expectation { case value, firstItem, firstKey, key, separator, end }

  let path: String
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONReader.Limits
  private var at: Int
  private var expectation = Expectation.value
  private var builder: TreeBuilder
  private var frames: [JSONFrame] = []
  private var comma = 0
  private var failed = false
  var diagnostics: [Diagnostic] = []

  init(path: String, bytes: UnsafeBufferPointer<UInt8>, start: Int, limits: JSONReader.Limits) {
    self.path = path
    self.bytes = bytes
    self.limits = limits
    at = start
    builder = TreeBuilder(expecting: bytes.count)
  }

  mutating func run() -> Tree? {
    while !failed {
      while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count else {
        if expectation == .end { return builder.finish() }
        atEnd()
        return nil
      }
      step(bytes[at])
    }
    return nil
  }

  private mutating func step(_ byte: UInt8) {
    switch expectation {
    case .firstItem where byte == 0x5D, .firstKey where byte == 0x7D: close()
    case .value, .firstItem: value(byte)
    case .key, .firstKey: key(byte)
    case .separator: separator(byte)
    case .end: fail(.behindTheEnd, Span(at, bytes.count))
    }
  }

  private mutating func fail(_ problem: JSONProblem, _ span: Span, beginning: Int? = nil) {
    failed = true
    func location(_ span: Span) -> Location { Location(path: path, span: span) }
    diagnostics.append(JSONSyntax.report(problem, at: location(span), beginning: beginning.map { location(Span($0, $0 + 1)) }))
  }

  private mutating func atEnd() {
    if let frame = frames.last {
      return fail(.unclosed(isMapping: frame.isMapping), Span(frame.start, frame.start + 1))
    }
    fail(.empty, Span.at(0))
  }

  // MARK: Values

  private mutating func value(_ byte: UInt8) {
    switch byte {
    case 0x22:
      guard let span = text() else { return }
      finishValue(span)
    case 0x7B, 0x5B: open(isMapping: byte == 0x7B)
    case 0x5D where comma > 0 && expectation == .value && frames.last?.isMapping == false:
      fail(.trailingComma, Span(comma - 1, comma))
    case 0x2C, 0x3A, 0x5D, 0x7D: fail(.valueMissing, Span(at, at + 1))
    case 0x27: fail(.singleQuotes, Span(at, wordEnd()))
    case 0x2F, 0x23: fail(.comment, Span(at, lineEnd()))
    default: word()
    }
  }

  private mutating func finishValue(_ span: Span) {
    comma = 0
    guard !frames.isEmpty else {
      expectation = .end
      return
    }
    frames[frames.count - 1].count += 1
    expectation = .separator
    at = max(at, span.end)
  }

  private mutating func hasRoom() -> Bool {
    if builder.nodeCount < limits.nodes { return true }
    failed = true
    diagnostics.append(TooManyNodes.report(at: Location(path: path, span: Span(at, at + 1)), limit: limits.nodes))
    return false
  }

  private mutating func word() {
    let span = Span(at, wordEnd())
    let word = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
    if let problem = JSONProblem.inWord(word) { return fail(problem, span) }
    guard hasRoom() else { return }
    builder.scalar(word, form: .plain, span: span)
    at = span.end
    finishValue(span)
  }

  private mutating func open(isMapping: Bool) {
    guard hasRoom() else { return }
    guard frames.count < limits.depth else {
      failed = true
      diagnostics.append(TooDeep.report(at: Location(path: path, span: Span(at, at + 1)), limit: limits.depth))
      return
    }
    frames.append(
      JSONFrame(index: builder.open(isMapping ? .flowMapping : .flowSequence, at: at), start: at, isMapping: isMapping))
    at += 1
    comma = 0
    expectation = isMapping ? .firstKey : .firstItem
  }

  private mutating func close() {
    guard let frame = frames.popLast() else { return }
    at += 1
    let span = Span(frame.start, at)
    builder.close(frame.index, count: frame.count, span: span)
    for (key, first) in builder.twins(among: frame.keys) {
      func location(_ index: Int) -> Location {
        Location(path: path, span: Span(builder.start(of: index), builder.end(of: index)))
      }
      diagnostics.append(JSONDuplicateKey.report(builder.string(key), at: location(key), first: location(first)))
    }
    finishValue(span)
  }

  private mutating func key(_ byte: UInt8) {
    switch byte {
    case 0x22:
      let index = builder.nodeCount
      guard let span = text() else { return }
      frames[frames.count - 1].keys.append(index)
      while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count else { return atEnd() }
      guard bytes[at] == 0x3A else { return fail(.colonMissing, span) }
      at += 1
      comma = 0
      expectation = .value
    case 0x7D where comma > 0: fail(.trailingComma, Span(comma - 1, comma))
    case 0x27: fail(.singleQuotes, Span(at, wordEnd()))
    case 0x2F, 0x23: fail(.comment, Span(at, lineEnd()))
    default:
      let end = wordEnd()
      fail(.keyWithoutQuotes(String(decoding: bytes[at..<end], as: UTF8.self)), Span(at, end))
    }
  }

  private mutating func separator(_ byte: UInt8) {
    guard let frame = frames.last else { return }
    switch byte {
    case 0x2C:
      at += 1
      comma = at
      expectation = frame.isMapping ? .key : .value
    case 0x7D where frame.isMapping, 0x5D where !frame.isMapping: close()
    case 0x7D, 0x5D: fail(.wrongBracket(isMapping: frame.isMapping), Span(at, at + 1), beginning: frame.start)
    case 0x2F, 0x23: fail(.comment, Span(at, lineEnd()))
    default: fail(.commaMissing, Span(at, byte == 0x22 ? at + 1 : wordEnd()))
    }
  }

  // MARK: Texts

  /// Reads a text in quotes into the tree.
  private mutating func text() -> Span? {
    guard hasRoom() else { return nil }
    let start = at
    var i = at + 1
    while i < bytes.count, bytes[i] != 0x22, bytes[i] != 0x5C, bytes[i] >= 0x20 { i += 1 }
    if i < bytes.count, bytes[i] == 0x22 {
      at = i + 1
      builder.scalar(UnsafeBufferPointer(rebasing: bytes[start + 1..<i]), form: .doubleQuoted, span: Span(start, at))
      return Span(start, at)
    }
    var decoded = Array(bytes[start + 1..<i])
    while i < bytes.count {
      switch bytes[i] {
      case 0x22:
        at = i + 1
        decoded.withUnsafeBufferPointer { builder.scalar($0, form: .doubleQuoted, span: Span(start, at)) }
        return Span(start, at)
      case 0x5C:
        guard let next = escape(at: i, &decoded) else { return nil }
        i = next
      case 0x0A, 0x0D:
        fail(.textUnclosed, Span(start, i))
        return nil
      case 0..<0x20:
        fail(.controlCharacter(bytes[i]), Span(i, i + 1))
        return nil
      default:
        decoded.append(bytes[i])
        i += 1
      }
    }
    fail(.textUnclosed, Span(start, start + 1))
    return nil
  }

  /// Reads an escape; gives the place behind it.
  private mutating func escape(at start: Int, _ decoded: inout [UInt8]) -> Int? {
    guard start + 1 < bytes.count else {
      fail(.textUnclosed, Span(start, start + 1))
      return nil
    }
    let simple: UInt8? =
      switch bytes[start + 1] {
      case 0x22, 0x5C, 0x2F: bytes[start + 1]
      case 0x62: 8
      case 0x66: 12
      case 0x6E: 10
      case 0x72: 13
      case 0x74: 9
      default: nil
      }
    if let simple {
      decoded.append(simple)
      return start + 2
    }
    guard bytes[start + 1] == 0x75, let first = hex(at: start + 2) else {
      let length = bytes[start + 1] == 0x75 ? 6 : 2
      var end = min(start + length, bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      fail(.unknownEscape(String(decoding: bytes[start..<end], as: UTF8.self)), Span(start, end))
      return nil
    }
    var end = start + 6
    var value = first
    if (0xD800..<0xDC00).contains(first), end + 1 < bytes.count, bytes[end] == 0x5C, bytes[end + 1] == 0x75,
      let second = hex(at: end + 2), (0xDC00..<0xE000).contains(second)
    {
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      end += 6
    }
    guard let scalar = Unicode.Scalar(value) else {
      fail(.halfCharacter(String(decoding: bytes[start..<end], as: UTF8.self)), Span(start, end))
      return nil
    }
    decoded.append(contentsOf: Array(String(scalar).utf8))
    return end
  }

  private func hex(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  // MARK: Extents

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// The end of what a person would call the word here; never the place itself.
  private func wordEnd() -> Int {
    var end = at + 1
    while end < bytes.count, !Self.isSpace(bytes[end]), !Self.isDelimiter(bytes[end]) { end += 1 }
    return end
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }

  private func lineEnd() -> Int { bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count }
}
