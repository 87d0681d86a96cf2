import Linking
import Markup
import SheetModel
import Templates

/// A book as one document: the layout `edition` around its parts.
struct EditionDocument {
  let edition: Edition
  let templates: TemplateSet
  let assets: SiteAssets
  let pages: PageNumbers?

  /// A piece of the book; each begins a page.
  private enum Piece {
    case cover, about, contents, maps
    case opening(Int)
    case sheet(Int)
    case index(String)
  }

  /// - Parameter pages: from an earlier print of the same book; nil for the document on the site.
  func pieces() -> RenderedPieces {
    let (head, tail) = frame()
    let order = order()
    return RenderedPieces(count: order.count + 2) { i in
      if i == 0 { return head }
      return i <= order.count ? render(order[i - 1]).bytes : tail
    }
  }

  private func order() -> [Piece] {
    if edition.isTooLarge { return [.cover] }
    var pieces: [Piece] = [.cover, .about, .contents]
    if EditionMaps.exist(edition) { pieces.append(.maps) }
    var next = 0
    for (i, part) in edition.parts.enumerated() {
      pieces.append(.opening(i))
      pieces += part.entries.indices.map { .sheet(next + $0) }
      next += part.entries.count
    }
    return pieces + EditionIndexes.titles(edition).map { .index($0.anchor) }
  }

  private func render(_ piece: Piece) -> HTML {
    let lists = EditionLists(pages: pages)
    let front = EditionFront(edition: edition, lists: lists)
    switch piece {
    case .cover: return front.cover()
    case .about: return EditionWords.about(edition)
    case .contents: return front.contents()
    case .maps: return EditionMaps.section(edition)
    case .opening(let i): return EditionSheets(edition: edition).opening(edition.parts[i])
    case .sheet(let i): return EditionSheets(edition: edition).article(edition.entries[i])
    case .index(let anchor): return EditionIndexes(edition: edition, lists: lists).section(anchor)
    }
  }

  /// The layout before and after the place where the book goes.
  private func frame() -> (head: [UInt8], tail: [UInt8]) {
    let site = edition.site
    let address = edition.id.address
    let title = "Print edition" + (edition.partTitle.map { ": " + $0 } ?? "")
    var values = FrameValues.make(
      site, address, title: title, description: "\(EditionWords.title(edition)), to be printed.")
    values["page_title"] = .text(EditionWords.title(edition))
    let heads: HTML = "<link rel=\"stylesheet\" href=\"\(Address.link(from: address, to: edition.id.headsAddress))\">\n"
    if case .html(let more)? = values["head_extra"] {
      values["head_extra"] = .html(more + heads)
    } else {
      values["head_extra"] = .html(heads)
    }
    values["note"] = .html(pages == nil ? EditionNote.html(edition) : HTML())
    values["content"] = .html(EditionDocument.mark)
    assets.fill(&values, layout: "edition")
    let page = templates.render("edition", values)
    let mark = EditionDocument.mark.bytes
    guard let place = page.firstIndex(of: mark) else { return (page, []) }
    return (Array(page[..<place]), Array(page[(place + mark.count)...]))
  }

  /// Where the book goes; no text can hold it, since texts are escaped.
  private static let mark: HTML = "<!-- the book -->"
}

extension [UInt8] {
  /// Where some bytes stand first.
  fileprivate func firstIndex(of part: [UInt8]) -> Int? {
    guard let first = part.first, count >= part.count else { return nil }
    return (0...(count - part.count)).first { self[$0] == first && self[$0..<($0 + part.count)].elementsEqual(part) }
  }
}

/// What stands over the book on a screen: how to print it, and which other books there are.
enum EditionNote {
  static func html(_ edition: Edition) -> HTML {
    let site = edition.site
    let scope = Scope(site, edition.id.address)
    func link(_ id: EditionID, _ title: String) -> HTML {
      id == edition.id ? "<b>\(title)</b>" : "<a href=\"\(scope.link(id.address))\">\(title)</a>"
    }
    var rows: [HTML] = []
    let themes = site.themes.filter { site.editions.contains(.theme($0.id.id)) }
    let regions = site.geography.macroRegions.filter { site.editions.contains(.macroRegion($0.id)) }
    if site.editions.contains(.whole) { rows.append(link(.whole, "The whole atlas")) }
    if !themes.isEmpty { rows.append("By theme: \(themes.map { link(.theme($0.id.id), $0.name.value) }.joined(", "))") }
    if !regions.isEmpty { rows.append("By region: \(regions.map { link(.macroRegion($0.id), $0.name) }.joined(", "))") }
    let how: HTML =
      edition.isTooLarge
      ? """
      This edition would hold \(Numbers.grouped(edition.wanted)) sheets, more than the \(Numbers.grouped(EditionRoutes.mostDatasheets)) that one document \
      can well hold. It is therefore left out here; choose a part below.
      """
      : """
      This is the atlas as a book. Print it with your browser: paper A4 or Letter, the margins as given, background graphics on. \
      The command <code>clusterbook pdf</code> makes the same with page numbers in the contents and the index.
      """
    return """
      <aside class="edition-note no-print" aria-label="About printing">
      <p>\(how)</p>
      \(Blocks.list(rows, className: "items"))
      </aside>

      """
  }
}
