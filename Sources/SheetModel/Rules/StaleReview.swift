import Diagnostics

package enum StaleReview {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "stale-review", severity: .warning,
    title: "A published sheet was reviewed lately",
    why: """
      Clusters change names, grow and dissolve. A sheet that nobody has looked at for longer than `limits: {review_months: 24}` in \
      Site/site.yaml says so here; read it again, mend it, and set `review.checked_on` (or `review.drafted`) to the day.
      """,
    bad: Example("Sheets/concepts/example.md", example(drafted: "2001-05-04")),
    good: Example("Sheets/concepts/example.md", example(drafted: "2026-05-04")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard let review = sheet.tree.root["review"], let dated = review["checked_on"] ?? review["drafted"], let day = CalendarDate(dated.text)
    else { return [] }
    let months = context.today.months(since: day)
    guard months > context.limits.reviewMonths else { return [] }
    return [
      sheet.report(
        rule, at: dated.span, node: dated.index,
        "Review is \(months) months old; the limit is \(context.limits.reviewMonths)")
    ]
  }

  private static func example(drafted: String) -> String {
    "---\naim: draft\nname: Example\nreview: {author: editor, drafted: \(drafted), confidence: high}\n---\n"
  }
}
