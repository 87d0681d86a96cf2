import Diagnostics
import EcosystemSchema
import Markup
import SheetModel

/// How well the atlas is sourced: facts, letters, publishers.
enum SourcingPage {
  static func content(_ desk: ReviewDesk) -> ReviewContent {
    var content = ReviewContent()
    let review = desk.review
    let numbers = review.numbers
    let uses = SourceUse.collect(review.corpus.records)
    content.section("sourcing-facts", "Facts with a source", facts(review))
    content.section("sourcing-missing", "Facts without a source", missing(desk))
    content.section("sourcing-letters", "Reliability", tallies(numbers.reliability, "Letter", "Sources by reliability"))
    content.section("sourcing-types", "Kinds of source", tallies(numbers.sourceTypes, "Kind", "Sources by kind"))
    content.section("sourcing-publishers", "Publishers", publishers(uses))
    content.section("sourcing-once", "Sources cited once", once(uses, desk))
    return content
  }

  private static func facts(_ review: ReviewSite) -> HTML {
    func row(_ name: HTML, _ sourced: Int, _ total: Int) -> HTML {
      """
      <th scope="row">\(name)</th><td class="num">\(Numbers.grouped(total))</td><td class="num">\(Numbers.grouped(sourced))</td>\
      <td class="num">\(ReviewWords.share(sourced, of: total))</td>
      """
    }
    func body(_ title: String, _ rows: [HTML]) -> HTML {
      "<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">\(title)</th></tr>\n"
        + rows.map { "<tr>\($0)</tr>\n" as HTML }.joined() + "</tbody>\n"
    }
    let byTheme = Dictionary(grouping: review.corpus.records(of: .cluster)) { $0.sheet.cluster?.theme?.value ?? "" }
    let themes = review.numbers.themes.compactMap { theme -> HTML? in
      guard let records = byTheme[theme.id] else { return nil }
      return row("\(theme.title)", records.reduce(0) { $0 + $1.facts.sourced }, records.reduce(0) { $0 + $1.facts.total })
    }
    let kinds = review.numbers.facts.filter { $0.total > 0 }.map { row("\($0.kind.pluralTitle)", $0.sourced, $0.total) }
    let all = review.numbers.allFacts
    var bodies = body("By kind of sheet", kinds + [row("All", all.sourced, all.total)])
    if !themes.isEmpty { bodies += body("Clusters by theme", themes) }
    let columns = [
      Column("Sheets"), Column("Facts", number: true), Column("with a source", number: true), Column("Share", number: true),
    ]
    return """
      <p class="section-intro">A fact is a filled field that the schema marks as one; of a list each item counts. Its source is its own, or the sheet’s \
      evidence for the field.</p>
      \(Table.make(caption: "Number of facts with a source", columns: columns, narrow: true, bodies: bodies))
      """
  }

  private static func missing(_ desk: ReviewDesk) -> HTML {
    let records = desk.review.corpus.records.filter { !$0.facts.unsourced.isEmpty }.enumerated().sorted { a, b in
      let (x, y) = (a.element.facts.unsourced.count, b.element.facts.unsourced.count)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
    guard !records.isEmpty else { return "<p class=\"note\">Every fact has a source.</p>" }
    let rows = records.prefix(ReviewLimits.workList).map { record -> HTML in
      var fields: [String] = []
      for path in record.facts.unsourced.map({ desk.title(of: $0.value, record.sheet.id.kind) }) where !fields.contains(path) {
        fields.append(path)
      }
      return """
        <th scope="row">\(desk.sheet(record.sheet.id))</th><td class="num">\(record.facts.unsourced.count)</td>\
        <td>\(fields.prefix(8).joined(separator: "; "))\(fields.count > 8 ? "; \(fields.count - 8) more" : "")</td>
        """
    }
    let columns = [Column("Sheet"), Column("Facts", number: true), Column("Fields")]
    return Table.make(caption: "Sheets with facts without a source", columns: columns, className: "lacks", rows: rows)
      + ReviewWords.leftOut(records.count - rows.count, "sheet")
  }

  private static func tallies(_ tallies: [Tally], _ head: String, _ caption: String) -> HTML {
    let all = tallies.reduce(0) { $0 + $1.count }
    let rows = tallies.map {
      "<th scope=\"row\">\($0.title)</th><td class=\"num\">\(Numbers.grouped($0.count))</td><td class=\"num\">\(ReviewWords.share($0.count, of: all))</td>"
        as HTML
    }
    return Table.make(
      caption: caption, columns: [Column(head), Column("Sources", number: true), Column("Share", number: true)], narrow: true,
      rows: rows)
  }

  private static func publishers(_ uses: [SourceUse]) -> HTML {
    let all = PublisherUse.collect(uses)
    let rows = all.prefix(ReviewLimits.workList).map {
      "<th scope=\"row\">\($0.name)</th><td class=\"num\">\(Numbers.grouped($0.sources))</td><td class=\"num\">\(Numbers.grouped($0.sheets))</td>"
        as HTML
    }
    let columns = [Column("Publisher"), Column("Sources", number: true), Column("Sheets", number: true)]
    return
      "<p class=\"section-intro\">\(Wording.count(all.count, "publisher")); those on whom most sources rest come first.</p>\n"
      + Table.make(caption: "Publishers by number of sources", columns: columns, narrow: true, rows: rows)
      + ReviewWords.leftOut(all.count - rows.count, "publisher")
  }

  private static func once(_ uses: [SourceUse], _ desk: ReviewDesk) -> HTML {
    let single = uses.filter { $0.citations == 1 }
    let rows = single.prefix(ReviewLimits.workList).map { use -> HTML in
      let source = use.source
      let sheets = use.sheets.prefix(3).map { desk.sheet($0) }
      let title: HTML = source.url.map { Blocks.external($0, text: source.title) } ?? "\(source.title)"
      return """
        <th scope="row">\(title)</th><td>\(source.publisher ?? "")</td><td>\(source.reliability ?? "")</td>\
        <td>\(sheets.joined(", "))\(use.sheets.count > 3 ? " and \(use.sheets.count - 3) more" : "")</td>
        """
    }
    let share: String = ReviewWords.share(single.count, of: uses.count)
    let intro: HTML = """
      <p class="section-intro">\(Numbers.grouped(single.count)) of \(Wording.count(uses.count, "source")) (\(share)) \
      carry a single statement: read for one point, they may have more to say.</p>

      """
    guard !rows.isEmpty else { return intro }
    let columns = [Column("Title"), Column("Publisher"), Column("Letter"), Column("Sheet")]
    return intro + Table.make(caption: "Titles of sources cited once", columns: columns, className: "once", rows: rows)
      + ReviewWords.leftOut(single.count - rows.count, "source")
  }
}
