import Diagnostics
import FrontMatter
import MarkdownBody
import SourceText

/// A Markdown page of the site itself: method, legal and so on, from `Site/pages/`.
package struct TextPage: Sendable {
  /// The file's stem: the address is `<id>.html`.
  package let id: String
  package let path: String
  package let title: String
  package let summary: String?
  /// Its place among the others in the foot of the pages.
  package let order: Int
  package let body: Body

  /// Reads a page. Its front matter knows `title`, `summary` and `order`.
  package static func read(_ file: SourceFile, limits: SiteConfiguration.Limits) -> (page: TextPage?, diagnostics: [Diagnostic]) {
    let head = SheetHead.read(file, maximumSize: limits.fileBytes)
    var diagnostics = head.diagnostics
    guard let root = head.tree?.root else { return (nil, diagnostics) }
    func report(_ span: Span, _ message: String, label: String? = nil) {
      diagnostics.append(Diagnostic(TextPageRule.rule, at: Location(path: file.path, span: span), message, label: label))
    }
    let known = ["title", "summary", "order"]
    // A title under a misspelt key is one mistake.
    var hasTitle = !(root["title"]?.isBlank ?? true)
    for entry in root.entries where !known.contains(where: { entry.key.textEquals($0) }) {
      let nearest = NearestWords.of(entry.key.text, among: known)
      if nearest.contains("title") { hasTitle = true }
      report(entry.key.span, "Key \(Wording.quoted(entry.key.text)) is not known here", label: Wording.didYouMean(nearest))
    }
    if let title = root["title"], !title.isScalar {
      report(title.span, "Title must be a text")
    } else if !hasTitle {
      report(root["title"]?.span ?? root.entries.first { _ in true }?.key.span ?? root.span, "Title is missing")
    }
    if let order = root["order"], order.integer == nil { report(order.span, "Order must be a whole number") }
    if !SheetID.isSlug(file.stem) {
      report(Span.at(0), "File name \(Wording.quoted(file.stem)) has other signs than small letters, digits and single hyphens")
    }
    let read = BodyReader.read(file, span: head.body)
    diagnostics += read.diagnostics
    for citation in read.body.citations { report(citation.span, "Page has no sources to cite", label: "write a link instead") }
    let page = TextPage(
      id: file.stem, path: file.path, title: root["title"].flatMap { $0.isBlank || !$0.isScalar ? nil : $0.text } ?? file.stem,
      summary: root["summary"]?.text,
      order: root["order"]?.integer ?? 100, body: read.body)
    return (page, diagnostics)
  }
}
