import Linking
import Markup
import SheetModel
import Templates

/// Who works with whom: map, table of relations, table of shared programmes.
enum NetworkPage {
  /// So many relations stand in the table; the data has all.
  private static let mostRows = 400
  /// So many programmes, and so many clusters of each.
  private static let mostProgrammes = 200
  private static let mostMembers = 40

  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead = "Which clusters work together, and under which programmes, as far as their sheets say so."
    let map = NetworkMap(scope)
    let content = relations(scope) + programmes(scope) + reading(map, scope)
    var values = FrameValues.make(
      site, address, title: "Network", description: lead,
      contents: [
        .init(id: "relations", title: "Relations"), .init(id: "programmes", title: "Shared programmes"),
        .init(id: "reading", title: "What is left out"),
      ])
    values.merge(ListPage.values(title: "Network", lead: lead, map: map.html, content: content)) { $1 }
    return values
  }

  private static func relations(_ scope: Scope) -> HTML {
    let words = NetworkWords(scope)
    let ties = scope.site.network.ties
    guard !ties.isEmpty else {
      return Blocks.section(
        id: "relations", title: "Relations", count: 0, "<p class=\"quiet\">No sheet names a relation yet.</p>")
    }
    let named = ties.enumerated().map { (tie: $1, from: words.name($1.from), to: words.name($1.to), number: $0) }
    let sorted = named.sorted { a, b in
      if a.from != b.from { return DiacriticFolding.precedes(a.from, b.from) }
      return a.to == b.to ? a.number < b.number : DiacriticFolding.precedes(a.to, b.to)
    }
    let rows = sorted.prefix(mostRows).map { row($0.tie, words) }
    let columns = ["From", "To", "Type", "Programme", "Years", "Sources"].map { Column($0) }
    var content: HTML = """
      <p class="section-intro">A relation that both sheets state stands once. The first column has the sheet that says it; for most types the two sides are \
      equal.</p>

      """
    content += Table.make(caption: "Relations between clusters", columns: columns, className: "relations", rows: Array(rows))
    if ties.count > mostRows {
      content +=
        "\n<p class=\"note\">\(Numbers.grouped(ties.count - mostRows)) more are on the clusters’ own pages and in <a href=\"\(scope.link("data/graph.json"))\">the data</a>.</p>"
    }
    return Blocks.section(id: "relations", title: "Relations", count: ties.count, content)
  }

  private static func row(_ tie: ClusterNetwork.Tie, _ words: NetworkWords) -> HTML {
    let notes = tie.said.compactMap { words.node($0)?["note"] }.filter { !$0.isBlank }.map { Blocks.note($0.text) }.joined()
    let programme = tie.programme.map { words.scope.sheetLink($0) } ?? HTML()
    return """
      <th scope="row">\(words.link(tie.from))\(notes)</th><td>\(words.link(tie.to))</td><td>\(words.type(tie.type))</td><td>\(programme)</td>\
      <td class="nowrap">\(words.years(tie))</td><td class="cited">\(words.sources(tie))</td>
      """
  }

  private static func programmes(_ scope: Scope) -> HTML {
    let shared = scope.site.network.programmes.filter { $0.members.count > 1 }
    guard !shared.isEmpty else {
      return Blocks.section(
        id: "programmes", title: "Shared programmes", count: 0,
        "<p class=\"quiet\">No two clusters name the same programme yet.</p>")
    }
    let rows = shared.prefix(mostProgrammes).map { programme -> HTML in
      let name = programme.sheet.map { scope.sheetLink($0) } ?? "\(programme.name)"
      return """
        <th scope="row">\(name)</th><td>\(programme.kind.rawValue.prefix(1).uppercased() + programme.kind.rawValue.dropFirst())</td>\
        <td class="num">\(Numbers.grouped(programme.members.count))</td><td>\(members(programme, scope))</td>
        """
    }
    var content: HTML = """
      <p class="section-intro">Policies that several clusters name, programmes and initiatives under which they work together, and labels that they hold.</p>

      """
    content += Table.make(
      caption: "Programmes that clusters share",
      columns: [Column("Programme"), Column("Kind"), Column("Clusters", number: true), Column("Which")], className: "programmes",
      rows: Array(rows))
    if shared.count > mostProgrammes {
      content +=
        "\n<p class=\"note\">\(Numbers.grouped(shared.count - mostProgrammes)) more are in <a href=\"\(scope.link("data/graph.json"))\">the data</a>.</p>"
    }
    return Blocks.section(id: "programmes", title: "Shared programmes", count: shared.count, content)
  }

  /// The clusters by name.
  private static func members(_ programme: SharedProgramme, _ scope: Scope) -> HTML {
    let sheets = SiteContext.byName(programme.members.compactMap { scope.site.atlas[SheetID(.cluster, $0.cluster)] })
    let names = sheets.prefix(mostMembers).map { scope.sheetLink($0.id) }.joined(", ")
    guard sheets.count > mostMembers else { return names }
    let rest: HTML = "\(Numbers.grouped(sheets.count - mostMembers)) more"
    guard let id = programme.sheet, let page = scope.site.link(from: scope.address, to: id) else { return "\(names) and \(rest)" }
    return "\(names) and <a href=\"\(page)\">\(rest)</a>"
  }

  private static func reading(_ map: NetworkMap, _ scope: Scope) -> HTML {
    var items: [HTML] = map.leftOut.map { "\($0)" }
    let unpublished = scope.site.network.unpublished
    if unpublished > 0 {
      items.append(
        "\(Numbers.plural(unpublished, "relation")) to sheets that are not published \(unpublished == 1 ? "is" : "are") in no list."
      )
    }
    items.append(
      "That two clusters share a programme is no line on the map: a programme of two hundred clusters would be twenty thousand lines."
    )
    items.append("What no sheet says is not here. A cluster without relations may have many that nobody has written down.")
    items.append(
      "The whole graph, with the ties of clusters to policies, initiatives and concepts: <a href=\"\(scope.link("data/graph.json"))\">graph.json</a>."
    )
    return Blocks.section(id: "reading", title: "What is left out", Blocks.list(items, className: "items"))
  }
}
