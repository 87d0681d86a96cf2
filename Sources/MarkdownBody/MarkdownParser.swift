import CCmarkGFM

/// Parses Markdown with libcmark-gfm. The only file that knows cmark.
///
/// Of the library's extensions only `table` is attached: strikethrough and bare links write into a table of characters that all threads
/// share, so those two are done by `TextScanner` instead.
enum MarkdownParser {
  enum Failure: Error { case tooDeep, outOfMemory }

  /// - Parameter maximumDepth: how deep nodes may lie, blocks and inlines together.
  static func parse(_ bytes: [UInt8], maximumDepth: Int) -> Result<MarkdownTree, Failure> {
    let types = TableTypes.shared
    guard let parser = cmark_parser_new(CInt(CMARK_OPT_FOOTNOTES)) else { return .failure(.outOfMemory) }
    defer { cmark_parser_free(parser) }
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return .failure(.outOfMemory) }
    defer { cmark_node_free(root) }
    guard let walk = cmark_iter_new(root) else { return .failure(.outOfMemory) }
    defer { cmark_iter_free(walk) }

    var tree = MarkdownTree()
    tree.nodes.reserveCapacity(bytes.count / 24 + 8)
    tree.text.reserveCapacity(bytes.count + 64)
    var open: [Int] = []
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(walk) else { break }
      if event == CMARK_EVENT_EXIT {
        if let last = open.popLast() { tree.nodes[last].end = Int32(tree.nodes.count) }
        continue
      }
      var kind = types.kind(of: cmark_node_get_type(node))
      if kind == .tableRow, cmark_gfm_extensions_get_table_row_is_header(node) == 1 { kind = .tableHeader }
      tree.add(node, kind)
      if kind.isLeaf {
        tree.nodes[tree.nodes.count - 1].end = Int32(tree.nodes.count)
      } else {
        open.append(tree.nodes.count - 1)
        if open.count > maximumDepth { return .failure(.tooDeep) }
      }
    }
    return .success(tree)
  }
}

extension MarkdownNode.Kind {
  /// The kinds for which cmark's walk sends no event at their end.
  fileprivate var isLeaf: Bool {
    switch self {
    case .htmlBlock, .thematicBreak, .codeBlock, .text, .softBreak, .lineBreak, .code, .htmlInline: true
    default: false
    }
  }
}

extension MarkdownTree {
  fileprivate mutating func add(_ source: OpaquePointer, _ kind: MarkdownNode.Kind) {
    var node = MarkdownNode(kind: kind)
    switch kind {
    case .text, .code, .htmlInline, .htmlBlock:
      node.literal = append(cmark_node_get_literal(source))
    case .codeBlock:
      node.literal = append(cmark_node_get_literal(source))
      node.extra = append(cmark_node_get_fence_info(source))
    case .link, .image:
      node.literal = append(cmark_node_get_url(source))
      node.extra = append(cmark_node_get_title(source))
    case .heading: node.number = cmark_node_get_heading_level(source)
    case .list:
      node.isTight = cmark_node_get_list_tight(source) == 1
      node.number = cmark_node_get_list_type(source) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(source) : -1
    case .footnoteReference:
      let number = append(cmark_node_get_literal(source))
      node.number = text[number].reduce(0) { $0 &* 10 &+ Int32($1 & 0x0F) }
    case .table:
      let start = text.count
      if let alignments = cmark_gfm_extensions_get_table_alignments(source) {
        let count = Int(cmark_gfm_extensions_get_table_columns(source))
        text.append(contentsOf: UnsafeBufferPointer(start: alignments, count: count))
      }
      node.literal = start..<text.count
    default: break
    }
    if kind.isBlock {
      node.firstLine = cmark_node_get_start_line(source)
      node.firstColumn = cmark_node_get_start_column(source)
      node.lastLine = cmark_node_get_end_line(source)
    }
    nodes.append(node)
  }

  private mutating func append(_ string: UnsafePointer<CChar>?) -> Range<Int> {
    let start = text.count
    guard let string else { return start..<start }
    var length = 0
    while string[length] != 0 { length += 1 }
    string.withMemoryRebound(to: UInt8.self, capacity: length) {
      text.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
    }
    return start..<text.count
  }
}

extension MarkdownNode.Kind {
  fileprivate var isBlock: Bool {
    rawValue < Self.text.rawValue
  }
}

/// The numbers that the table extension got for its nodes: known only once it is registered.
private struct TableTypes {
  let table: UInt32
  let row: UInt32
  let cell: UInt32

  /// Made once, before the first parser of any thread attaches anything: registering is not thread-safe.
  static let shared = TableTypes()

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    var found: [UInt32] = []
    if let parser = cmark_parser_new(CInt(CMARK_OPT_DEFAULT)) {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
      let sample = "|a|\n|-|\n"
      cmark_parser_feed(parser, sample, sample.utf8.count)
      if let root = cmark_parser_finish(parser) {
        // The first children: table, head, cell.
        var node = cmark_node_first_child(root)
        while let inner = node {
          found.append(cmark_node_get_type(inner).rawValue)
          node = cmark_node_first_child(inner)
        }
        cmark_node_free(root)
      }
      cmark_parser_free(parser)
    }
    // A head is a row with a flag.
    (table, row, cell) = found.count >= 3 ? (found[0], found[1], found[2]) : (0, 0, 0)
  }

  func kind(of type: cmark_node_type) -> MarkdownNode.Kind {
    switch type {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    default:
      switch type.rawValue {
      case table: .table
      case row: .tableRow
      case cell: .tableCell
      default: .unknown
      }
    }
  }
}
