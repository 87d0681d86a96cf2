import Diagnostics
import Markup
import SheetModel

/// The first page of the review: numbers, where there is most to do, what else there is to see.
enum OverviewPage {
  static func content(_ desk: ReviewDesk) -> ReviewContent {
    var content = ReviewContent()
    content.html += tellers(desk.review)
    content.section("overview-work", "Where there is most to do", work(desk))
    content.section("overview-rules", "Findings by rule", rules(desk))
    if desk.form == .pages { content.section("overview-pages", "Further pages", pages(desk)) }
    return content
  }

  private static func tellers(_ review: ReviewSite) -> HTML {
    let facts = review.numbers.allFacts
    let short = review.corpus.records.count { !$0.lacks.isEmpty }
    func found(_ severity: Severity) -> String { Numbers.grouped(review.diagnostics.count { $0.severity == severity }) }
    var rows = [
      ("sheets", Numbers.grouped(review.corpus.records.count)), ("lack something for their aim", Numbers.grouped(short)),
      ("warnings", found(.warning)), ("notes", found(.note)),
    ]
    let errors = review.diagnostics.count { $0.severity == .error }
    if errors > 0 { rows.insert(("errors", Numbers.grouped(errors)), at: 2) }
    rows.append(("of the facts have a source", ReviewWords.share(facts.sourced, of: facts.total)))
    rows.append(("median completeness of clusters", ReviewWords.percent(review.numbers.medianScore)))
    return "<dl class=\"tellers\">\n" + rows.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" as HTML }.joined() + "</dl>\n"
  }

  /// A sheet with what there is to do about it.
  private struct Task {
    let record: SheetRecord
    let warnings: Int
    let notes: Int

    /// Compared one after the other: more of anything comes first, the less complete sheet comes first.
    var order: [Int] {
      [-record.lacks.count, -warnings, -record.facts.unsourced.count, -notes, record.completeness.percent ?? 100]
    }
    var isEmpty: Bool { record.lacks.isEmpty && warnings == 0 && notes == 0 && record.facts.unsourced.isEmpty }
  }

  private static func work(_ desk: ReviewDesk) -> HTML {
    let review = desk.review
    let byPath = Dictionary(grouping: review.diagnostics) { $0.location.path }
    let tasks = review.corpus.records.map { record -> Task in
      let found = byPath[record.sheet.path] ?? []
      return Task(record: record, warnings: found.count { $0.severity > .note }, notes: found.count { $0.severity == .note })
    }.filter { !$0.isEmpty }
    guard !tasks.isEmpty else {
      return "<p class=\"note\">Nothing is open: every sheet has what it aims at, and a source for every fact.</p>"
    }
    // Stable: sheets with as much to do stay in the order of their kinds and names.
    let sorted = tasks.enumerated().sorted { a, b in
      a.element.order == b.element.order ? a.offset < b.offset : a.element.order.lexicographicallyPrecedes(b.element.order)
    }.map(\.element)
    let rows = sorted.prefix(ReviewLimits.workList).map { row($0, desk) }
    let columns = [
      Column("Sheet"), Column("Kind"), Column("Aim"), Column("Complete", number: true), Column("Lacks for aim", number: true),
      Column("Facts without source", number: true),
      Column(review.diagnostics.contains { $0.severity == .error } ? "Errors and warnings" : "Warnings", number: true),
      Column("Notes", number: true),
    ]
    return Table.make(caption: "Sheets with most to do", columns: columns, className: "work", rows: Array(rows))
      + ReviewWords.leftOut(sorted.count - rows.count, "sheet", advice: "The other pages have them all.")
  }

  private static func row(_ task: Task, _ desk: ReviewDesk) -> HTML {
    let record = task.record
    let path = record.sheet.path
    func number(_ count: Int) -> String { count == 0 ? "–" : Numbers.grouped(count) }
    return """
      <th scope="row">\(desk.sheet(record.sheet.id))</th><td>\(record.sheet.id.kind.title)</td><td>\(record.sheet.aim.value.rawValue)</td>\
      <td class="num">\(ReviewWords.percent(record.completeness.percent))</td><td class="num">\(number(record.lacks.count))</td>\
      <td class="num">\(number(record.facts.unsourced.count))</td><td class="num">\(desk.count(task.warnings, of: path))</td>\
      <td class="num">\(desk.count(task.notes, of: path))</td>
      """
  }

  private static func rules(_ desk: ReviewDesk) -> HTML {
    let groups = FindingsPage.ruleGroups(desk.review)
    guard !groups.isEmpty else { return "<p class=\"note\">Nothing is reported: no errors, no warnings, no notes.</p>" }
    let rows = groups.map { group -> HTML in
      let files = Set(group.findings.map(\.location.path)).count
      return """
        <th scope="row"><a href="\(desk.href(.byRule, anchor: "rule-" + group.rule))">\(group.rule)</a></th><td>\(desk.review.rules[group.rule]?.title ?? "")</td>\
        <td>\(group.severity.rawValue)</td><td class="num">\(Numbers.grouped(group.findings.count))</td><td class="num">\(Numbers.grouped(files))</td>
        """
    }
    let columns = [
      Column("Rule"), Column("What it wants"), Column("Severity"), Column("Findings", number: true),
      Column("Files", number: true),
    ]
    return Table.make(caption: "Number of findings by rule", columns: columns, className: "rules", rows: rows)
  }

  private static func pages(_ desk: ReviewDesk) -> HTML {
    let items = ReviewTopic.all.filter { $0 != .overview }.map { topic -> HTML in
      "<li><h3><a href=\"\(desk.href(topic))\">\(topic.title)</a></h3><p>\(topic.lead)</p></li>\n"
    }
    return "<ul class=\"directory\">\n" + items.joined() + "</ul>"
  }
}
