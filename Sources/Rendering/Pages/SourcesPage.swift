import Markup
import SheetModel
import Templates

/// The bibliography: every source of every sheet once, by publisher, with the sheets that cite it.
enum SourcesPage {
  /// A source and the sheets that name it.
  struct Entry {
    let source: SourceEntry
    fileprivate(set) var sheets: [SheetID]
  }

  /// Up to so many sources stand on one page; more of them have a page for each letter.
  static let mostOnOnePage = 400

  /// The letters that have a page of their own; none where one page holds all.
  static func letters(_ sheets: [Sheet]) -> [String] {
    let entries = collect(sheets)
    guard entries.count > mostOnOnePage else { return [] }
    return grouped(entries).map(\.letter)
  }

  static func address(ofLetter letter: String) -> String { "sources/\(letter == "#" ? "others" : letter.lowercased()).html" }

  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let entries = site.bibliography
    let letters = grouped(entries)
    let lead = "All \(Numbers.grouped(entries.count)) documents, pages and data sets that the sheets name, by publisher."
    let isOnePage = entries.count <= mostOnOnePage
    let content =
      isOnePage
      ? Blocks.section(
        id: "all", title: "Bibliography", count: entries.count, table(letters, caption: "All sources by publisher", scope))
      : Blocks.section(id: "all", title: "Bibliography", count: entries.count, directory(letters, scope))
    var values = FrameValues.make(site, address, title: "Sources", description: lead)
    values.merge(
      ListPage.values(
        title: "Sources", lead: lead, az: isOnePage ? Letters.navigation(Set(letters.map(\.letter))) : navigation(letters, scope),
        content: content)
    ) { $1 }
    return values
  }

  /// The sources of publishers under one letter.
  static func values(_ site: SiteContext, _ address: String, letter: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let letters = grouped(site.bibliography)
    let here = letters.filter { $0.letter == letter }
    let name = letter == "#" ? "Others" : letter
    let title = "Sources: \(name)"
    let lead =
      letter == "#" ? "Sources whose publishers begin with no Latin letter." : "Sources whose publishers begin with \(letter)."
    var values = FrameValues.make(
      site, address, title: title, description: lead, crumbs: [.init("Sources", "sources.html"), .init(name)])
    let content = Blocks.section(
      id: "all", title: name, count: here.first?.entries.count, table(here, caption: "Sources by publisher: \(name)", scope))
    values.merge(ListPage.values(title: title, lead: lead, az: navigation(letters, scope), content: content)) { $1 }
    return values
  }

  private static func grouped(_ entries: [Entry]) -> [(letter: String, entries: [Entry])] {
    var letters: [(letter: String, entries: [Entry])] = []
    for entry in entries {
      let letter = Letters.of(heading(entry.source))
      if letters.last?.letter == letter {
        letters[letters.count - 1].entries.append(entry)
      } else {
        letters.append((letter, [entry]))
      }
    }
    return letters
  }

  private static func table(_ letters: [(letter: String, entries: [Entry])], caption: String, _ scope: Scope) -> HTML {
    let columns = [Column("Publisher"), Column("Title"), Column("Year", number: true), Column("Letter"), Column("Cited in")]
    let bodies = letters.map { body($0.entries, letter: $0.letter, scope) }.joined("\n")
    return Table.make(caption: caption, columns: columns, className: "bibliography", bodies: bodies)
  }

  /// The letters with their counts, and between which publishers each lies.
  private static func directory(_ letters: [(letter: String, entries: [Entry])], _ scope: Scope) -> HTML {
    let rows = letters.map { letter, entries -> HTML in
      let names = [entries.first, entries.last].compactMap { $0.map { heading($0.source) } }
      return """
        <th scope="row"><a href="\(scope.link(Self.address(ofLetter: letter)))">\(letter == "#" ? "Others" : letter)</a></th>\
        <td>\(names.first == names.last ? names.first ?? "" : names.joined(separator: " – "))</td><td class="num">\(Numbers.grouped(entries.count))</td>
        """
    }
    return Table.make(
      caption: "Sources by the publisher's first letter",
      columns: [Column("Letter"), Column("Publishers"), Column("Sources", number: true)],
      narrow: true, rows: rows)
  }

  private static func navigation(_ letters: [(letter: String, entries: [Entry])], _ scope: Scope) -> HTML {
    let items = letters.map { letter, _ -> HTML in
      let target = address(ofLetter: letter)
      return target == scope.address
        ? "<a href=\"\(scope.link(target))\" aria-current=\"page\">\(letter)</a>"
        : "<a href=\"\(scope.link(target))\">\(letter)</a>"
    }
    return "<nav class=\"az\" aria-label=\"A to Z\">\(items.joined())</nav>"
  }

  /// Two entries with one address are one source; without an address the title and publisher decide.
  static func collect(_ published: [Sheet]) -> [Entry] {
    var places: [String: Int] = [:]
    var entries: [Entry] = []
    for sheet in published {
      for source in sheet.sources {
        let key = source.url ?? "\(source.title)\u{0}\(source.publisher ?? "")"
        if let place = places[key] {
          if entries[place].sheets.last != sheet.id { entries[place].sheets.append(sheet.id) }
        } else {
          places[key] = entries.count
          entries.append(Entry(source: source, sheets: [sheet.id]))
        }
      }
    }
    // The key of the order is worked out once per entry, not once per comparison.
    let keyed = entries.map { (key: key($0.source), entry: $0) }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.entry)
  }

  /// `#` last, then by publisher and title, folded.
  private static func key(_ source: SourceEntry) -> [UInt8] {
    let heading = heading(source)
    let group: UInt8 = Letters.of(heading) == "#" ? 0xFF : 0
    let text =
      DiacriticFolding.fold(String(heading.drop { !$0.isLetter && !$0.isNumber })) + "\u{0}" + DiacriticFolding.fold(source.title)
      + "\u{0}" + (source.url ?? "")
    return [group] + Array(text.utf8)
  }

  private static func heading(_ source: SourceEntry) -> String { source.publisher ?? source.title }

  private static func body(_ entries: [Entry], letter: String, _ scope: Scope) -> HTML {
    var html: HTML = """
      <tbody id="\(Letters.anchor(letter))">
      <tr class="group"><th scope="rowgroup" colspan="5">\(letter == "#" ? "Others" : letter)</th></tr>

      """
    for entry in entries {
      let source = entry.source
      let title: HTML = source.url.map { Blocks.external($0, text: source.title) } ?? "\(source.title)"
      // A head with nothing in it is none.
      let head: HTML = source.publisher.map { "<th scope=\"row\">\($0)</th>" } ?? "<td></td>"
      html += """
        <tr>\(head)<td>\(title)</td><td class="num">\(source.year.map(String.init) ?? "")</td>\
        <td>\(source.reliability ?? "")</td><td>\(entry.sheets.map { scope.sheetLink($0) }.joined(", "))</td></tr>

        """
    }
    html += "</tbody>"
    return html
  }
}
