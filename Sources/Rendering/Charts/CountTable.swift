import Markup

/// Counts as a table in which every row has a bar: chart and table in one, so that neither can say what the other does not.
struct CountTable {
  struct Row {
    /// What is counted, ready to show.
    let name: HTML
    let count: Int
    /// Where the things counted are listed.
    var href: String?
    /// A second number beside the count, such as how many of them have a source.
    var further: Int?
    /// What the bar is coloured by: `theme-3`.
    var className: String?
  }

  /// Read aloud, and unique on its page.
  let caption: String
  /// The heads of the columns: what is counted, the count, and the second number where rows have one.
  let heads: [String]
  let rows: [Row]

  /// Lengths are on a common scale of hundred steps, the largest count being all of it.
  var html: HTML {
    let most = max(1, rows.map(\.count).max() ?? 1)
    let hasFurther = heads.count > 2
    var body: HTML = "<tbody>\n"
    for row in rows {
      let length = (row.count * 100 + most / 2) / most
      let bar: HTML =
        row.count == 0
        ? HTML()
        : """
        <svg class="count-bar\(row.className.map { " " + $0 } ?? "")" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
        <rect class="bar" width="\(max(1, length))" height="10"/></svg>
        """
      let number: HTML =
        row.count == 0
        ? "<span class=\"zero\">0</span>"
        : row.href.map { "<a href=\"\($0)\">\(Numbers.grouped(row.count))</a>" } ?? "\(Numbers.grouped(row.count))"
      let second: HTML = hasFurther ? "<td class=\"num\">\(row.further.map(Numbers.grouped) ?? "")</td>" : HTML()
      body +=
        "<tr><th scope=\"row\">\(row.name)</th><td class=\"num\">\(number)</td>\(second)<td class=\"bar-cell\">\(bar)</td></tr>\n"
    }
    body += "</tbody>"
    let numbers = heads.dropFirst().map { Column($0, number: true) }
    // The bars say nothing that the numbers do not, but a head may not be empty.
    let columns = [Column(heads.first ?? "")] + numbers + [Column("Compared")]
    return Table.make(caption: caption, columns: columns, className: "counts", narrow: true, bodies: body)
  }
}
