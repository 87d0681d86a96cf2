import Cartography
import Diagnostics
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
  /// Where countries lie; nil where the project has no base map.
  package let boundaries: CountryBoundaries?
  /// Whether drafts are published too.
  package let includesDrafts: Bool

  package init(paths: [String], boundaries: CountryBoundaries?, includesDrafts: Bool) {
    self.paths = paths
    self.boundaries = boundaries
    self.includesDrafts = includesDrafts
  }
}

/// The rules about all sheets together, in the order in which `rules` lists them.
package enum AtlasRules {
  package static let all: [AtlasRule] = [
    FileName.atlasRule, IDCollision.atlasRule, UnknownTheme.atlasRule, ThemeSynonym.atlasRule, UnknownReference.atlasRule, AmbiguousReference.atlasRule,
    DraftReferred.atlasRule, AliasCollision.atlasRule, ContradictingRelation.atlasRule, CoordinatesOutside.atlasRule, SeatCountry.atlasRule,
    EditionUnknown.atlasRule,
  ]
}
