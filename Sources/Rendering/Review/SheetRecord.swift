import EcosystemSchema
import FrontMatter
import Linking
import SheetAnalysis
import SheetModel

/// A sheet as its reviewers see it: how complete, how well sourced, how fresh.
package struct SheetRecord: Sendable {
  package let sheet: Sheet
  package let completeness: Completeness
  /// In the order of the components of the sheet's kind.
  package let components: [ComponentCount]
  package let facts: FactCount
  /// What the sheet lacks for its own aim.
  package let lacks: [Lack]
  /// The tier after its aim, and what it lacks for that; nil where there is none.
  package let next: (tier: Tier, lacks: [Lack])?
  /// The day of the check by a second person, else of the draft.
  package let reviewed: CalendarDate?

  init(_ sheet: Sheet, _ scheme: CompletenessScheme, _ field: Field) {
    self.sheet = sheet
    completeness = Completeness(sheet, scheme)
    components = scheme.counts(sheet)
    facts = FactCount(sheet, scheme)
    let aim = sheet.aim.value
    lacks = aim > .draft ? Lacks.of(sheet, for: aim, field: field) : []
    next = Tier.allCases.first { $0 > aim }.map { ($0, Lacks.of(sheet, for: $0, field: field)) }
    let review = sheet.tree.root["review"]
    reviewed = (review?["checked_on"] ?? review?["drafted"]).flatMap { CalendarDate($0.text) }
  }

  /// The days on which its sources were read, one for each source.
  package var read: [CalendarDate?] {
    (sheet.tree.root["sources"]?.items.filter(\.isMapping) ?? []).map { $0["read_on"].flatMap { CalendarDate($0.text) } }
  }
}

/// All sheets of an atlas as their reviewers see them.
package struct CorpusRecord: Sendable {
  /// By kind, then by name.
  package let records: [SheetRecord]
  package let atlas: Atlas
  /// The day against which ages are told.
  package let today: CalendarDate
  private let schemes: [SheetKind: CompletenessScheme]

  package init(_ analysis: Analysis, includesDrafts: Bool, today: CalendarDate) {
    atlas = analysis.atlas
    self.today = today
    var schemes: [SheetKind: CompletenessScheme] = [:]
    var fields: [SheetKind: Field] = [:]
    for kind in SheetKind.allCases {
      guard let field = analysis.schemas[kind.rawValue]?.root else { continue }
      fields[kind] = field
      schemes[kind] = CompletenessScheme(field)
    }
    self.schemes = schemes
    let sheets = analysis.published(includingDrafts: includesDrafts)
    let byKind = Dictionary(grouping: sheets) { $0.id.kind }
    records = SheetKind.allCases.flatMap { kind -> [SheetRecord] in
      guard let scheme = schemes[kind], let field = fields[kind], let sheets = byKind[kind] else { return [] }
      return SiteContext.byName(sheets).map { SheetRecord($0, scheme, field) }
    }
  }

  package func records(of kind: SheetKind) -> [SheetRecord] { records.filter { $0.sheet.id.kind == kind } }

  /// The components that sheets of a kind are made of; none for kinds without an ecosystem.
  package func components(of kind: SheetKind) -> [CompletenessScheme.Component] { schemes[kind]?.components ?? [] }

  /// The macro-regions of a cluster, its first country's first.
  package func macroRegions(of sheet: Sheet) -> [String] {
    var found: [String] = []
    for country in sheet.cluster?.countries ?? [] {
      if let region = atlas.geography.country(country.value)?.macroRegion, !region.isEmpty, !found.contains(region) {
        found.append(region)
      }
    }
    return found
  }
}
