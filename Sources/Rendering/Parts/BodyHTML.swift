import Linking
import Markup
import MarkdownBody
import SheetModel

/// The HTML of a text, its holes filled: links to sheets, numbers of sources, addresses relative to the page.
enum BodyHTML {
  /// Stands before the anchors of a text's headings, so that a heading "Sources" is not taken for the page's own section of sources.
  static let anchorPrefix = "text-"

  static func render(_ body: Body, path: String, _ scope: Scope) -> HTML {
    var html = HTML()
    var terms = TermLinker(scope.site.terms, done: linked(body, scope)) { target, words in term(target, words, scope) }
    for piece in body.pieces {
      switch piece {
      case .html(let markup): html.append(terms.link(markup))
      case .reference(let i): html += reference(body.references[i], scope)
      case .citation(let i):
        // A mark clings to the word before it; in the source a space stands between.
        html.dropTrailingSpace()
        html += citation(body.citations, i, scope)
      case .anchorPrefix: html.text(anchorPrefix)
      case .address(let i): html.text(address(body.links[i], of: body, path: path, scope))
      }
    }
    return html
  }

  /// A text as a section of a sheet's page; nothing where there is none.
  static func section(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, !sheet.body.pieces.isEmpty else { return HTML() }
    return """
      <section class="section" id="text" aria-label="Text">
      <div class="prose">
      \(render(sheet.body, path: sheet.path, scope))
      </div>
      </section>

      """
  }

  /// The terms that the text links itself, and the page's own.
  private static func linked(_ body: Body, _ scope: Scope) -> Set<TermIndex.Target> {
    var done: Set<TermIndex.Target> = scope.sheet.map { [.concept($0.id)] } ?? []
    for reference in body.references {
      if case .sheet(let id) = scope.site.atlas.resolve(reference) { done.insert(.concept(id)) }
    }
    // The glossary need not send its readers to itself.
    if scope.address == GlossaryPage.address { done.formUnion(body.headings.map { .glossary($0.anchor) }) }
    return done
  }

  private static func term(_ target: TermIndex.Target, _ words: String, _ scope: Scope) -> HTML {
    switch target {
    case .concept(let id): return scope.sheetLink(id, text: words)
    case .glossary(let anchor):
      return "<a class=\"term\" href=\"\(scope.link(GlossaryPage.address + "#" + anchorPrefix + anchor))\">\(words)</a>"
    }
  }

  private static func reference(_ reference: CrossReference, _ scope: Scope) -> HTML {
    guard case .sheet(let id) = scope.site.atlas.resolve(reference) else { return "\(reference.text ?? reference.id)" }
    return scope.sheetLink(id, text: reference.text)
  }

  /// A mark in the text; several that stand side by side look like one.
  private static func citation(_ citations: [Citation], _ i: Int, _ scope: Scope) -> HTML {
    let citation = citations[i]
    return "<sup class=\"cite\">\(scope.sourceMark(citation.source, place: citation.place))</sup>"
  }

  private static func address(_ link: Link, of body: Body, path: String, _ scope: Scope) -> String {
    let (_, fragment) = Address.split(link.target)
    let anchor = String(fragment.dropFirst())
    switch LinkTarget.of(link, in: path) {
    case .elsewhere: return link.target
    case .anchor(let anchor): return "#" + onPage(anchor, of: body)
    case .page(let page):
      let text = scope.site.analysis.texts.first { $0.id + ".html" == page }
      return scope.link(page + (anchor.isEmpty ? "" : "#" + onPage(anchor, of: text?.body)))
    case .sheet(let id):
      let page = scope.site.link(from: scope.address, to: id) ?? scope.address
      return page + (anchor.isEmpty ? "" : "#" + onPage(anchor, of: scope.site.atlas[id]?.body))
    case .file(let file): return scope.link(LinkCheck.address(ofAsset: file))
    }
  }

  /// An anchor as it stands on the page: that of a heading of the text with its prefix, one of the page's own as it is.
  private static func onPage(_ anchor: String, of body: Body?) -> String {
    body?.headings.contains { $0.anchor == anchor } ?? false ? anchorPrefix + anchor : anchor
  }
}
