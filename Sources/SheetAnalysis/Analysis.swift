import Cartography
import Diagnostics
import EcosystemSchema
import Linking
import SheetModel
import SourceText
import Workspace

/// Everything known about a project after reading it once.
package struct Analysis: Sendable {
  package let configuration: SiteConfiguration
  package let schemas: SchemaSet
  package let atlas: Atlas
  /// The pages of `Site/pages/`, in the order of their addresses.
  package let texts: [TextPage]
  package let maps: BaseMaps
  /// About sheets and pages, with the rules' own severities.
  package let diagnostics: [Diagnostic]
  /// About the configuration, the schemas and the data files: with one of these nothing else can be trusted, and the run ends with status 2.
  package let setupDiagnostics: [Diagnostic]
  /// How many files are sheets, readable or not.
  package let sheetCount: Int
  /// What could not be read: nothing is missing there.
  package let unread: UnreadPlaces

  /// The sheets that get a page.
  package func published(includingDrafts: Bool) -> [Sheet] { atlas.sheets.filter { includingDrafts || !$0.isDraft } }
}

/// What a run wants of the analysis.
package struct AnalysisOptions: Sendable {
  package var today: CalendarDate
  package var includesDrafts = false
  /// How many files are read at once; the result does not depend on it.
  package var workers = 1
  /// Instead of `base_url` in `site.yaml`; with a slash at the end.
  package var baseURL: String?

  package init(today: CalendarDate, includesDrafts: Bool = false, workers: Int = 1, baseURL: String? = nil) {
    self.today = today
    self.includesDrafts = includesDrafts
    self.workers = workers
    self.baseURL = baseURL
  }
}

/// The base maps of `Site/data/`.
package struct BaseMaps: Sendable {
  /// 1:110m, for the world as a whole.
  package var world: BaseMap?
  /// 1:50m, for parts of the world, and where seats are looked up; it has the small countries too.
  package var parts: BaseMap?

  package init() {}
}
