import Diagnostics
import Markup
import SheetModel

/// The findings of a run, by sheet and by rule.
enum FindingsPage {
  static func bySheet(_ desk: ReviewDesk, part: Int) -> ReviewContent {
    var content = ReviewContent()
    let groups = desk.review.findings[part - 1].groups
    guard !groups.isEmpty else {
      content.html += nothing
      return content
    }
    var writer = FindingWriter(desk)
    for group in groups {
      let html = group.items.map { file($0, desk, &writer) }.joined()
      content.section("findings-" + group.id, group.title, count: group.total, html)
    }
    return content
  }

  private static let nothing: HTML = "<p class=\"note\">Nothing is reported: no errors, no warnings, no notes.</p>\n"

  private static func file(_ file: FileFindings, _ desk: ReviewDesk, _ writer: inout FindingWriter) -> HTML {
    let title = file.sheet.map(desk.sheet) ?? "\(file.title)"
    var html: HTML = "<div class=\"sub\" id=\"\(file.anchor)\">\n<h3>\(title) <span class=\"count\">\(file.total)</span></h3>\n"
    for (place, finding) in file.shown.enumerated() { html += writer.article(finding, anchor: file.anchor(of: place)) }
    html += ReviewWords.leftOut(
      file.total - file.shown.count, "finding", advice: "clusterbook check \(file.path) --format short shows all.")
    html += "</div>\n"
    return html
  }

  static func byRule(_ desk: ReviewDesk) -> ReviewContent {
    var content = ReviewContent()
    let groups = ruleGroups(desk.review)
    guard !groups.isEmpty else {
      content.html += nothing
      return content
    }
    var writer = FindingWriter(desk)
    for group in groups {
      content.section("rule-" + group.rule, group.rule, count: group.findings.count, rule(group, desk, &writer))
    }
    return content
  }

  typealias RuleGroup = (rule: String, severity: Severity, findings: [Diagnostic])

  /// The worst first, then those with most findings.
  static func ruleGroups(_ review: ReviewSite) -> [RuleGroup] {
    let groups = Dictionary(grouping: review.diagnostics, by: \.rule).map { rule, findings -> RuleGroup in
      (rule, findings.map(\.severity).max() ?? .note, findings.sorted(by: Diagnostic.inReportOrder))
    }
    return groups.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      return a.findings.count == b.findings.count ? a.rule < b.rule : a.findings.count > b.findings.count
    }
  }

  private static func rule(_ group: RuleGroup, _ desk: ReviewDesk, _ writer: inout FindingWriter) -> HTML {
    var html = HTML()
    if let rule = desk.review.rules[group.rule] {
      html += "<p class=\"statement\">\(rule.title).</p>\n<p class=\"section-intro\">\(rule.why)</p>\n"
    }
    var rows: [HTML] = []
    for finding in group.findings.prefix(ReviewLimits.placesPerRule) {
      let path = finding.location.path
      let shown = desk.review.places[path]?.findings
      let place = shown?.shown.firstIndex {
        $0.location == finding.location && $0.rule == finding.rule && $0.message == finding.message
      }
      let name: HTML =
        desk.findings(of: path, place: place).map { "<a href=\"\($0)\">\(shown?.title ?? path)</a>" } ?? "\(shown?.title ?? path)"
      let line = writer.line(finding.location).map(String.init) ?? ""
      rows.append(
        "<th scope=\"row\">\(name)</th><td class=\"num\">\(line)</td><td>\(finding.severity.rawValue)</td><td>\(finding.message)</td>"
      )
    }
    html += Table.make(
      caption: "Findings of the rule \(group.rule)",
      columns: [Column("Sheet"), Column("Line", number: true), Column("Severity"), Column("Finding")],
      className: "places", rows: rows)
    html += ReviewWords.leftOut(group.findings.count - rows.count, "finding", advice: "They stand with their sheets.")
    return html
  }
}
