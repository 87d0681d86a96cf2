import SheetModel

/// A print edition, for those who want to know what there is before they print it.
package struct Book: Sendable {
  package let id: EditionID
  /// `Global Clusters: Health and life sciences`.
  package let title: String
  /// How many sheets it holds, or would hold if they were not too many for one document.
  package let sheetCount: Int
  /// The day of the newest review in it, `20261122`.
  package let day: String?
}

extension SiteRenderer {
  /// All editions that the atlas can have, also where the site has none.
  package var books: [Book] {
    let published = site.atlas.sheets.filter { site.isPublished($0.id) }
    return EditionRoutes.all(published, site.places, site.atlas).map { id in
      let edition = Edition(id, site)
      return Book(
        id: id, title: EditionWords.title(edition), sheetCount: edition.wanted,
        day: edition.newestReview.map { String($0.filter { $0 != "-" }) })
    }
  }

  /// A print edition as one document.
  ///
  /// - Parameter pages: from an earlier print of the same document; nil for the one on the site, in which none stand.
  package func edition(_ id: EditionID, pages: PageNumbers? = nil) -> RenderedPieces {
    EditionDocument(edition: Edition(id, site), templates: templates, assets: assets, pages: pages).pieces()
  }

  /// The style sheet with the running heads of an edition.
  package func runningHeads(_ id: EditionID) -> [UInt8] { EditionHeads.css(Edition(id, site)) }
}
