import Diagnostics
import SourceText

extension BodyWriter {
  /// Writes the beginning of node `i`; returns the node to go on with: its first child, or what follows where it has been written whole.
  mutating func open(_ i: Int) -> Int {
    let node = tree.nodes[i]
    switch node.kind {
    case .text: text(i)
    case .softBreak: softBreak(i)
    case .document, .unknown: break
    case .paragraph: return paragraph(i)
    case .heading: heading(i)
    case .blockQuote:
      freshLine()
      raw("<blockquote>\n")
      push(i, .markup("</blockquote>\n"))
    case .list: list(i)
    case .item:
      freshLine()
      raw("<li>")
      let isTight = frames.last.map { tree.nodes[$0.node].isTight } ?? false
      push(i, .markup("</li>\n"))
      frames[frames.count - 1].isTight = isTight
    case .codeBlock: codeBlock(node)
    case .htmlBlock: htmlBlock(i)
    case .thematicBreak:
      freshLine()
      raw("<hr>\n")
    case .footnoteDefinition: footnoteDefinition(i)
    case .table: openTable(i)
    case .tableHeader, .tableRow:
      table.column = 0
      table.isHead = node.kind == .tableHeader
      raw("<tr>")
      push(i, table.isHead ? .markup(hasRows(i) ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n</thead>\n") : .markup("</tr>\n"))
    case .tableCell: tableCell(i)
    case .lineBreak:
      raw("<br>\n")
      inWord = false
    case .code:
      raw("<code>")
      restoreEscaped(node.literal)
      raw("</code>")
      if !inWord { wordCount += 1 }
      inWord = true
    case .htmlInline: htmlInline(i)
    case .emphasis:
      raw("<em>")
      push(i, .markup("</em>"))
    case .strong:
      raw("<strong>")
      push(i, .markup("</strong>"))
    case .link: link(i)
    case .image:
      image(i)
      return Int(node.end)
    case .footnoteReference:
      footnoteReference(Int(node.number))
      return Int(node.end)
    }
    return i + 1
  }

  /// Makes `i` the block whose source is searched for links.
  private mutating func enterBlock(_ i: Int) {
    block = i
    scan = nil
    inWord = false
    if !openTags.isEmpty { openTags = [:] }
  }

  private mutating func paragraph(_ i: Int) -> Int {
    enterBlock(i)
    let node = tree.nodes[i]
    let parent = frames.last
    if i + 1 < tree.nodes.count, tree.nodes[i + 1].kind == .image, tree.nodes[i + 1].end == node.end {
      freshLine()
      figure(i + 1)
      return Int(node.end)
    }
    if let parent, parent.isTight {
      push(i, .nothing)
    } else if let parent, case .footnote(let number) = parent.closing, parent.end == Int(node.end) {
      raw("<p>")
      push(i, .footnoteParagraph(number))
    } else {
      freshLine()
      raw("<p>")
      push(i, .markup("</p>\n"))
    }
    return i + 1
  }

  // MARK: Headings

  private mutating func heading(_ i: Int) {
    enterBlock(i)
    let node = tree.nodes[i]
    let level = Int(node.number)
    let text = plainText(i + 1..<Int(node.end))
    let anchor = anchors.anchor(for: text)
    let range = blockRange(i)
    headings.append(Heading(level: level, text: text, anchor: anchor, span: span(range)))
    let marks = source.bytes[range].prefix { $0 == .ascii("#") }
    let hashes = location(marks.isEmpty ? range : range.lowerBound..<marks.endIndex)
    if level == 1 {
      diagnostics.append(
        HeadingLevel.report(
          firstLevelAt: hashes, fix: marks.isEmpty ? underline(range).map { ($0, "-") } : (hashes, "##")))
      lastLevel = 2
    } else {
      if level > lastLevel + 1 {
        diagnostics.append(HeadingLevel.report(skippedAt: hashes, level: level, expected: lastLevel + 1))
      }
      lastLevel = level
    }
    freshLine()
    // A page has one heading of the first level, its title.
    let tag = max(level, 2)
    raw("<h")
    number(tag)
    raw(" id=\"")
    hole(.anchorPrefix)
    escape(anchor.utf8)
    raw("\">")
    push(i, .markup(["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][min(tag, 6) - 2]))
  }

  /// The line of `=` below a heading, to be written with hyphens.
  private func underline(_ range: Range<Int>) -> Location? {
    var start = range.upperBound
    while start > range.lowerBound, source.bytes[start - 1] == .ascii("=") { start -= 1 }
    return start < range.upperBound ? location(start..<range.upperBound) : nil
  }

  // MARK: Lists and code

  private mutating func list(_ i: Int) {
    freshLine()
    let start = tree.nodes[i].number
    if start < 0 {
      raw("<ul>\n")
      push(i, .markup("</ul>\n"))
      return
    }
    raw("<ol")
    if start != 1 {
      raw(" start=\"")
      number(Int(start))
      raw("\"")
    }
    raw(">\n")
    push(i, .markup("</ol>\n"))
  }

  private mutating func codeBlock(_ node: MarkdownNode) {
    freshLine()
    // What can be scrolled has to be reachable from the keyboard.
    raw("<pre tabindex=\"0\"><code")
    let signs: [UInt8] = [.ascii("+"), .ascii("-"), .ascii("."), .ascii("#"), .ascii("_")]
    let language = tree.text[node.extra].prefix { !$0.isBlank }.filter { $0.isLetterOrDigit || signs.contains($0) }
    if !language.isEmpty {
      raw(" class=\"language-")
      escape(language)
      raw("\"")
    }
    raw(">")
    restoreEscaped(node.literal)
    raw("</code></pre>\n")
  }

  // MARK: Tables

  private func hasRows(_ header: Int) -> Bool {
    guard let frame = frames.last else { return false }
    return tree.nodes[header].end < frame.end
  }

  private mutating func openTable(_ i: Int) {
    enterBlock(i)
    freshLine()
    tableCount += 1
    table.alignments = tree.nodes[i].literal
    // Two regions of one page may not have the same name.
    raw("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Table")
    if tableCount > 1 {
      raw(" ")
      number(tableCount)
    }
    raw("\"><table>\n<thead>\n")
    let header = i + 1
    let hasRows = header < tree.nodes.count && tree.nodes[header].end < tree.nodes[i].end
    push(i, .markup(hasRows ? "</tbody>\n</table></div>\n" : "</table></div>\n"))
  }

  private mutating func tableCell(_ i: Int) {
    inWord = false
    // An empty head is no head to a screen reader.
    let isHead = table.isHead && tree.nodes[i].end > Int32(i + 1)
    raw(isHead ? "<th scope=\"col\"" : "<td")
    let column = table.alignments.lowerBound + table.column
    if column < table.alignments.upperBound {
      switch tree.text[column] {
      case .ascii("r"): raw(" class=\"align-right\"")
      case .ascii("c"): raw(" class=\"align-center\"")
      default: break
      }
    }
    raw(">")
    table.column += 1
    push(i, .markup(isHead ? "</th>" : "</td>"))
  }

  // MARK: Footnotes

  private mutating func footnoteDefinition(_ i: Int) {
    freshLine()
    if footnotes.defined == 0 { raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n") }
    footnotes.defined += 1
    raw("<li id=\"")
    hole(.anchorPrefix)
    raw("fn-")
    number(footnotes.defined)
    raw("\">")
    push(i, .footnote(footnotes.defined))
  }

  private mutating func footnoteReference(_ number: Int) {
    let use = footnotes.written[number, default: 0] + 1
    footnotes.written[number] = use
    // A link inside a link is none; an image's text is read as text and does not come here.
    if linkDepth > 0 { return }
    raw("<sup class=\"footnote-ref\"><a href=\"#")
    hole(.anchorPrefix)
    raw("fn-")
    self.number(number)
    raw("\" id=\"")
    hole(.anchorPrefix)
    backAnchor(number, use)
    raw("\" role=\"doc-noteref\" aria-label=\"Footnote ")
    self.number(number)
    raw("\">")
    self.number(number)
    raw("</a></sup>")
  }

  private mutating func backAnchor(_ number: Int, _ use: Int) {
    raw("fnref-")
    self.number(number)
    if use > 1 {
      raw("-")
      self.number(use)
    }
  }

  mutating func backLinks(_ number: Int) {
    for use in 1...max(footnotes.uses[number] ?? 1, 1) {
      raw(" <a href=\"#")
      hole(.anchorPrefix)
      backAnchor(number, use)
      raw("\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Back to reference ")
      self.number(number)
      if use > 1 {
        raw("-")
        self.number(use)
      }
      raw("\">↩</a>")
    }
  }

  func endsWithParagraph(_ definition: Int) -> Bool {
    var last: MarkdownNode.Kind?
    var child = definition + 1
    while child < Int(tree.nodes[definition].end) {
      last = tree.nodes[child].kind
      // A figure is a paragraph that was written as something else.
      if last == .paragraph, child + 1 < tree.nodes.count, tree.nodes[child + 1].kind == .image,
        tree.nodes[child + 1].end == tree.nodes[child].end
      {
        last = .image
      }
      child = Int(tree.nodes[child].end)
    }
    return last == .paragraph
  }
}
