import Diagnostics
import MarkdownBody
import Markup
import SourceText

/// A body read from a text, in a form that tests can compare.
struct Reading {
  let file: SourceFile
  let body: Body
  let diagnostics: [Diagnostic]

  /// - Parameter head: what stands before the body in the file.
  init(_ text: String, head: String = "") {
    file = SourceFile(path: "a.md", text: head + text)
    (body, diagnostics) = BodyReader.read(file, span: Span(head.utf8.count, file.bytes.count))
  }

  /// The HTML with `{reference i}`, `{citation i}` and addresses in the holes; anchors have no prefix.
  var html: String {
    var html = ""
    for piece in body.pieces {
      switch piece {
      case .html(let part): html += part.string
      case .reference(let i): html += "{reference \(i)}"
      case .citation(let i): html += "{citation \(i)}"
      case .address(let i): html += HTML.escaping(body.links[i].target).string
      case .anchorPrefix: break
      }
    }
    return html
  }

  var rules: [String] { diagnostics.map(\.rule) }

  /// What stands under the spans of the diagnostics.
  var marked: [String] { diagnostics.map { file.text($0.location.span) } }

  func text(_ span: Span) -> String { file.text(span) }
}
