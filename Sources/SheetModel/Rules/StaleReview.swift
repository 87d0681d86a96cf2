import Diagnostics

package enum StaleReview {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "stale-review", severity: .warning,
    title: "A published sheet was reviewed lately",
    why: """
      Clusters change names, grow and dissolve. A sheet that nobody has looked at for longer than `limits: {review_months: 24}` in \
      Site/site.yaml allows says so here, drafts apart; read it again, mend it, and set `review.checked_on` (or `review.drafted`) to the day.
      """,
    bad: Example("Sheets/concepts/example.md", example(drafted: "2001-05-04")),
    good: Example("Sheets/concepts/example.md", example(drafted: "2026-05-04")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard !sheet.isDraft, let review = sheet.tree.root["review"] else { return [] }
    let days = ["checked_on", "drafted"].compactMap { key in
      review[key].flatMap { node in CalendarDate(node.text).map { (day: $0, node: node) } }
    }
    guard let (day, dated) = days.max(by: { $0.day < $1.day }) else { return [] }
    let months = context.today.months(since: day)
    guard months > context.limits.reviewMonths else { return [] }
    return [
      sheet.report(
        rule, at: dated.span,
        "Review is \(Wording.count(months, "month")) old; the limit is \(Wording.grouped(context.limits.reviewMonths))")
    ]
  }

  private static func example(drafted: String) -> String {
    """
    ---
    aim: listed
    name: Example
    framework: spatial
    summary: A text.
    definition: A text.
    sources:
      - {id: s1, type: academic, title: A book, publisher: One, reliability: A}
    review: {author: editor, drafted: \(drafted), confidence: high}
    ---

    A text [@s1].
    """
  }
}
