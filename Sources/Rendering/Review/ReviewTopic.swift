/// By what the heat map sorts the clusters into groups.
package enum HeatGrouping: String, CaseIterable, Sendable {
  case theme, region, tier
}

/// What a page of the review is about.
package enum ReviewTopic: Hashable, Sendable {
  case overview
  case bySheet
  case byRule
  case completeness(HeatGrouping)
  case lacks
  case sourcing
  case freshness
  case orphans
  case conflicts

  /// In the order of the review's navigation.
  static let all: [ReviewTopic] =
    [.overview, .bySheet, .byRule] + HeatGrouping.allCases.map { .completeness($0) } + [
      .lacks, .sourcing, .freshness, .orphans, .conflicts,
    ]

  /// The name of its first page without `.html`, and the anchor of its section where all stands on one page.
  package var stem: String {
    switch self {
    case .overview: "index"
    case .bySheet: "by-sheet"
    case .byRule: "by-rule"
    case .completeness(.theme): "completeness"
    case .completeness(let grouping): "completeness-by-\(grouping.rawValue)"
    case .lacks: "lacks"
    case .sourcing: "sourcing"
    case .freshness: "freshness"
    case .orphans: "orphans"
    case .conflicts: "conflicts"
    }
  }

  /// `by-sheet.html`, and `by-sheet-2.html` for what the first has no room for.
  package func file(part: Int = 1) -> String { part == 1 ? stem + ".html" : "\(stem)-\(part).html" }

  var title: String {
    switch self {
    case .overview: "What there is to do"
    case .bySheet: "Findings by sheet"
    case .byRule: "Findings by rule"
    case .completeness(let grouping): "Completeness by \(grouping.rawValue)"
    case .lacks: "What sheets lack for their aim"
    case .sourcing: "Sourcing"
    case .freshness: "Freshness"
    case .orphans: "Sheets without company"
    case .conflicts: "Conflicting statements"
    }
  }

  var lead: String {
    switch self {
    case .overview:
      "The atlas from the side of those who keep it. This is a list of work, longest first; it is no ranking of clusters."
    case .bySheet: "Everything that checking has to say, sheet by sheet, with the line it is about."
    case .byRule: "The same findings by the rule that reports them, with what the rule wants and why."
    case .completeness:
      "What each cluster’s sheet says of the kinds of player and of resource: the number of items, and how many of them have a source."
    case .lacks:
      "Each sheet says what it means to be: listed, publishable or full. This is what it lacks for that, and for the step after it."
    case .sourcing: "How much of what the sheets say can be followed to a source, and on whom the atlas leans."
    case .freshness: "How long ago sources were read and sheets were checked."
    case .orphans: "Sheets that no other sheet names, and inventories to which no cluster belongs."
    case .conflicts:
      "Figures that differ for one thing, year and scope, side by side, and relations about which two sheets disagree."
    }
  }
}
