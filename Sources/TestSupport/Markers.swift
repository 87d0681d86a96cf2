import SourceText

/// A text with marked places: `⟦` and `⟧` around what a test expects to be pointed at.
package struct MarkedText: Sendable {
  /// The text without the marks.
  package let text: String
  /// The marked spans, in order, as UTF-8 offsets.
  package let spans: [Span]

  package init(_ marked: String) {
    var text: [UInt8] = []
    var open: [Int] = []
    var spans: [Span] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(text.count)
      case "⟧": spans.append(Span(open.popLast() ?? 0, text.count))
      default: text.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.spans = spans
  }
}
