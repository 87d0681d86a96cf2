import Markup
import SheetModel
import Templates

/// The bibliography: every source of every sheet once, by publisher, with the sheets that cite it.
enum SourcesPage {
  struct Entry {
    let source: SourceEntry
    var sheets: [SheetID]
  }

  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let entries = collect(site.atlas.sheets.filter { site.isPublished($0.id) })
    var letters: [(letter: String, entries: [Entry])] = []
    for entry in entries {
      let letter = Letters.of(heading(entry.source))
      if letters.last?.letter == letter {
        letters[letters.count - 1].entries.append(entry)
      } else {
        letters.append((letter, [entry]))
      }
    }
    let columns = [Column("Publisher"), Column("Title"), Column("Year", number: true), Column("Letter"), Column("Cited in")]
    let bodies = letters.map { body($0.entries, letter: $0.letter, scope) }.joined("\n")
    let table = Table.make(caption: "All sources by publisher", columns: columns, className: "bibliography", bodies: bodies)
    let content = Blocks.section(id: "all", title: "Bibliography", count: entries.count, table)
    let lead = "All \(Numbers.grouped(entries.count)) documents, pages and data sets that the sheets name, by publisher."
    var values = FrameValues.make(site, address, title: "Sources", description: lead)
    values.merge(
      ListPage.values(title: "Sources", lead: lead, az: Letters.navigation(Set(letters.map(\.letter))), content: content)
    ) { $1 }
    return values
  }

  /// Two entries with one address are one source; without an address the title and publisher decide.
  static func collect(_ sheets: [Sheet]) -> [Entry] {
    var places: [String: Int] = [:]
    var entries: [Entry] = []
    for sheet in sheets {
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
