import EcosystemSchema
import Markup
import SheetModel

/// What each sheet lacks for its aim, and for the tier after it.
enum LacksPage {
  /// By kind; within it the sheets that lack most for their aim first.
  static func groups(_ corpus: CorpusRecord) -> [ReviewPart<SheetRecord>.Group] {
    SheetKind.allCases.map { kind in
      let sorted = corpus.records(of: kind).enumerated().sorted { a, b in
        let (x, y) = (a.element.lacks.count, b.element.lacks.count)
        return x == y ? a.offset < b.offset : x > y
      }.map(\.element)
      return .init(id: kind.collection, title: kind.pluralTitle, total: sorted.count, items: sorted)
    }
  }

  static func content(_ desk: ReviewDesk, part: Int) -> ReviewContent {
    var content = ReviewContent()
    for group in desk.review.lacks[part - 1].groups {
      let rows = group.items.map { row($0, desk) }
      let columns = [
        Column("Sheet"), Column("Aim"), Column("Complete", number: true), Column("Lacks for its aim"),
        Column("For the next tier"),
      ]
      let table = Table.make(caption: "What \(group.title.lowercased()) lack", columns: columns, className: "lacks", rows: rows)
      content.section("lacks-" + group.id, group.title, count: group.total, table)
    }
    return content
  }

  private static func row(_ record: SheetRecord, _ desk: ReviewDesk) -> HTML {
    let kind = record.sheet.id.kind
    let next: HTML =
      record.next.map { next in
        next.lacks.isEmpty
          ? "<span class=\"quiet\">nothing: it could be \(next.tier.rawValue)</span>"
          : "<span class=\"quiet\">\(next.tier.rawValue):</span> \(words(next.lacks, kind, desk))"
      } ?? "–"
    return """
      <th scope="row">\(desk.sheet(record.sheet.id))</th><td>\(record.sheet.aim.value.rawValue)</td>\
      <td class="num">\(ReviewWords.percent(record.completeness.percent))</td>\
      <td>\(record.lacks.isEmpty ? "<span class=\"quiet\">nothing</span>" : words(record.lacks, kind, desk))</td><td>\(next)</td>
      """
  }

  /// The first is enough to begin with; a draft may lack thirty.
  private static func words(_ lacks: [Lack], _ kind: SheetKind, _ desk: ReviewDesk) -> HTML {
    let said = lacks.prefix(8).map { lack in
      // A lack of a whole field is said by the field's title, any other in its own words.
      lack.path == lack.what ? desk.title(of: lack.what, kind).loweringFirst : lack.what
    }
    return "\((said + (lacks.count > 8 ? ["\(lacks.count - 8) more"] : [])).joined(separator: "; "))"
  }
}

extension String {
  /// `Location: seat` within a line; an acronym keeps its capitals.
  fileprivate var loweringFirst: String { self == uppercased() ? self : prefix(1).lowercased() + dropFirst() }
}
