import EcosystemSchema
import Markup
import SheetModel

/// From where a page of the review is written: what its links look like.
struct ReviewDesk {
  enum Form {
    /// A page of the site or of a folder of its own; both have the same files side by side.
    case pages
    /// Everything on one page.
    case single
  }

  let review: ReviewSite
  let scope: Scope
  let form: Form

  /// The address of a topic, or of a place in it.
  func href(_ topic: ReviewTopic, part: Int = 1, anchor: String? = nil) -> String {
    switch form {
    case .single: "#" + (anchor ?? topic.stem)
    case .pages: topic.file(part: part) + (anchor.map { "#" + $0 } ?? "")
    }
  }

  /// Where the findings of a file stand; nil where there are none, or where the one page leaves them out.
  func findings(of path: String, place: Int? = nil) -> String? {
    guard let (part, file) = review.places[path], form == .pages || part == 1 else { return nil }
    return href(.bySheet, part: part, anchor: place.map(file.anchor) ?? file.anchor)
  }

  func sheet(_ id: SheetID) -> HTML { scope.sheetLink(id) }

  /// A field's path as its titles say it: `Location: type of territory`.
  func title(of path: String, _ kind: SheetKind) -> String {
    scope.site.field(of: kind).map { GapList.name(of: path, $0) } ?? path
  }

  /// A count that leads to the findings of a sheet.
  func count(_ number: Int, of path: String) -> HTML {
    guard number > 0 else { return "–" }
    return findings(of: path).map { "<a href=\"\($0)\">\(number)</a>" } ?? "\(number)"
  }
}

/// What a page of the review holds, before it is framed.
struct ReviewContent {
  var html = HTML()
  var contents: [TableOfContents.Entry] = []

  mutating func section(_ id: String, _ title: String, count: Int? = nil, _ content: HTML) {
    html += Blocks.section(id: id, title: title, count: count, content)
    contents.append(.init(id: id, title: title))
  }
}

extension ReviewDesk {
  func content(_ page: ReviewPage) -> ReviewContent {
    switch page.topic {
    case .overview: OverviewPage.content(self)
    case .bySheet: FindingsPage.bySheet(self, part: page.part)
    case .byRule: FindingsPage.byRule(self)
    case .completeness(let grouping): HeatMap.content(self, grouping, part: page.part)
    case .lacks: LacksPage.content(self, part: page.part)
    case .sourcing: SourcingPage.content(self)
    case .freshness: FreshnessPage.content(self)
    case .orphans: OrphansPage.content(self)
    case .conflicts: ConflictsPage.content(self)
    }
  }

  /// The pages of a topic that is continued; nothing where one page holds it.
  func parts(_ page: ReviewPage) -> HTML {
    let count = review.parts(of: page.topic)
    guard count > 1 else { return HTML() }
    guard form == .pages else {
      return "<p class=\"note\">Part 1 of \(count). The others stand in the folder that --output-file html=… writes.</p>\n"
    }
    let links = (1...count).map { part -> HTML in
      let titles = partTitle(page.topic, part)
      return part == page.part
        ? "<li aria-current=\"page\">\(part) <span class=\"quiet\">\(titles)</span></li>"
        : "<li><a href=\"\(href(page.topic, part: part))\">\(part) <span class=\"quiet\">\(titles)</span></a></li>"
    }
    return "<nav class=\"parts\" aria-label=\"Parts of this list\"><ol>\(links.joined("\n"))</ol></nav>\n"
  }

  /// `Clusters, Aero to Biom`: the first and last name of a part.
  private func partTitle(_ topic: ReviewTopic, _ part: Int) -> String {
    switch topic {
    case .bySheet: span(review.findings[part - 1].groups.map { ($0.title, $0.items.map(\.title)) })
    case .completeness(let grouping):
      span((review.heat[grouping]?[part - 1].groups ?? []).map { ($0.title, $0.items.map(\.sheet.name.value)) })
    case .lacks: span(review.lacks[part - 1].groups.map { ($0.title, $0.items.map(\.sheet.name.value)) })
    default: ""
    }
  }

  private func span(_ groups: [(title: String, names: [String])]) -> String {
    guard let first = groups.first, let last = groups.last else { return "" }
    let letters = (Letters.of(first.names.first ?? ""), Letters.of(last.names.last ?? ""))
    return groups.count == 1
      ? "\(first.title), \(letters.0) to \(letters.1)" : "\(first.title), \(letters.0), to \(last.title), \(letters.1)"
  }
}
