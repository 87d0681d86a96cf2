import Diagnostics
import FrontMatter
import Markup
import SheetModel

/// How old the atlas is: when sources were read, when sheets were checked.
enum FreshnessPage {
  static func content(_ desk: ReviewDesk) -> ReviewContent {
    var content = ReviewContent()
    let numbers = desk.review.numbers
    content.section("freshness-bands", "Ages", bands(numbers))
    content.section("freshness-oldest", "Reviews, the oldest first", oldest(desk))
    let undated = undated(desk)
    if !undated.isEmpty { content.section("freshness-undated", "Sources without a day of reading", undated) }
    return content
  }

  private static func bands(_ numbers: CorpusNumbers) -> HTML {
    let sources = numbers.reading.reduce(0) { $0 + $1.count }
    let sheets = numbers.review.reduce(0) { $0 + $1.count }
    let rows = zip(numbers.reading, numbers.review).map { reading, review -> HTML in
      """
      <th scope="row">\(reading.band.rawValue)</th><td class="num">\(Numbers.grouped(reading.count))</td>\
      <td class="num">\(ReviewWords.share(reading.count, of: sources))</td><td class="num">\(Numbers.grouped(review.count))</td>\
      <td class="num">\(ReviewWords.share(review.count, of: sheets))</td>
      """
    }
    let columns = [
      Column("Age"), Column("Sources read", number: true), Column("Share", number: true), Column("Sheets reviewed", number: true),
      Column("Share", number: true),
    ]
    return Table.make(caption: "Age of readings and reviews", columns: columns, narrow: true, rows: rows)
  }

  private static func oldest(_ desk: ReviewDesk) -> HTML {
    let corpus = desk.review.corpus
    let records = corpus.records.filter { $0.sheet.id.kind != .theme }
    let checked = records.count { isChecked($0) }
    // Sheets that nobody has signed come before all others.
    let sorted = records.enumerated().sorted { a, b in
      switch (a.element.reviewed, b.element.reviewed) {
      case (let x?, let y?): x == y ? a.offset < b.offset : x < y
      case (nil, nil): a.offset < b.offset
      case (let x, _): x == nil
      }
    }.map(\.element)
    let rows = sorted.prefix(ReviewLimits.workList).map { record -> HTML in
      let band = AgeBand(record.reviewed, today: corpus.today)
      return """
        <th scope="row">\(desk.sheet(record.sheet.id))</th><td>\(record.sheet.id.kind.title)</td><td class="nowrap">\(record.reviewed?.text ?? "–")</td>\
        <td>\(band.rawValue)</td><td>\(isChecked(record) ? "yes" : "no")</td>
        """
    }
    let columns = [Column("Sheet"), Column("Kind"), Column("Last review"), Column("Age"), Column("Checked by a second person")]
    return """
      <p class="section-intro">\(Numbers.grouped(checked)) of \(Wording.count(records.count, "sheet")) have been checked by a second person.</p>
      \(Table.make(caption: "Sheets by the day of their review", columns: columns, rows: rows))
      \(ReviewWords.leftOut(sorted.count - rows.count, "sheet"))
      """
  }

  private static func isChecked(_ record: SheetRecord) -> Bool {
    record.sheet.tree.root.at("review.checked_by").map { !$0.isBlank } ?? false
  }

  private static func undated(_ desk: ReviewDesk) -> HTML {
    let found = desk.review.corpus.records.map { ($0, $0.read.count { $0 == nil }) }.filter { $0.1 > 0 }
    guard !found.isEmpty else { return HTML() }
    let rows = found.prefix(ReviewLimits.workList).map { record, count -> HTML in
      "<th scope=\"row\">\(desk.sheet(record.sheet.id))</th><td class=\"num\">\(count)</td><td class=\"num\">\(record.sheet.sources.count)</td>"
    }
    let columns = [Column("Sheet"), Column("Without a day", number: true), Column("Sources", number: true)]
    return Table.make(caption: "Number of sources without a day of reading", columns: columns, narrow: true, rows: rows)
      + ReviewWords.leftOut(found.count - rows.count, "sheet")
  }
}
