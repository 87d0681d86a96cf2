import Diagnostics
import SourceText

extension BodyWriter {
  /// Writes a text node: escaped, with covers turned into holes, `~~` into tags and addresses into links.
  mutating func text(_ i: Int) {
    let range = tree.nodes[i].literal
    let bytes = tree.text
    let special = ByteSet(" \t\n&<>h~0123456789", controls: true, beyondASCII: true)
    var from = range.lowerBound
    var j = from
    while j < range.upperBound {
      let byte = bytes[j]
      if !special.contains(byte) {
        if !inWord, byte.isLetter { countWord() }
        j += 1
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0A:
        inWord = false
        j += 1
      case .ascii("&"), .ascii("<"), .ascii(">"):
        copy(from, j)
        raw(byte == .ascii("&") ? "&amp;" : byte == .ascii("<") ? "&lt;" : "&gt;")
        j += 1
        from = j
      case .ascii("h"):
        if linkDepth == 0, j == range.lowerBound || !bytes[j - 1].isLetterOrDigit,
          BareLink.prefixLength(bytes[j..<range.upperBound]) != nil
        {
          copy(from, j)
          let end = bareEnd(j, range.upperBound)
          bareLink(j..<end)
          countWord()
          j = end
          from = j
        } else {
          countWord()
          j += 1
        }
      case .ascii("~"):
        if let opens = strike(at: j) {
          copy(from, j)
          raw(opens ? "<del>" : "</del>")
          j += 2
          from = j
        } else {
          j += 1
        }
      case MaskedSource.filling, MaskedSource.continuation, MaskedSource.ampersand:
        copy(from, j)
        if byte == MaskedSource.ampersand { raw("&amp;") }
        j += 1
        from = j
      case MaskedSource.c1Lead where j + 1 < range.upperBound && bytes[j + 1] == MaskedSource.escapedTilde:
        copy(from, j)
        raw("~")
        j += 2
        from = j
      case MaskedSource.c1Lead where j + 1 < range.upperBound && bytes[j + 1] == MaskedSource.strayBrackets:
        copy(from, j)
        strayBrackets()
        j += 2
        from = j
      case 0xF3:
        if let mark = MaskedSource.mark(in: bytes, at: j), source.marks.indices.contains(mark) {
          copy(from, j)
          write(source.marks[mark])
          j = MaskedSource.end(ofMark: j, in: bytes, limit: range.upperBound)
          from = j
        } else {
          j += 1
        }
      default:
        // E2 leads dashes, quotation marks and arrows, hardly a letter.
        if byte == 0xE2, j + 2 < range.upperBound {
          j += 3
          continue
        }
        if byte.isDigit || byte >= 0x80 { countWord() }
        j += 1
      }
    }
    copy(from, j)
  }

  /// A line end in the source, unless a reference goes on behind it.
  mutating func softBreak(_ i: Int) {
    if i + 1 < tree.nodes.count, tree.nodes[i + 1].kind == .text,
      tree.text[tree.nodes[i + 1].literal].first == MaskedSource.continuation
    {
      return
    }
    out.append(0x0A)
    inWord = false
  }

  private mutating func copy(_ from: Int, _ to: Int) {
    if from < to { out.append(contentsOf: tree.text[from..<to]) }
  }

  private mutating func countWord() {
    if !inWord {
      wordCount += 1
      inWord = true
    }
  }

  private mutating func strike(at j: Int) -> Bool? {
    guard let last = frames.indices.last else { return nil }
    if !frames[last].hasStrikes {
      frames[last].hasStrikes = true
      for pair in Strikethrough.pairs(in: frames[last].node, of: tree) { strikes[pair.at] = pair.opens }
    }
    return strikes[j]
  }

  /// Where the address ends that begins at `j`: before tildes that strike out, too.
  private mutating func bareEnd(_ j: Int, _ limit: Int) -> Int {
    let end = BareLink.end(tree.text[j..<limit])
    var k = j
    while k < end {
      if tree.text[k] == .ascii("~"), strike(at: k) != nil { return BareLink.end(tree.text[j..<k]) }
      k += 1
    }
    return end
  }

  // MARK: References

