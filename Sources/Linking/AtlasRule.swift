import Cartography
import Diagnostics
import MarkdownBody
import SheetModel

/// A rule that sees all sheets.
package struct AtlasRule: Sendable {
  package let rule: Rule
  package let check: @Sendable (Atlas, AtlasContext) -> [Diagnostic]
}

/// What such a rule may know beside the sheets.
package struct AtlasContext: Sendable {
  /// The paths of all files that may be sheets, readable or not.
  package let paths: [String]
  /// The pages of the site itself; they refer to sheets too.
  package let texts: [TextPage]
  /// Where countries lie; nil where the project has no base map.
  package let boundaries: CountryBoundaries?
  /// Whether drafts are published too.
  package let includesDrafts: Bool

  package init(paths: [String], texts: [TextPage] = [], boundaries: CountryBoundaries?, includesDrafts: Bool) {
    self.paths = paths
    self.texts = texts
    self.boundaries = boundaries
    self.includesDrafts = includesDrafts
  }

  /// The `[[id]]` of all texts, those of sheets and those of pages, each with the path of its file and the id of its sheet.
  func bodyReferences(_ atlas: Atlas) -> [(path: String, sheet: String?, reference: CrossReference)] {
    atlas.sheets.flatMap { sheet in sheet.body.references.map { (sheet.path, sheet.id.id, $0) } }
      + texts.flatMap { text in text.body.references.map { (text.path, nil, $0) } }
  }
}

/// The rules about all sheets together, in the order in which `rules` lists them.
package enum AtlasRules {
  package static let all: [AtlasRule] = [
    FileName.atlasRule, IDLength.atlasRule, IDCollision.atlasRule, UnknownTheme.atlasRule, ThemeSynonym.atlasRule,
    UnknownReference.atlasRule,
    AmbiguousReference.atlasRule,
    DraftReferred.atlasRule, AliasCollision.atlasRule, ContradictingRelation.atlasRule, CoordinatesOutside.atlasRule,
    SeatCountry.atlasRule,
    EditionUnknown.atlasRule, FormerIDTaken.atlasRule,
  ]
}
