import Diagnostics
import Markup
import SourceText

/// Reads the Markdown of a file: limits first, then cmark on a copy in which references are covered, then our own walk over the tree.
package enum BodyReader {
  /// Reads the body that lies in `span` of the file. Never throws, never traps; whatever is wrong is a diagnostic, and the rest is still read.
  ///
  /// A body that breaks a limit, or that is not UTF-8 (which the reader of the front matter reports), is empty.
  package static func read(_ file: SourceFile, span: Span) -> (body: Body, diagnostics: [Diagnostic]) {
    var span = span.clamped(to: file.bytes.count)
    if span.start < 3, file.hasByteOrderMark { span = Span(3, span.end) }
    if let bad = file.firstInvalidUTF8, bad < span.end { return (.empty, []) }
    let limits = InputLimits()
    func refused(_ breach: InputLimits.Breach) -> (body: Body, diagnostics: [Diagnostic]) {
      (.empty, [MarkdownLimit.report(breach, in: file.path)])
    }
    let breach = file.bytes.withUnsafeBufferPointer {
      limits.check(UnsafeBufferPointer(rebasing: $0[span.start..<span.end]), base: span.start)
    }
    if let breach { return refused(breach) }
    let source = MaskedSource(file, span)
    if source.marks.count == MaskedSource.maximumMarks {
      return refused(.init(kind: .references, limit: MaskedSource.maximumMarks, span: Span.at(span.start)))
    }
    switch MarkdownParser.parse(source.bytes, maximumDepth: limits.depth) {
    case .success(let tree):
      var writer = BodyWriter(file: file, source: source, tree: tree)
      return writer.run()
    case .failure:
      return refused(.init(kind: .depth, limit: limits.depth, span: Span.at(span.start)))
    }
  }
}
