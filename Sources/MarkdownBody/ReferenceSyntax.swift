import SourceText

/// Something in the source that stands for a link which only the atlas can make.
enum Mark {
  case reference(CrossReference)
  case citation(Citation)
  /// `[@a; @b, p. 3]`: one pair of brackets, several citations.
  case citations([Citation], Span)
  case malformed(MalformedReference.Problem, Span)

  var span: Span {
    switch self {
    case .reference(let reference): reference.span
    case .citation(let citation): citation.span
    case .citations(_, let span), .malformed(_, let span): span
    }
  }
}

/// The grammar of `[[kind:id|text]]` and `[@source, place; @source]`, on the bytes of the source.
///
/// Between the brackets stand no further brackets and no back-ticks; a line may break in the text and in the place, not in an id.
struct ReferenceSyntax {
  let bytes: UnsafeBufferPointer<UInt8>
  /// What has to be added to an index to get an offset in the file.
  let base: Int

  static let kinds = ["cluster", "policy", "initiative", "concept", "region", "case-study", "theme"]
  /// No reference is longer; it also keeps the search for the closing brackets short.
  static let maximumLength = 1000

  /// Reads the `[[` at `start`; nil where it cannot be told from plain text in four bytes or more.
  func reference(at start: Int) -> Mark? {
    switch closing(from: start + 2, brackets: 2) {
    case .found(let close): return reference(start, close)
    case .missing(let stop):
      // Four bytes are needed to mark the place. They may take in letters, nothing that Markdown minds.
      guard stop >= start + 4, bytes[start + 2].isPlain, bytes[start + 3].isPlain else { return nil }
      return .malformed(.unclosed("[[", "]]"), span(start, start + 4))
    }
  }

  /// Reads the `[@` at `start`; nil where it is plain text: unclosed within two bytes, or the text of a link.
  func citation(at start: Int) -> Mark? {
    switch closing(from: start + 2, brackets: 1) {
    case .found(let close):
      if close == start + 2 || close + 1 < bytes.count && bytes[close + 1] == .ascii("(") { return nil }
      return citations(start, close)
    case .missing(let stop):
      guard stop >= start + 4, bytes[start + 2].isPlain, bytes[start + 3].isPlain else { return nil }
      return .malformed(.unclosed("[@", "]"), span(start, start + 4))
    }
  }

  private enum Closing {
    /// The index of the first closing bracket.
    case found(Int)
    /// Where the search stopped.
    case missing(Int)
  }

  private func closing(from start: Int, brackets: Int) -> Closing {
    var i = start
    let limit = min(bytes.count, start + Self.maximumLength)
    while i < limit {
      switch bytes[i] {
      case .ascii("]"):
        if brackets == 1 { return .found(i) }
        return i + 1 < bytes.count && bytes[i + 1] == .ascii("]") ? .found(i) : .missing(i)
      case .ascii("["), .ascii("`"): return .missing(i)
      case .ascii("\\"): i += i + 1 < limit && bytes[i + 1].isPunctuation ? 2 : 1
      case 0x0A, 0x0D:
        let next = lineStart(after: i)
        let text = contentStart(next)
        guard text < limit, !bytes[text].isLineEnd else { return .missing(i) }
        // A fence closes a code block, even if the brackets would go on behind it.
        if bytes[text] == .ascii("~"), text + 2 < limit, bytes[text + 1] == .ascii("~"), bytes[text + 2] == .ascii("~") {
          return .missing(i)
        }
        i = text
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: return .missing(i)
      case 0xC2...0xF4 where isReserved(i): return .missing(i)
      default: i += 1
      }
    }
    return .missing(min(i, limit))
  }

  private func reference(_ start: Int, _ close: Int) -> Mark {
    let whole = span(start, close + 2)
    var idEnd = start + 2
    while idEnd < close, bytes[idEnd] != .ascii("|") { idEnd += 1 }
    let bar = idEnd < close ? idEnd : nil
    // In tables people write `\|`.
    if bar != nil, idEnd > start + 2, bytes[idEnd - 1] == .ascii("\\") { idEnd -= 1 }
    let id = trimmed(start + 2, idEnd)
    guard !id.isEmpty else { return .malformed(.empty, whole) }
    guard !bytes[id].contains(where: \.isLineEnd) else {
      return .malformed(.brokenLine(string(id), span(id.lowerBound, id.upperBound)), whole)
    }
    var kind: String?
    var name = id
    if let colon = bytes[id].firstIndex(of: .ascii(":")) {
      let word = string(trimmed(id.lowerBound, colon))
      guard Self.kinds.contains(word) else { return .malformed(.unknownKind(word, span(id.lowerBound, colon)), whole) }
      kind = word
      name = trimmed(colon + 1, id.upperBound)
    }
    guard isSlug(name) else { return .malformed(.badID(string(name), span(name.lowerBound, name.upperBound)), whole) }
    var text: String?
    if let bar {
      let shown = prose(bar + 1, close)
      guard !shown.isEmpty else { return .malformed(.emptyText, whole) }
      text = shown
    }
    return .reference(
      CrossReference(
        kind: kind, id: string(name), text: text, span: whole,
        idSpan: span(id.lowerBound, id.upperBound)))
  }

