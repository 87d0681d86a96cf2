import Diagnostics
import SourceText

extension BodyWriter {
  // MARK: Links and images

  mutating func link(_ i: Int) {
    let node = tree.nodes[i]
    let place = place(of: i)
    let url = restored(node.literal, inCode: false)
    let shown = plainText(i + 1..<Int(node.end))
    let isMute = isBlank(shown) && !tree.nodes[i + 1..<Int(node.end)].contains { $0.kind == .image }
    linkDepth += 1
    guard isAllowed(url, place, isImage: false) else {
      if isMute { write(url) }
      return push(i, .nothing)
    }
    if isMute { diagnostics.append(EmptyLink.report(withoutText: location(place.whole))) }
    openLink(
      Link(
        kind: .link, target: String(decoding: url, as: UTF8.self), text: shown, span: span(place.whole),
        targetSpan: span(place.target)),
      title: node.extra)
    if isMute { write(url) }
    push(i, .markup("</a>"))
  }

  private mutating func openLink(_ link: Link, title: Range<Int>) {
    raw("<a href=\"")
    hole(.address(links.count))
    links.append(link)
    raw("\"")
    attribute("title", restored(title, inCode: false))
    raw(">")
  }

  /// - Parameter isFigure: whether the title stands below the image instead of in an attribute.
  mutating func image(_ i: Int, isFigure: Bool = false) {
    let node = tree.nodes[i]
    let place = place(of: i)
    let url = restored(node.literal, inCode: false)
    let alternative = plainText(i + 1..<Int(node.end))
    reportMarks(i + 1..<Int(node.end))
    guard isAllowed(url, place, isImage: true) else { return write(Array(alternative.utf8)) }
    if isBlank(alternative) { diagnostics.append(ImageAlt.report(at: location(place.whole))) }
    raw("<img src=\"")
    hole(.address(links.count))
    raw("\" alt=\"")
    escape(alternative.utf8)
    raw("\"")
    if !isFigure { attribute("title", restored(node.extra, inCode: false)) }
    raw(" loading=\"lazy\">")
    links.append(
      Link(
        kind: .image, target: String(decoding: url, as: UTF8.self), text: alternative, span: span(place.whole),
        targetSpan: span(place.target)))
  }

  /// An image alone in its paragraph; its title is the caption.
  mutating func figure(_ i: Int) {
    raw("<figure>")
    image(i, isFigure: true)
    let caption = restored(tree.nodes[i].extra, inCode: false)
    if !caption.isEmpty {
      raw("<figcaption>")
      escape(caption)
      raw("</figcaption>")
    }
    raw("</figure>\n")
  }

  /// Writes an address that stands in the text without brackets.
  mutating func bareLink(_ range: Range<Int>) {
    ensureScan()
    let found = scan?.nextBare(url: tree.text[range]) ?? lineRange(block)
    let url = restored(range, inCode: false)
    guard isAllowed(url, (found, found), isImage: false) else { return escape(url) }
    let target = String(decoding: url, as: UTF8.self)
    openLink(Link(kind: .link, target: target, text: target, span: span(found), targetSpan: span(found)), title: 0..<0)
    escape(url)
    raw("</a>")
  }

  private mutating func attribute(_ name: StaticString, _ value: [UInt8]) {
    guard !value.isEmpty else { return }
    raw(" ")
    raw(name)
    raw("=\"")
    escape(value)
    raw("\"")
  }

  /// Reports what is wrong with an address; only allowed ones get into the page.
  private mutating func isAllowed(_ url: [UInt8], _ place: (whole: Range<Int>, target: Range<Int>), isImage: Bool) -> Bool {
    if url.allSatisfy({ $0 == 0x20 }) {
      diagnostics.append(EmptyLink.report(withoutTarget: location(place.whole), isImage: isImage))
      return false
    }
    guard let problem = LinkTarget.problem(url, isImage: isImage) else { return true }
    let target = place.target.isEmpty ? place.whole : place.target
    diagnostics.append(LinkScheme.report(problem, String(decoding: url, as: UTF8.self), at: location(target)))
    return false
  }

  /// Where a link stands; the whole block where it cannot be found.
  private mutating func place(of i: Int) -> (whole: Range<Int>, target: Range<Int>) {
    ensureScan()
    if knownDefinitions == nil { knownDefinitions = LinkDefinitions(source.bytes) }
    let node = tree.nodes[i]
    if let definitions = knownDefinitions,
      let found = scan?.next(isImage: node.kind == .image, url: tree.text[node.literal], definitions: definitions)
    {
      return found
    }
    let range = blockRange(block)
    return (range, range)
  }

  mutating func ensureScan() {
    if scan == nil { scan = InlineScan(source.bytes, lineRange(block)) }
  }

  private mutating func write(_ text: [UInt8]) {
    escape(text)
    inWord = true
  }

  private func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy(\.isBlank) }

  // MARK: Raw HTML

  mutating func htmlInline(_ i: Int) {
    ensureScan()
    let literal = tree.text[tree.nodes[i].literal]
    let place = scan?.nextHTML(literal) ?? blockRange(block)
    let tag = RawHTML.tag(literal)
    if tag.isClosing {
      // The opening tag has said it.
      if let count = openTags[tag.name], count > 0 {
        openTags[tag.name] = count - 1
        return
      }
    } else {
      openTags[tag.name, default: 0] += 1
    }
    diagnostics.append(RawHTML.report(tag, at: location(place)))
  }

  mutating func htmlBlock(_ i: Int) {
    let range = blockRange(i)
    let bytes = source.bytes[range]
    let start = bytes.firstIndex(of: .ascii("<")) ?? range.lowerBound
    let tag = RawHTML.tag(bytes[start...])
    var end = start
    while end < range.upperBound, !bytes[end].isLineEnd {
      end += 1
      if !tag.isComment, bytes[end - 1] == .ascii(">") { break }
      if tag.isComment, bytes[start..<end].suffix(3).elementsEqual([0x2D, 0x2D, 0x3E]) { break }
    }
    diagnostics.append(RawHTML.report(tag, at: location(start..<max(end, start))))
  }
}
