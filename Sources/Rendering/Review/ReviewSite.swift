import Diagnostics
import Markup
import SheetAnalysis
import SheetModel
import SourceText
import Templates
import Workspace

/// What the review is made of, beside the analysis.
package struct ReviewMaterial: Sendable {
  /// Those of the run, with its severities.
  package let diagnostics: [Diagnostic]
  package let rules: [Rule]
  /// The day against which ages are told.
  package let today: CalendarDate
  /// The texts that excerpts are cut from.
  package let sources: SourceSet

  package init(diagnostics: [Diagnostic], rules: [Rule], today: CalendarDate, sources: SourceSet) {
    self.diagnostics = diagnostics
    self.rules = rules
    self.today = today
    self.sources = sources
  }
}

/// A page of the review.
package struct ReviewPage: Hashable, Sendable {
  package let topic: ReviewTopic
  /// From 1: long lists are continued.
  package let part: Int

  package var file: String { topic.file(part: part) }
}

/// The pages for reviewers: which there are, and what they hold. The same pages stand in the site and in a folder by themselves.
package struct ReviewSite: Sendable {
  /// Where the pages stand in the site.
  static let folder = "review/"

  let site: SiteContext
  let corpus: CorpusRecord
  let numbers: CorpusNumbers
  let diagnostics: [Diagnostic]
  let rules: [String: Rule]
  let findings: [ReviewPart<FileFindings>]
  let heat: [HeatGrouping: [ReviewPart<SheetRecord>]]
  let lacks: [ReviewPart<SheetRecord>]
  /// The file and the part of the findings in which each path stands.
  let places: [String: (part: Int, findings: FileFindings)]
  private let sheets: [String: SourceFile]
  private let sources: SourceSet

  init(_ site: SiteContext, _ analysis: Analysis, _ material: ReviewMaterial, includesDrafts: Bool) {
    self.site = site
    sources = material.sources
    sheets = Dictionary(material.sources.sheets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    rules = Dictionary(material.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let corpus = CorpusRecord(analysis, includesDrafts: includesDrafts, today: material.today)
    self.corpus = corpus
    numbers = CorpusNumbers(corpus, site.field(of: .cluster))
    // What is wrong with a sheet that nobody may read yet is nobody's business either.
    let hidden = Set(analysis.atlas.sheets.filter { !site.isPublished($0.id) }.map(\.path))
    diagnostics = material.diagnostics.filter { !hidden.contains($0.location.path) }
    let files = FileFindings.collect(diagnostics, site, records: corpus.records)
    findings = ReviewSite.split(files)
    heat = Dictionary(
      uniqueKeysWithValues: HeatGrouping.allCases.map { grouping in
        (grouping, ReviewPart.split(HeatMap.groups(corpus, grouping, site), limit: ReviewLimits.rowsPerPage))
      })
    lacks = ReviewPart.split(LacksPage.groups(corpus), limit: ReviewLimits.rowsPerPage)
    var places: [String: (part: Int, findings: FileFindings)] = [:]
    for (i, part) in findings.enumerated() {
      for file in part.groups.flatMap(\.items) { places[file.path] = (i + 1, file) }
    }
    self.places = places
  }

  private static func split(_ files: [FileFindings]) -> [ReviewPart<FileFindings>] {
    let sheets = files.filter { $0.sheet != nil }
    let others = files.filter { $0.sheet == nil }
    var groups = SheetKind.allCases.map { kind in
      let items = sheets.filter { $0.sheet?.kind == kind }
      return ReviewPart.Group(id: kind.collection, title: kind.pluralTitle, total: items.count, items: items)
    }
    groups.append(ReviewPart.Group(id: "other-files", title: "Other files", total: others.count, items: others))
    return ReviewPart.split(groups, limit: ReviewLimits.findingsPerPage) { $0.shown.count }
  }

  /// All pages, in the order of the navigation.
  package var pages: [ReviewPage] {
    ReviewTopic.all.flatMap { topic in (1...parts(of: topic)).map { ReviewPage(topic: topic, part: $0) } }
  }

  func parts(of topic: ReviewTopic) -> Int {
    switch topic {
    case .bySheet: findings.count
    case .completeness(let grouping): heat[grouping]?.count ?? 1
    case .lacks: lacks.count
    default: 1
    }
  }

  /// A file of the project, for excerpts.
  func source(_ path: String) -> SourceFile? { sheets[path] ?? sources.file(path) }
}
