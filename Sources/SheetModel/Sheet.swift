import EcosystemSchema
import FrontMatter
import MarkdownBody
import SourceText

/// One sheet, read and checked against its schema: immutable, every field located.
package struct Sheet: Sendable {
  package let id: SheetID
  package let path: String
  package let name: Located<String>
  package let aliases: [Located<String>]
  package let summary: String?
  /// What the sheet is meant to be; themes, which need not say, are publishable.
  package let aim: Located<Tier>
  /// The front matter, for everything that the schema alone knows about.
  package let tree: Tree
  package let body: Body
  /// References of the front matter to other sheets, countries and subdivisions, in the order of the file.
  package let references: [Reference]
  /// References to this sheet's own sources and figures.
  package let localReferences: [Reference]
  package let sources: [SourceEntry]
  package let figures: [Figure]
  /// The ids of all entries of `figures`, those too that the schema found wrong and `figures` leaves out.
  package let figureIDs: [Located<String>]
  package let gaps: [Gap]
  /// Set for sheets of kind `cluster`.
  package var cluster: ClusterFacts?
  /// Set for sheets of kind `theme`.
  package let theme: ThemeFacts?

  package var isDraft: Bool { aim.value == .draft }
  package func location(_ span: Span) -> Location { Location(path: path, span: span) }
}

/// A value that names something by its id.
package struct Reference: Sendable {
  /// What it may name: the schema's `x-refers-to`.
  package let kinds: [String]
  package let id: String
  package let span: Span
  /// The dotted path of the field, without numbers: `relations.to`.
  package let field: String
  /// The node in the sheet's tree; nil for a reference in the text.
  package let node: Int?

  package init(kinds: [String], id: String, span: Span, field: String, node: Int?) {
    self.kinds = kinds
    self.id = id
    self.span = span
    self.field = field
    self.node = node
  }
}

/// An entry of `sources`.
package struct SourceEntry: Sendable {
  package let id: Located<String>
  package let type: String?
  package let title: String
  package let publisher: String?
  package let year: Int?
  package let url: String?
  package let reliability: String?
  package let span: Span
}

/// An entry of `gaps`.
package struct Gap: Sendable {
  package let field: Located<String>
  package let reason: String
  package let span: Span
}

/// What a theme says of itself.
package struct ThemeFacts: Sendable {
  package let short: String
  package let order: Int
  /// `circle`, `square`, `triangle`, `diamond` or `hexagon`.
  package let shape: String
}
