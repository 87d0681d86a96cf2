import Diagnostics

package enum SizeContradiction {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "size-contradiction", severity: .warning,
    title: "The size class is the one that its own figure gives",
    why: """
      By jobs a cluster is very large from 100,000, large from 25,000, medium from 5,000 and small below. These thresholds are this atlas's own. \
      Where `size.figure` names a figure of jobs, class and figure have to agree; where they do not, one of the two is wrong or the figure counts \
      something else.
      """,
    bad: Example("Sheets/clusters/example.md", example(sizeClass: "small")),
    good: Example("Sheets/clusters/example.md", example(sizeClass: "large")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard let cluster = sheet.cluster, let written = cluster.sizeClass, written.value != "unknown",
      let figure = sheet.figures.first(where: { $0.id.value == cluster.sizeFigure }), figure.indicator.value == "employment",
      figure.qualifier != "target", let rank = classes.firstIndex(of: written.value)
    else { return [] }
    let lowest = sizeClass(jobs: figure.bounds.lowerBound)
    let highest = sizeClass(jobs: figure.bounds.upperBound)
    // A range, or "more than", may hold several classes.
    guard let first = classes.firstIndex(of: lowest), let last = classes.firstIndex(of: highest),
      !(first...max(first, last)).contains(rank)
    else { return [] }
    let given = rank < first ? lowest : highest
    return [
      sheet.report(
        rule, at: written.span,
        "Size class \(Wording.quoted(written.value)) does not fit its figure, which gives \(Wording.quoted(given))",
        notes: [Note(at: sheet.location(figure.valueSpan), "the figure")],
        fixes: [.replace(sheet.location(written.span), with: given, .needsReview)])
    ]
  }

  private static let classes = ["small", "medium", "large", "very-large"]

  /// The class of a number of jobs; the thresholds are those of the method page.
  package static func sizeClass(jobs: Double) -> String {
    jobs >= 100_000 ? "very-large" : jobs >= 25_000 ? "large" : jobs >= 5_000 ? "medium" : "small"
  }

  private static func example(sizeClass: String) -> String {
    """
    ---
    aim: draft
    name: Example
    size: {class: \(sizeClass), basis: employment, figure: jobs}
    figures:
      - {id: jobs, indicator: employment, value: 40000, year: 2022, scope: cluster, method: reported, sources: [s1]}
    sources:
      - {id: s1, type: official-report, title: Yearly report, reliability: A}
    ---
    """
  }
}