  private mutating func write(_ mark: Mark) {
    if linkDepth > 0, report(insideLink: mark) {
      var shown: [UInt8] = []
      display(mark, into: &shown)
      escape(shown)
      inWord = true
      return
    }
    switch mark {
    case .reference(let reference):
      wordCount += reference.text.map { $0.utf8.split(separator: 0x20).count } ?? 1
      inWord = true
      hole(.reference(references.count))
      references.append(reference)
    case .citation(let citation): write(citation)
    case .citations(let found, _): for citation in found { write(citation) }
    case .malformed(let problem, let span):
      diagnostics.append(MalformedReference.report(problem, at: location(span), in: file))
      escape(file.bytes[span.start..<span.end])
      countWord()
    }
  }

  private mutating func write(_ citation: Citation) {
    hole(.citation(citations.count))
    citations.append(citation)
  }

  /// A link inside a link is none: whether the mark would have been one.
  private mutating func report(insideLink mark: Mark) -> Bool {
    if case .malformed = mark { return false }
    diagnostics.append(MalformedReference.report(.insideLink, at: location(mark.span), in: file))
    return true
  }

  /// Reports the references in an alternative text, where there can be no links.
  mutating func reportMarks(_ nodes: Range<Int>) {
    for i in nodes where tree.nodes[i].kind == .text {
      for j in tree.nodes[i].literal where tree.text[j] == 0xF3 {
        guard let mark = MaskedSource.mark(in: tree.text, at: j), source.marks.indices.contains(mark) else { continue }
        _ = report(insideLink: source.marks[mark])
      }
    }
  }

  private mutating func strayBrackets() {
    ensureScan()
    let place = scan?.nextStrayBrackets() ?? lineRange(block)
    diagnostics.append(MalformedReference.report(.unclosed("[[", "]]"), at: location(place), in: file))
    raw("[[")
  }

  // MARK: Text without markup

  /// The text of inlines as people read it: of a reference what it shows, of a citation nothing.
  func plainText(_ nodes: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for i in nodes {
      switch tree.nodes[i].kind {
      case .text: uncover(tree.nodes[i].literal, into: &bytes, inCode: false, asWritten: false)
      case .code: uncover(tree.nodes[i].literal, into: &bytes, inCode: true, asWritten: true)
      case .softBreak, .lineBreak: bytes.append(0x20)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What the source holds where cmark saw covers.
  ///
  /// - Parameter inCode: whether backslashes are themselves here.
  func restored(_ range: Range<Int>, inCode: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    uncover(range, into: &bytes, inCode: inCode, asWritten: true)
    return bytes
  }

  mutating func restoreEscaped(_ range: Range<Int>) { escape(restored(range, inCode: true)) }

  private func uncover(_ range: Range<Int>, into bytes: inout [UInt8], inCode: Bool, asWritten: Bool) {
    bytes.reserveCapacity(bytes.count + range.count)
    var j = range.lowerBound
    while j < range.upperBound {
      let byte = tree.text[j]
      switch byte {
      case MaskedSource.filling, MaskedSource.continuation: j += 1
      case MaskedSource.ampersand:
        bytes.append(.ascii("&"))
        j += 1
      case MaskedSource.c1Lead where j + 1 < range.upperBound && tree.text[j + 1] == MaskedSource.escapedTilde:
        if inCode { bytes.append(.ascii("\\")) }
        bytes.append(.ascii("~"))
        j += 2
      case MaskedSource.c1Lead where j + 1 < range.upperBound && tree.text[j + 1] == MaskedSource.strayBrackets:
        bytes.append(contentsOf: [.ascii("["), .ascii("[")])
        j += 2
      case 0xF3:
        guard let mark = MaskedSource.mark(in: tree.text, at: j), source.marks.indices.contains(mark) else {
          bytes.append(byte)
          j += 1
          continue
        }
        let span = source.marks[mark].span
        if asWritten {
          bytes.append(contentsOf: file.bytes[span.start..<span.end])
        } else {
          display(source.marks[mark], into: &bytes)
        }
        j = MaskedSource.end(ofMark: j, in: tree.text, limit: range.upperBound)
      default:
        bytes.append(byte)
        j += 1
      }
    }
  }

  private func display(_ mark: Mark, into bytes: inout [UInt8]) {
    switch mark {
    case .reference(let reference): bytes.append(contentsOf: (reference.text ?? reference.id).utf8)
    case .citation, .citations: break
    case .malformed(_, let span): bytes.append(contentsOf: file.bytes[span.start..<span.end])
    }
  }
}
