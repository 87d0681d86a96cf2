import Linking
import Markup
import SheetModel

/// Lists that lead into the book, with the numbers of sheets and, where they are known, of pages.
struct EditionLists {
  /// nil for the edition on the site: engines that can count pages while they lay them out put the numbers in by the style sheet.
  let pages: PageNumbers?

  /// A line that leads to an anchor: number, title, page.
  func line(_ anchor: String, number: String, title: HTML) -> HTML {
    let lead: HTML = "<span class=\"n\">\(number)</span> <span class=\"title\">\(title)</span>"
    guard let pages else { return "<a class=\"page-of\" href=\"#\(anchor)\">\(lead)</a>" }
    // Three figures wide even while nothing is known, so that no line breaks otherwise the second time.
    let page = pages.byAnchor[anchor].map { "\($0)" } ?? "000"
    return "<a href=\"#\(anchor)\">\(lead) <span class=\"folio\">\(page)</span></a>"
  }

  /// A name with the number of its sheet, for indexes, and the page where it is known.
  func mention(_ entry: Edition.Entry, title: HTML) -> HTML {
    let lead: HTML = "\(title) <span class=\"n\">\(entry.number)</span>"
    guard let pages else { return "<a class=\"page-of\" href=\"#\(entry.anchor)\">\(lead)</a>" }
    let page = pages.byAnchor[entry.anchor].map { "\($0)" } ?? "000"
    return "<a href=\"#\(entry.anchor)\">\(lead)<span class=\"folio\">, p.\u{A0}\(page)</span></a>"
  }

  /// Sheets by their numbers, without pages.
  static func entries(_ entries: [Edition.Entry], className: String) -> HTML {
    var html: HTML = "<ol class=\"\(className)\">\n"
    for entry in entries {
      html += """
        <li><a href="#\(entry.anchor)"><span class="n">\(entry.number)</span> <span class="title">\(entry.sheet.name.value)</span></a>\
        \(place(entry))</li>

        """
    }
    html += "</ol>\n"
    return html
  }

  private static func place(_ entry: Edition.Entry) -> HTML {
    guard let seat = entry.sheet.cluster?.seat else { return HTML() }
    return " <span class=\"quiet\">\(seat.city)</span>"
  }
}
