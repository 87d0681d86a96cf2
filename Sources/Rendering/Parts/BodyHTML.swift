import Linking
import Markup
import MarkdownBody
import SheetModel

/// The HTML of a text, its holes filled: links to sheets, numbers of sources, addresses relative to the page.
enum BodyHTML {
  static func render(_ body: Body, path: String, _ scope: Scope) -> HTML {
    var html = HTML()
    for piece in body.pieces {
      switch piece {
      case .html(let markup): html.append(markup)
      case .reference(let i): html += reference(body.references[i], scope)
      case .citation(let i):
        // A mark clings to the word before it; in the source a space stands between.
        html.dropTrailingSpace()
        html += citation(body.citations, i, scope)
      case .anchorPrefix: continue
      case .address(let i): html.text(address(body.links[i], path: path, scope))
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

  private static func reference(_ reference: CrossReference, _ scope: Scope) -> HTML {
    guard case .sheet(let id) = scope.site.atlas.resolve(reference) else { return "\(reference.text ?? reference.id)" }
    return scope.sheetLink(id, text: reference.text)
  }

  /// A mark in the text; several that stand side by side look like one.
  private static func citation(_ citations: [Citation], _ i: Int, _ scope: Scope) -> HTML {
    let citation = citations[i]
    return "<sup class=\"cite\">\(scope.sourceMark(citation.source, place: citation.place))</sup>"
  }

  private static func address(_ link: Link, path: String, _ scope: Scope) -> String {
    let (_, fragment) = Address.split(link.target)
    switch LinkTarget.of(link, in: path) {
    case .elsewhere, .anchor: return link.target
    case .page(let page): return scope.link(page + fragment)
    case .sheet(let id): return (scope.site.link(from: scope.address, to: id) ?? scope.address) + fragment
    case .file(let file): return scope.link(LinkCheck.address(ofAsset: file))
    }
  }
}
