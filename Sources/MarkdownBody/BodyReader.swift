import Diagnostics
import Markup
import SourceText

/// Reads the Markdown of a file with libcmark-gfm. The only file that knows cmark.
package enum BodyReader {
  /// Reads the body that lies in `span` of the file. Never throws, never traps; whatever is wrong is a diagnostic, and the rest is still read.
  package static func read(_ file: SourceFile, span: Span) -> (body: Body, diagnostics: [Diagnostic]) {
    fatalError("not written yet")
  }
}
