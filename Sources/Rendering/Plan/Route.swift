import SheetModel

/// A file of the site: its address and what it holds.
package struct Route: Sendable {
  /// From the site's root: `clusters/medicon-valley.html`.
  package let address: String
  package let page: Page

  package init(_ address: String, _ page: Page) {
    self.address = address
    self.page = page
  }
}

/// What a file of the site holds.
package enum Page: Sendable, Hashable {
  case home
  case explorer
  /// The clusters that have one value, or a theme in a macro-region.
  case facet(FacetSelection)
  /// A sheet by itself; for regions those that are no country and no macro-region.
  case sheet(SheetID)
  /// The list of a kind's sheets.
  case index(SheetKind)
  case world
  case macroRegion(String)
  case country(String)
  /// A part of a country, by its code of ISO 3166-2.
  case subdivision(String)
  case network
  case networkData
  case comparisonIndex
  /// Two to six clusters or regions side by side; the sheet that names them.
  case comparison(SheetID)
  case sources
  /// The sources of one letter.
  case sourcesOf(letter: String)
  /// Themes by regions.
  case matrix
  /// The atlas in numbers.
  case numbers
  case glossary
  /// The authoring guide, and that of one kind.
  case schemaGuide(SheetKind?)
  /// A page of `Site/pages/`, by its id.
  case text(String)
  case notFound
  case stylesheet
  /// A script of `Site/scripts/`, by its name.
  case script(String)
  case sitemap
  case robots
  /// The maps of the study: nil the list of them.
  case map(MapReading?)
  /// A file of `data/`.
  case data(DataFile)
  case feed
  /// The page at the former address of a sheet; it leads on.
  case redirect(from: SheetID, to: SheetID)
  /// A file that says by its name alone what it has to say.
  case empty
  /// A page for reviewers.
  case review(ReviewPage)
  /// The Markdown of a sheet, copied as it is.
  case source(SheetID)
  /// The atlas, or a part of it, as one document for paper.
  case edition(EditionID)
  /// The style sheet with the running heads of such a document.
  case editionHeads(EditionID)
  /// A picture or another file that is copied; its path in the project.
  case asset(String)

  var isReview: Bool { if case .review = self { true } else { false } }
  var isEdition: Bool { if case .edition = self { true } else { false } }
  var isRedirect: Bool { if case .redirect = self { true } else { false } }
}