  private func citations(_ start: Int, _ close: Int) -> Mark {
    let whole = span(start, close + 1)
    var found: [Citation] = []
    var i = start + 1
    while true {
      // Here stands the `@`.
      let from = i + 1
      var end = from
      while end < close, bytes[end].isSourceIDPart { end += 1 }
      guard end > from else { return .malformed(.noSource, whole) }
      let after = skipBlank(end, close)
      var place: String?
      var next = after
      if after < close, bytes[after] == .ascii(",") {
        next = after + 1
        while next < close, !isSeparator(next, close) { next += 1 }
        let words = prose(after + 1, next)
        guard !words.isEmpty else { return .malformed(.emptyPlace, whole) }
        place = words
      }
      guard next == close || isSeparator(next, close) else { return .malformed(.badSource(string(trimmed(from, close))), whole) }
      if next == close, found.isEmpty {
        return .citation(Citation(source: string(from..<end), place: place, span: whole, idSpan: span(from, end)))
      }
      let last = next == close ? trimmed(from, close).upperBound : trimmed(from, next).upperBound
      found.append(Citation(source: string(from..<end), place: place, span: span(i, last), idSpan: span(from, end)))
      if next == close { break }
      i = skipBlank(next + 1, close)
    }
    return .citations(found, whole)
  }

  /// A semicolon that a further `@` follows; any other belongs to the place.
  private func isSeparator(_ i: Int, _ close: Int) -> Bool {
    guard bytes[i] == .ascii(";") else { return false }
    let next = skipBlank(i + 1, close)
    return next < close && bytes[next] == .ascii("@")
  }

  /// Whether a character begins at `i` that `MaskedSource` uses or that may not get into HTML.
  func isReserved(_ i: Int) -> Bool {
    guard i + 1 < bytes.count else { return false }
    switch bytes[i] {
    case 0xC2: return bytes[i + 1] < 0xA0
    case 0xEF: return i + 2 < bytes.count && bytes[i + 1] == 0xBF && bytes[i + 2] >= 0xBE
    case 0xF3: return i + 3 < bytes.count && bytes[i + 1] >= 0xB0
    case 0xF4: return i + 3 < bytes.count
    default: return false
    }
  }

  // MARK: Pieces

  func lineStart(after i: Int) -> Int {
    i + 1 < bytes.count && bytes[i] == 0x0D && bytes[i + 1] == 0x0A ? i + 2 : i + 1
  }

  /// Behind the spaces and the `>` of block quotes that begin a line.
  func contentStart(_ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i].isSpaceOrTab || bytes[i] == .ascii(">") { i += 1 }
    return i
  }

  private func skipBlank(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, bytes[i].isBlank { i = bytes[i].isLineEnd ? min(contentStart(lineStart(after: i)), end) : i + 1 }
    return i
  }

  private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var low = start
    var high = max(start, end)
    while low < high, bytes[low].isBlank { low += 1 }
    while high > low, bytes[high - 1].isBlank { high -= 1 }
    return low..<high
  }

  private func isSlug(_ range: Range<Int>) -> Bool {
    var afterHyphen = true
    for byte in bytes[range] {
      if byte == .ascii("-") {
        if afterHyphen { return false }
        afterHyphen = true
      } else {
        guard byte.isDigit || (0x61...0x7A).contains(byte) else { return false }
        afterHyphen = false
      }
    }
    return !afterHyphen
  }

  /// Plain words: white space and line breaks as one space, backslashes before punctuation taken away.
  private func prose(_ start: Int, _ end: Int) -> String {
    var words: [UInt8] = []
    var i = start
    var gap = false
    while i < end {
      if bytes[i].isBlank {
        gap = true
        i = bytes[i].isLineEnd ? contentStart(lineStart(after: i)) : i + 1
        continue
      }
      if bytes[i] == .ascii("\\"), i + 1 < end, bytes[i + 1].isPunctuation { i += 1 }
      if gap, !words.isEmpty { words.append(0x20) }
      gap = false
      words.append(bytes[i])
      i += 1
    }
    return String(decoding: words, as: UTF8.self)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  private func span(_ start: Int, _ end: Int) -> Span { Span(base + start, base + end) }
}

extension UInt8 {
  /// A character that means nothing to Markdown and takes one byte.
  fileprivate var isPlain: Bool { isLetterOrDigit || self == 0x20 || self == 0x2D }
  fileprivate var isSourceIDPart: Bool { isLetterOrDigit || self == 0x2D || self == 0x5F || self == 0x2E || self == 0x3A }
}
