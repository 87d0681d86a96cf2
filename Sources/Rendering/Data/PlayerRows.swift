import FrontMatter
import SheetModel

/// Every player of every published cluster.
enum PlayerRows {
  struct Row: Sendable {
    let sheet: Sheet
    let component: String
    let node: Node
    let names: SourceNames

    func text(_ key: String) -> DataCell {
      .text(of: node[key].flatMap { $0.isScalar && !$0.isBlank ? $0.text : nil })
    }
  }

  static let table = DataTable(
    "players", title: "Players",
    about:
      "One row for each player that the sheet of a published cluster names, in the order of the sheets. A player of several clusters, or with several parts, has several rows.",
    key: [], links: [.init(columns: ["cluster"], table: "clusters", to: ["id"])], columns: columns, rows: rows)

  static func rows(_ site: SiteContext, _ emit: (Row) throws -> Void) throws {
    let components = site.field(of: .cluster)?.child("players")?.children.map(\.key) ?? []
    for sheet in site.clusters.sorted(by: { $0.id < $1.id }) {
      guard let players = sheet.tree.root["players"] else { continue }
      let names = SourceNames(sheet)
      for component in components {
        guard let list = players[component] else { continue }
        for player in list.items where player["name"] != nil {
          try emit(Row(sheet: sheet, component: component, node: player, names: names))
        }
      }
    }
  }

  static let columns: [ColumnOf<Row>] = [
    ColumnOf("cluster", .code, about: "The cluster's id.", required: true) { .text($0.sheet.id.id) },
    ColumnOf(
      "component", .code, about: "The part of the ecosystem it belongs to, such as businesses or research.", required: true
    ) {
      .text($0.component)
    },
    ColumnOf("name", .text, about: "Its name as it writes it, without its legal form.", required: true) { $0.text("name") },
    ColumnOf("kind", .code, about: "What kind of player it is; the component says which there are.") { $0.text("kind") },
    ColumnOf(
      "role", .code, about: "What it is to the cluster beyond being there: anchor, founder, member, partner, host or funder."
    ) {
      $0.text("role")
    },
    ColumnOf(
      "country", .code, about: "The country its site in the cluster lies in (ISO 3166-1), where the cluster lies in several."
    ) {
      $0.text("country")
    },
    ColumnOf("url", .url, about: "Its website.") { $0.text("url") },
    ColumnOf("wikidata", .code, about: "Its Wikidata item, such as Q1132515.") { $0.text("wikidata") },
    ColumnOf("ror", .code, about: "Its identifier in the research organisation registry, without the address before it.") {
      $0.text("ror")
    },
    ColumnOf("since", .year, about: "The year from which it has been there.") { .integer(of: $0.node["since"]?.integer) },
    ColumnOf("sources", .codes, about: "The sheet's own ids of the sources, as in sources.csv.") { row in
      .codes(row.names.of(row.node["sources"]).map(\.id.value))
    },
    ColumnOf("note", .text, about: "A remark for readers.") { $0.text("note") },
  ]
}
