import Diagnostics
import Markup
import SourceText

/// Walks the tree once, in the order of the page, and writes HTML with holes; on the way it notes what has an address and what is wrong.
///
/// The walk is a loop with a stack of what has to be closed, so depth costs nothing but that stack.
struct BodyWriter {
  let file: SourceFile
  let source: MaskedSource
  let tree: MarkdownTree
  let lines: LineTable

  var out: [UInt8] = []
  /// The holes and where in `out` they are: cut apart at the end, so that every piece takes just its own bytes.
  var holes: [(at: Int, piece: Piece)] = []
  var headings: [Heading] = []
  var links: [Link] = []
  var references: [CrossReference] = []
  var citations: [Citation] = []
  var diagnostics: [Diagnostic] = []
  var wordCount = 0
  /// Whether the last byte of text belonged to a word.
  var inWord = false

  var frames: [Frame] = []
  /// How many links are open.
  var linkDepth = 0
  /// The `~~` that became tags: where they stand in the tree's text, and whether they open.
  var strikes: [Int: Bool] = [:]

  /// The paragraph, heading or table at hand.
  var block = 0
  var scan: InlineScan?
  var knownDefinitions: LinkDefinitions?
  /// Tags that were reported in this block and wait for their closing tag.
  var openTags: [String: Int] = [:]

  var anchors = HeadingAnchors()
  /// The level of the last heading; that of the page's title before the first.
  var lastLevel = 1
  var tableCount = 0
  var table = TableState()
  var footnotes = FootnoteState()

  /// Something open in the HTML.
  struct Frame {
    let node: Int
    let end: Int
    let kind: MarkdownNode.Kind
    let closing: Closing
    /// Of a list item: whether its paragraphs are written without `<p>`.
    var isTight = false
    /// Whether the `~~` among the children have been paired.
    var hasStrikes = false
  }

  enum Closing {
    case markup(StaticString)
    case nothing
    case footnoteParagraph(Int)
    case footnote(Int)
  }

  struct TableState {
    var alignments: Range<Int> = 0..<0
    var column = 0
    var isHead = false
  }

  struct FootnoteState {
    /// How often each is referred to.
    var uses: [Int: Int] = [:]
    /// How many of these have been written.
    var written: [Int: Int] = [:]
    /// The number of the last definition written.
    var defined = 0
  }

  init(file: SourceFile, source: MaskedSource, tree: MarkdownTree) {
    self.file = file
    self.source = source
    self.tree = tree
    lines = LineTable(source.bytes)
    out.reserveCapacity(source.bytes.count + source.bytes.count / 4)
  }

  mutating func run() -> (body: Body, diagnostics: [Diagnostic]) {
    if let first = source.firstInvisible {
      diagnostics.append(
        InvisibleCharacter.report(at: location(first..<first + 1), in: file, count: source.invisibleCount))
    }
    for node in tree.nodes where node.kind == .footnoteReference { footnotes.uses[Int(node.number), default: 0] += 1 }
    var i = 0
    while i < tree.nodes.count {
      closeFrames(endingBy: i)
      i = open(i)
    }
    closeFrames(endingBy: tree.nodes.count)
    if footnotes.defined > 0 { raw("</ol>\n</section>\n") }
    for finding in FootnoteCheck(source: source, tree: tree, lines: lines).findings() {
      diagnostics.append(UnmatchedFootnote.report(finding, at: location(finding.range)))
    }
    let body = Body(
      pieces: cutPieces(), headings: headings, links: links, references: references, citations: citations, wordCount: wordCount)
    return (body, diagnostics.sorted(by: Diagnostic.inReportOrder))
  }

  // MARK: Output

  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { out.append(contentsOf: $0) }
  }

  mutating func number(_ value: Int) { out.append(contentsOf: String(value).utf8) }

  /// Begins a new line unless one has just begun.
  mutating func freshLine() {
    if holes.last?.at == out.count || !out.isEmpty && out.last != 0x0A { out.append(0x0A) }
  }

  mutating func hole(_ piece: Piece) { holes.append((out.count, piece)) }

  private func cutPieces() -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(2 * holes.count + 1)
    var start = 0
    for hole in holes {
      if hole.at > start { pieces.append(.html(HTML(trusted: Array(out[start..<hole.at])))) }
      pieces.append(hole.piece)
      start = hole.at
    }
    if out.count > start { pieces.append(.html(HTML(trusted: Array(out[start...])))) }
    return pieces
  }

  /// Appends text, escaped for content and for attributes in double quotes.
  mutating func escape(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case .ascii("&"): raw("&amp;")
      case .ascii("<"): raw("&lt;")
      case .ascii(">"): raw("&gt;")
      case .ascii("\""): raw("&quot;")
      default: out.append(byte)
      }
    }
  }

  // MARK: Frames

  mutating func push(_ node: Int, _ closing: Closing) {
    frames.append(Frame(node: node, end: Int(tree.nodes[node].end), kind: tree.nodes[node].kind, closing: closing))
  }

  private mutating func closeFrames(endingBy i: Int) {
    while let frame = frames.last, frame.end <= i {
      frames.removeLast()
      switch frame.closing {
      case .markup(let markup): raw(markup)
      case .nothing: break
      case .footnoteParagraph(let number):
        backLinks(number)
        raw("</p>\n")
      case .footnote(let number):
        if !endsWithParagraph(frame.node) {
          raw("<p>")
          backLinks(number)
          raw("</p>\n")
        }
        raw("</li>\n")
      }
      if frame.kind == .link { linkDepth -= 1 }
    }
  }

  // MARK: Places

  /// A range of the body's bytes as a place in the file.
  func location(_ range: Range<Int>) -> Location { location(span(range)) }

  func location(_ span: Span) -> Location { Location(path: file.path, span: span) }

  func span(_ range: Range<Int>) -> Span { Span(source.base + range.lowerBound, source.base + range.upperBound) }

  /// The bytes of a block's lines.
  func lineRange(_ node: Int) -> Range<Int> {
    let first = Int(tree.nodes[node].firstLine)
    let start = lines.span(ofLine: first).start
    return start..<max(start, lines.span(ofLine: max(first, Int(tree.nodes[node].lastLine))).end)
  }

  /// From the column at which cmark saw a block begin to the end of its last line that is not blank.
  func blockRange(_ node: Int) -> Range<Int> {
    let whole = lineRange(node)
    let start = min(
      lines.offset(line: Int(tree.nodes[node].firstLine), byteColumn: Int(tree.nodes[node].firstColumn)), whole.upperBound)
    var end = whole.upperBound
    while end > start, source.bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
