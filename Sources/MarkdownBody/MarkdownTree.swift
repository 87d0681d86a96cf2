/// A Markdown document as flat values: the nodes in the order of the text, their texts in one run of bytes.
struct MarkdownTree {
  var nodes: [MarkdownNode] = []
  /// The texts of all nodes, one after the other.
  var text: [UInt8] = []
}

/// A node; its descendants follow it directly, up to `end`.
struct MarkdownNode {
  enum Kind: UInt8 {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
    case table, tableHeader, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, footnoteReference
    case unknown
  }

  let kind: Kind
  /// Index in `MarkdownTree.nodes` behind the last descendant.
  var end: Int32 = 0
  /// The level of a heading, the first number of an ordered list (-1 for bullets), the number of a footnote reference.
  var number: Int32 = 0
  /// Whether a list is tight.
  var isTight = false
  /// From 1, lines of the parsed bytes; a soft break has 0.
  var firstLine: Int32 = 0
  var firstColumn: Int32 = 0
  var lastLine: Int32 = 0
  /// In `MarkdownTree.text`: what stands in a text, code or HTML node; the address of a link or image; of a table one byte
  /// for each column, `l`, `c`, `r` or 0.
  var literal: Range<Int> = 0..<0
  /// In `MarkdownTree.text`: the title of a link or image, the word behind the fence of a code block.
  var extra: Range<Int> = 0..<0
}
