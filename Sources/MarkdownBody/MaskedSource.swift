import Diagnostics
import SourceText

/// A body in which everything that cmark must not read as Markdown is covered by characters that mean nothing to it.
///
/// The copy is as long as the source, byte for byte, so cmark's lines and columns stay true. A reference becomes one private-use
/// character from U+F0000 on, which says which one it is, and filling. Where cmark finds one of them in code, the source is put back.
/// None of the covers can come from the author: private-use and control characters are replaced (and reported), and the `&` of
/// a numeric character reference is covered as well.
struct MaskedSource {
  /// Follows a private-use character, up to the length of what it stands for.
  static let filling: UInt8 = 0x02
  /// An `&` that begins a numeric reference to a control or private-use character.
  static let ampersand: UInt8 = 0x03
  /// Begins the part of a reference that stands on a further line.
  static let continuation: UInt8 = 0x04
  /// C2 91: a tilde behind a backslash. C2 92: `[[` that begins no reference and is too short for a character of its own.
  static let c1Lead: UInt8 = 0xC2
  static let escapedTilde: UInt8 = 0x91
  static let strayBrackets: UInt8 = 0x92
  /// More marks than this are a limit broken, not a body.
  static let maximumMarks = 50_000

  private(set) var bytes: [UInt8]
  private(set) var marks: [Mark] = []
  /// Where `[^` stands without a backslash.
  private(set) var footnoteMarks: [Int] = []
  /// Where the first character stands that had to be replaced, and how many there were.
  private(set) var firstInvisible: Int?
  private(set) var invisibleCount = 0
  /// The offset of `bytes` in the file.
  let base: Int

  init(_ file: SourceFile, _ span: Span) {
    base = span.start
    bytes = Array(file.bytes[span.start..<span.end])
    file.bytes.withUnsafeBufferPointer { whole in
      cover(UnsafeBufferPointer(rebasing: whole[span.start..<span.end]))
    }
  }

  /// The number of the mark whose private-use character begins at `i`.
  static func mark(in text: [UInt8], at i: Int) -> Int? {
    guard i + 3 < text.count, text[i] == 0xF3, text[i + 1] >= 0xB0 else { return nil }
    return (Int(text[i + 1] & 0x3F) << 12 | Int(text[i + 2] & 0x3F) << 6 | Int(text[i + 3] & 0x3F)) - 0x30000
  }

  /// The index behind the filling that follows a mark, that on further lines included.
  static func end(ofMark i: Int, in text: [UInt8], limit: Int) -> Int {
    var i = min(i + 4, limit)
    while true {
      while i < limit, text[i] == filling { i += 1 }
      var next = i
      while next < limit, text[next].isBlank || text[next] == .ascii(">") { next += 1 }
      guard next < limit, text[next] == continuation else { return i }
      i = next + 1
    }
  }

  private mutating func cover(_ source: UnsafeBufferPointer<UInt8>) {
    let syntax = ReferenceSyntax(bytes: source, base: base)
    let count = source.count
    let special = ByteSet("[\\&", controls: true, beyondASCII: true)
    var i = 0
    while i < count {
      let byte = source[i]
      if !special.contains(byte) {
        i += 1
        continue
      }
      switch byte {
      case .ascii("["): i = bracket(i, syntax)
      case .ascii("\\"):
        if i + 1 < count, source[i + 1] == .ascii("~") {
          bytes[i] = Self.c1Lead
          bytes[i + 1] = Self.escapedTilde
        }
        i += i + 1 < count && source[i + 1] < 0x80 && source[i + 1] >= 0x20 ? 2 : 1
      case .ascii("&"):
        if i + 1 < count, source[i + 1] == .ascii("#"), namesReserved(source, i + 2) { bytes[i] = Self.ampersand }
        i += 1
      case 0x09, 0x0A, 0x0D: i += 1
      case 0..<0x20, 0x7F:
        bytes[i] = 0x20
        noteInvisible(i)
        i += 1
      case 0xC2 where syntax.isReserved(i):
        bytes[i] = 0x20
        bytes[i + 1] = Self.filling
        noteInvisible(i)
        i += 2
      case 0xEF where syntax.isReserved(i):
        bytes[i + 2] = 0xBD
        noteInvisible(i)
        i += 3
      case 0xF3 where syntax.isReserved(i), 0xF4 where syntax.isReserved(i):
        (bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]) = (0xEF, 0xBF, 0xBD, Self.filling)
        noteInvisible(i)
        i += 4
      default: i += 1
      }
    }
  }

  private mutating func noteInvisible(_ i: Int) {
    if firstInvisible == nil { firstInvisible = i }
    invisibleCount += 1
  }

  /// Covers what begins with the `[` at `i`; returns where to go on.
  private mutating func bracket(_ i: Int, _ syntax: ReferenceSyntax) -> Int {
    let source = syntax.bytes
    guard i + 1 < source.count, marks.count < Self.maximumMarks else { return i + 1 }
    let mark: Mark?
    switch source[i + 1] {
    case .ascii("["):
      // Of three brackets the last two count.
      if i + 2 < source.count, source[i + 2] == .ascii("[") { return i + 1 }
      mark = syntax.reference(at: i)
      if mark == nil {
        bytes[i] = Self.c1Lead
        bytes[i + 1] = Self.strayBrackets
        return i + 2
      }
    case .ascii("^"):
      footnoteMarks.append(i)
      return i + 2
    case .ascii("@"): mark = syntax.citation(at: i)
    default: return i + 1
    }
    guard let mark else { return i + 1 }
    guard !source[i + 2].isLineEnd, !source[i + 3].isLineEnd else { return i + 2 }
    let end = mark.span.end - base
    let scalar = 0xF0000 + marks.count
    marks.append(mark)
    bytes[i] = 0xF3
    bytes[i + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
    bytes[i + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
    bytes[i + 3] = UInt8(0x80 | scalar & 0x3F)
    var j = i + 4
    while j < end {
      if source[j].isLineEnd {
        j = syntax.contentStart(syntax.lineStart(after: j))
        if j < end { bytes[j] = Self.continuation }
      } else {
        bytes[j] = Self.filling
      }
      j += 1
    }
    return end
  }

  /// Whether the digits at `start`, behind `&#`, name a character that this type uses or that HTML forbids.
  private func namesReserved(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var i = start
    let isHexadecimal = i < source.count && source[i] | 0x20 == .ascii("x")
    if isHexadecimal { i += 1 }
    var value = 0
    let first = i
    while i < source.count, i < first + 9 {
      let digit: Int
      switch source[i] {
      case 0x30...0x39: digit = Int(source[i] & 0x0F)
      case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal: digit = Int(source[i] & 0x0F) + 9
      default: digit = -1
      }
      if digit < 0 { break }
      value = value * (isHexadecimal ? 16 : 10) + digit
      i += 1
    }
    switch value {
    case 0x09, 0x0A: return false
    case 0..<0x20, 0x7F..<0xA0, 0xF0000...: return true
    default: return value & 0xFFFE == 0xFFFE
    }
  }
}
