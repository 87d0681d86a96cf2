import SourceText

/// Where the links, images and HTML tags of one block stand in the source.
///
/// cmark's own columns do not serve: a link over two lines comes back inverted, a line that was moved by a definition before it or by its
/// indentation is off. So the source of the block is read again for everything that could be a link, and cmark's links, which come in
/// the order of the text, are matched against these candidates by their address.
struct InlineScan {
  enum Kind { case link, image, reference, imageReference, automatic, bare }

  struct Candidate {
    let kind: Kind
    /// Indices into the bytes of the body.
    let whole: Range<Int>
    /// The address, for references the label.
    let target: Range<Int>
    /// What stands behind the text: brackets in here belong to this link.
    var tail: Range<Int> = 0..<0
  }

  private(set) var candidates: [Candidate] = []
  /// Where a `<` stands that is not in code.
  private(set) var angles: [Int] = []
  /// Where `[[` stands that begins no reference and was too short for a mark.
  private(set) var strayBrackets: [Int] = []
  private var nextCandidate = 0
  /// The tail of the link found last.
  private var tail = 0..<0
  private var nextAngle = 0
  private var nextStray = 0
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// - Parameters:
  ///   - bytes: the covered bytes of the body.
  ///   - range: the lines of the block.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    let codeEnds = Self.codeSpans(bytes, range)
    var open: [(at: Int, isImage: Bool)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      switch bytes[i] {
      case .ascii("\\"): i += 2
      case .ascii("`"):
        if let end = codeEnds[i] {
          i = end
        } else {
          while i < range.upperBound, bytes[i] == .ascii("`") { i += 1 }
        }
      case .ascii("<"):
        angles.append(i)
        if let end = automaticEnd(i) {
          candidates.append(Candidate(kind: .automatic, whole: i..<end, target: i + 1..<end - 1))
          i = end
        } else {
          i += 1
        }
      case .ascii("["):
        let isImage = i > range.lowerBound && bytes[i - 1] == .ascii("!")
        open.append((i, isImage))
        i += 1
      case .ascii("]"):
        if let opening = open.popLast() { addBracketed(opening.at, i, isImage: opening.isImage) }
        i += 1
      case .ascii("h"):
        // Where it ends is known once cmark's text is compared with it.
        if isBareStart(i) {
          candidates.append(Candidate(kind: .bare, whole: i..<range.upperBound, target: i..<range.upperBound))
        }
        i += 1
      case MaskedSource.c1Lead:
        if i + 1 < range.upperBound, bytes[i + 1] == MaskedSource.strayBrackets { strayBrackets.append(i) }
        i += 1
      default: i += 1
      }
    }
    candidates.sort { $0.whole.lowerBound < $1.whole.lowerBound }
  }

  /// The candidate for cmark's next link or image with this address.
  mutating func next(
    isImage: Bool, url: ArraySlice<UInt8>, definitions: LinkDefinitions
  ) -> (whole: Range<Int>, target: Range<Int>)? {
    // The few that are not found must not make a long block quadratic.
    for index in nextCandidate..<min(nextCandidate + 64, candidates.count) {
      let candidate = candidates[index]
      if tail.contains(candidate.whole.lowerBound) { continue }
      var target = candidate.target
      switch candidate.kind {
      case .bare: continue
      case .link, .automatic: if isImage { continue }
      case .image: if !isImage { continue }
      case .reference, .imageReference:
        guard isImage == (candidate.kind == .imageReference), let defined = definitions.target(bytes[candidate.target]) else {
          continue
        }
        target = defined
      }
      let isMail =
        candidate.kind == .automatic && url.starts(with: Array("mailto:".utf8))
        && !bytes[target].starts(with: Array("mailto:".utf8))
      guard Self.isSame(bytes[target], isMail ? url.dropFirst(7) : url, whole: true) else { continue }
      nextCandidate = index + 1
      tail = candidate.tail
      return (candidate.whole, target)
    }
    return nil
  }

  /// Where the next bare address stands.
  mutating func nextBare(url: ArraySlice<UInt8>) -> Range<Int>? {
    for index in nextCandidate..<min(nextCandidate + 64, candidates.count) where candidates[index].kind == .bare {
      if tail.contains(candidates[index].whole.lowerBound) { continue }
      let start = candidates[index].whole.lowerBound
      guard Self.isSame(bytes[candidates[index].whole], url, whole: false) else { continue }
      nextCandidate = index + 1
      return start..<min(start + url.count, range.upperBound)
    }
    return nil
  }

  /// Where the next tag or comment stands, of which cmark gives the text.
  mutating func nextHTML(_ text: ArraySlice<UInt8>) -> Range<Int>? {
    let line = text.prefix { !$0.isLineEnd }
    for index in nextAngle..<min(nextAngle + 64, angles.count) {
      let start = angles[index]
      guard bytes[start..<range.upperBound].starts(with: line) else { continue }
      nextAngle = index + 1
      return start..<start + line.count
    }
    return nil
  }

  mutating func nextStrayBrackets() -> Range<Int>? {
    guard nextStray < strayBrackets.count else { return nil }
    nextStray += 1
    return strayBrackets[nextStray - 1]..<strayBrackets[nextStray - 1] + 2
  }

  // MARK: Pieces

  /// Those of `places`, in their order, that do not lie within a code span of the block.
  static func outsideCode(_ bytes: [UInt8], _ range: Range<Int>, _ places: [Int]) -> [Int] {
    let codeEnds = codeSpans(bytes, range)
    if codeEnds.isEmpty { return places }
    var found: [Int] = []
    var i = range.lowerBound
    for place in places {
      while i < place {
        if bytes[i] == .ascii("\\") {
          i += 2
        } else if let end = codeEnds[i] {
          i = end
        } else if bytes[i] == .ascii("`") {
          while i < place, bytes[i] == .ascii("`") { i += 1 }
        } else {
          i += 1
        }
      }
      if i == place { found.append(place) }
    }
    return found
  }

  /// Where each run of back-ticks that opens a code span finds the end of that span.
  private static func codeSpans(_ bytes: [UInt8], _ range: Range<Int>) -> [Int: Int] {
    guard bytes[range].contains(.ascii("`")) else { return [:] }
    var runs: [(start: Int, length: Int)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let start = i
      while i < range.upperBound, bytes[i] == .ascii("`") { i += 1 }
      if i > start { runs.append((start, i - start)) } else { i += 1 }
    }
    var ends: [Int: Int] = [:]
    var lastOfLength: [Int: Int] = [:]
    for run in runs.reversed() {
      if let end = lastOfLength[run.length] { ends[run.start] = end }
      lastOfLength[run.length] = run.start + run.length
    }
    return ends
  }

  private func automaticEnd(_ start: Int) -> Int? {
    var i = start + 1
    var isAddress = false
    while i < range.upperBound, bytes[i] > 0x20, bytes[i] != .ascii("<"), bytes[i] != .ascii("`") {
      if bytes[i] == .ascii(":") || bytes[i] == .ascii("@") { isAddress = true }
      if bytes[i] == .ascii("\"") || bytes[i] == .ascii("'") { if !isAddress { return nil } }
      if bytes[i] == .ascii(">") { return isAddress && bytes[start + 1].isLetterOrDigit ? i + 1 : nil }
      i += 1
    }
    return nil
  }

  private func isBareStart(_ i: Int) -> Bool {
    guard i == range.lowerBound || !bytes[i - 1].isLetterOrDigit else { return false }
    return BareLink.prefixLength(bytes[i..<range.upperBound]) != nil
  }

  private mutating func addBracketed(_ open: Int, _ close: Int, isImage: Bool) {
    let start = isImage ? open - 1 : open
    let after = close + 1
    if after < range.upperBound, bytes[after] == .ascii("("), let (target, end) = inlineTarget(after + 1) {
      candidates.append(Candidate(kind: isImage ? .image : .link, whole: start..<end, target: target, tail: after..<end))
      return
    }
    var label = open + 1..<close
    var end = after
    if after < range.upperBound, bytes[after] == .ascii("[") {
      var i = after + 1
      let limit = min(range.upperBound, after + 1000)
      while i < limit, bytes[i] != .ascii("]"), bytes[i] != .ascii("[") { i += bytes[i] == .ascii("\\") ? 2 : 1 }
      if i < limit, bytes[i] == .ascii("]") {
        end = i + 1
        if i > after + 1 { label = after + 1..<i }
      }
    } else if after < range.upperBound, bytes[after] == .ascii(":"), LinkDefinitions.beginsLine(bytes, open) {
      return
    }
    guard label.count <= 1000 else { return }
    candidates.append(
      Candidate(kind: isImage ? .imageReference : .reference, whole: start..<end, target: label, tail: after..<end))
  }

  /// The address behind `](` and the end of the link.
  private func inlineTarget(_ start: Int) -> (target: Range<Int>, end: Int)? {
    var i = skipBlank(start)
    guard i < range.upperBound else { return nil }
    let limit = min(range.upperBound, i + 2000)
    let target: Range<Int>
    if bytes[i] == .ascii("<") {
      let first = i + 1
      i = first
      while i < limit, bytes[i] != .ascii(">"), !bytes[i].isLineEnd { i += bytes[i] == .ascii("\\") ? 2 : 1 }
      guard i < limit, bytes[i] == .ascii(">") else { return nil }
      target = first..<i
      i += 1
    } else {
      let first = i
      var depth = 0
      // The same 32 levels as in cmark.
      while i < limit, !bytes[i].isBlank, depth <= 32 {
        if bytes[i] == .ascii("\\"), i + 1 < limit, bytes[i + 1].isPunctuation {
          i += 2
          continue
        }
        if bytes[i] == .ascii("(") { depth += 1 }
        if bytes[i] == .ascii(")") {
          if depth == 0 { break }
          depth -= 1
        }
        i += 1
      }
      target = first..<i
    }
    i = skipBlank(i)
    if i < range.upperBound,
      let quote = [.ascii("\""): UInt8.ascii("\""), .ascii("'"): .ascii("'"), .ascii("("): .ascii(")")][bytes[i]]
    {
      i += 1
      let limit = min(range.upperBound, i + 2000)
      while i < limit, bytes[i] != quote { i += bytes[i] == .ascii("\\") ? 2 : 1 }
      i = skipBlank(i + 1)
    }
    guard i < range.upperBound, bytes[i] == .ascii(")") else { return nil }
    return (target, i + 1)
  }

  private func skipBlank(_ start: Int) -> Int {
    var i = start
    while i < range.upperBound, bytes[i].isBlank { i += 1 }
    return i
  }

  /// Whether the source of an address gives `url` once backslashes are resolved. From the first entity on it is taken on trust.
  private static func isSame(_ raw: ArraySlice<UInt8>, _ url: ArraySlice<UInt8>, whole: Bool) -> Bool {
    var i = raw.startIndex
    var j = url.startIndex
    while i < raw.endIndex, j < url.endIndex {
      if raw[i] == .ascii("&"), url[j] != .ascii("&") || raw[i...].prefix(12).contains(.ascii(";")) { return true }
      if raw[i] == .ascii("\\"), i + 1 < raw.endIndex, raw[i + 1].isPunctuation { i += 1 }
      guard raw[i] == url[j] else { return false }
      i += 1
      j += 1
    }
    return whole ? i == raw.endIndex && j == url.endIndex : j == url.endIndex
  }
}
