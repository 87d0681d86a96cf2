import Diagnostics
import Markup
import SourceText

/// The text of a sheet, read: its HTML with holes where the atlas has to say something, and everything in it that has an address.
package struct Body: Sendable {
  /// The HTML in pieces, in order.
  package let pieces: [Piece]
  package let headings: [Heading]
  /// Links and images that are allowed, in the order in which they appear on the page: what footnotes hold comes last.
  package let links: [Link]
  /// `[[id]]`, `[[id|text]]`, `[[kind:id]]`, in the order in which they appear on the page.
  package let references: [CrossReference]
  /// `[@source]`, in the order in which they appear on the page; `[@a; @b]` are two.
  package let citations: [Citation]
  /// Words of running text, for reading times and search; code is not counted.
  package let wordCount: Int

  package static let empty = Body(pieces: [], headings: [], links: [], references: [], citations: [], wordCount: 0)

  package init(
    pieces: [Piece], headings: [Heading], links: [Link], references: [CrossReference], citations: [Citation], wordCount: Int
  ) {
    self.pieces = pieces
    self.headings = headings
    self.links = links
    self.references = references
    self.citations = citations
    self.wordCount = wordCount
  }
}

/// A piece of a body's HTML.
package enum Piece: Sendable {
  case html(HTML)
  /// Where `references[i]` stands: the renderer writes the link.
  case reference(Int)
  /// Where `citations[i]` stands.
  case citation(Int)
  /// The escaped address that belongs into the `href` or `src` just opened: `links[i].target`, made relative to the page at hand.
  case address(Int)
  /// Within `id="…"` or `href="#…"`: what keeps the anchors of several bodies apart in one document. Nothing on a page of its own; in
  /// the print edition something like `medicon-valley-`.
  case anchorPrefix
}

package struct Heading: Sendable {
  /// 2 to 6 (a body's first level is 2: the page's title is the sheet's name); 1 where the author wrote it all the same.
  package let level: Int
  /// Its text without markup.
  package let text: String
  /// Its id on the page, unique in the body: `regional-anchorage`, `regional-anchorage-2`. See `HeadingAnchors`.
  package let anchor: String
  package let span: Span
}

package struct Link: Sendable {
  package enum Kind: Sendable { case link, image }
  package let kind: Kind
  /// As written, unescaped.
  package let target: String
  /// The text or the alternative text.
  package let text: String
  /// The whole link in the source.
  package let span: Span
  /// The target within it, where it could be found; else the whole.
  package let targetSpan: Span
}

/// `[[id]]` in the text.
package struct CrossReference: Sendable {
  /// What stands before a colon, `policy` in `[[policy:x]]`.
  package let kind: String?
  package let id: String
  /// What stands behind the bar.
  package let text: String?
  /// The whole, brackets included.
  package let span: Span
  /// The id alone (with its kind).
  package let idSpan: Span
}

/// `[@source, p. 34]` in the text.
package struct Citation: Sendable {
  package let source: String
  /// The place in the source, `p. 34`.
  package let place: String?
  package let span: Span
  package let idSpan: Span
}
