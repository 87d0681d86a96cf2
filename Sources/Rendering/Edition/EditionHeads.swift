import Markup
import SheetModel

/// The running heads of a book: a named page for each sheet. No engine of a browser can take a running head from the page itself, and no page may
/// hold styles of its own, so they stand in a style sheet beside the document.
enum EditionHeads {
  static func css(_ edition: Edition) -> [UInt8] {
    var css =
      "/* Running heads of \(edition.id.address): each sheet has its number and name at the head of its pages. */\n@media print {\n"
    css += "@page { @top-left { content: \(Stylesheet.quoted(shortened(EditionWords.title(edition)))); } }\n"
    func head(_ anchor: String, _ page: String, _ text: String) {
      css += "@page \(page) { @top-right { content: \(Stylesheet.quoted(shortened(text))); } }\n#\(anchor) { page: \(page); }\n"
    }
    head(EditionAnchors.about, "about", EditionWords.aboutTitle)
    head(EditionAnchors.contents, "contents", "Contents")
    head(EditionAnchors.maps, "maps", EditionMaps.title(edition))
    for part in edition.parts { head(part.anchor, "part-\(part.letter.lowercased())", "\(part.letter)\u{2002}\(part.title)") }
    for entry in edition.entries {
      head(entry.anchor, "sheet-\(entry.number)", "\(entry.number)\u{2002}\(entry.sheet.name.value)")
    }
    for index in EditionIndexes.titles(edition) { head(index.anchor, index.anchor, index.title) }
    css += "@page cover { @top-left { content: none; } @top-right { content: none; } @bottom-right { content: none; } }\n}\n"
    return Array(css.utf8)
  }

  /// What fits into half a line.
  private static func shortened(_ text: String) -> String {
    guard text.count > 58 else { return text }
    let head = text.prefix(57)
    return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + "…"
  }
}
