import Diagnostics
import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// Statements that do not agree: figures side by side, and relations that two sheets tell differently.
enum ConflictsPage {
  static func content(_ desk: ReviewDesk) -> ReviewContent {
    var content = ReviewContent()
    let found = desk.review.corpus.records.flatMap { record in conflicts(in: record.sheet).map { (record.sheet, $0) } }
    content.section("conflicts-figures", "Figures that differ", count: found.count, table(found, desk))
    let relations = desk.review.diagnostics.filter { $0.rule == "contradicting-relation" }
    content.section(
      "conflicts-relations", "Relations that two sheets tell differently", count: relations.count, list(relations, desk))
    return content
  }

  /// Figures about the same thing, year and scope of which at least two cannot both hold.
  static func conflicts(in sheet: Sheet) -> [[Figure]] {
    var order: [String] = []
    var groups: [String: [Figure]] = [:]
    for figure in sheet.figures {
      if groups[figure.subject] == nil { order.append(figure.subject) }
      groups[figure.subject, default: []].append(figure)
    }
    return order.compactMap { subject in
      guard let figures = groups[subject], let floor = figures.map(\.lowest).max(), let ceiling = figures.map(\.highest).min(),
        floor > ceiling
      else { return nil }
      return figures
    }
  }

  private static func table(_ conflicts: [(Sheet, [Figure])], _ desk: ReviewDesk) -> HTML {
    guard !conflicts.isEmpty else { return "<p class=\"note\">No two figures of a sheet contradict each other.</p>" }
    let shown = conflicts.prefix(2 * ReviewLimits.workList)
    let bodies = shown.map { sheet, figures -> HTML in
      let scope = Scope(desk.scope.site, desk.scope.address, sheet: sheet)
      let words = figures.map { FigureWords($0, scope) }
      guard let first = words.first else { return HTML() }
      let about = [first.label, first.figure.of, first.scopeLabel.lowercased(), first.year].compactMap { $0 }.joined(
        separator: ", ")
      let rows = words.map { row($0, sheet) }.joined()
      return
        "<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"5\">\(desk.sheet(sheet.id)) <span class=\"unit\">\(about)</span></th></tr>\n\(rows)</tbody>\n"
    }
    let columns = [Column("Figure"), Column("Value", number: true), Column("Unit"), Column("Sources"), Column("Note")]
    return """
      <p class="section-intro">Sources disagree, and both figures stay. A note on one of them that explains the difference settles the matter.</p>
      \(Table.make(caption: "Figures that differ, by sheet", columns: columns, className: "table-plain", bodies: bodies.joined()))
      \(ReviewWords.leftOut(conflicts.count - shown.count, "conflict"))
      """
  }

  private static func row(_ words: FigureWords, _ sheet: Sheet) -> HTML {
    let ids = words.node["sources"]?.items.map { $0.isMapping ? $0["id"]?.text ?? "" : $0.text } ?? []
    let sources = ids.map { id in
      guard let source = sheet.sources.first(where: { $0.id.value == id }) else { return id }
      return (source.publisher ?? source.title) + (source.reliability.map { " (\($0))" } ?? "")
    }
    return """
      <tr><th scope="row">\(words.figure.id.value)</th><td class="num">\(words.qualifier) \(words.value)</td><td>\(words.unit)</td>\
      <td>\(sources.joined(separator: "; "))</td><td>\(words.node["note"]?.text ?? "")</td></tr>

      """
  }

  private static func list(_ relations: [Diagnostic], _ desk: ReviewDesk) -> HTML {
    guard !relations.isEmpty else { return "<p class=\"note\">No two sheets contradict each other about a relation.</p>" }
    let shown = relations.prefix(2 * ReviewLimits.workList)
    let items = shown.map { finding -> HTML in
      let name = desk.review.places[finding.location.path]?.findings.title ?? finding.location.path
      let link: HTML = desk.findings(of: finding.location.path).map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
      return "\(link): \(finding.message)"
    }
    return Blocks.list(items, className: "items") + ReviewWords.leftOut(relations.count - shown.count, "relation")
  }
}
