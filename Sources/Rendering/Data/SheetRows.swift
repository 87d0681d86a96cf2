import FrontMatter
import SheetModel

/// Every published sheet of every kind, and what tables about parts of sheets share.
enum SheetRows {
  struct Row: Sendable {
    let sheet: Sheet
    let site: SiteContext
  }

  static let table = DataTable(
    "sheets", title: "Sheets",
    about: "One row for each published sheet of any kind, by kind and id; the other tables point here.",
    key: ["kind", "id"],
    columns: [
      kind { $0.sheet },
      ColumnOf("id", .code, about: "The sheet's id, unique within its kind.", required: true) { .text($0.sheet.id.id) },
      ColumnOf("name", .text, about: "The name readers know it by.", required: true) { .text($0.sheet.name.value) },
      ColumnOf("page", .text, about: "The address of its page, from the site's root.") {
        .text(of: $0.site.plan.addresses[$0.sheet.id])
      },
      ColumnOf("data", .text, about: "The address of its whole record as JSON, from the site's root.") {
        .text(DataFile.record($0.sheet.id).address)
      },
      ColumnOf("summary", .text, about: "Two or three sentences on it.") { .text(of: $0.sheet.summary) },
      ColumnOf("tier", .code, about: "What the sheet is meant to be: listed, publishable or full.", required: true) {
        .text($0.sheet.aim.value.rawValue)
      },
      ColumnOf("reviewed", .date, about: "The day it was checked, else the day it was drafted.") {
        .text(of: $0.sheet.reviewed?.text)
      },
      ColumnOf("updated", .date, about: "The newest day the sheet gives: of its review, or on which a source was read.") {
        .text(of: $0.sheet.updated?.text)
      },
    ],
    rows: { site, emit in for sheet in sheets(site) { try emit(Row(sheet: sheet, site: site)) } })

  /// The published sheets, by kind and id.
  static func sheets(_ site: SiteContext) -> [Sheet] { site.atlas.sheets.filter { site.isPublished($0.id) } }

  static let link = DataTable.Link(columns: ["kind", "sheet"], table: "sheets", to: ["kind", "id"])

  static func kind<Row>(_ sheet: @escaping @Sendable (Row) -> Sheet) -> ColumnOf<Row> {
    ColumnOf(
      "kind", .code, about: "The kind of sheet: \(SheetKind.allCases.map(\.rawValue).joined(separator: ", ")).", required: true
    ) {
      .text(sheet($0).id.kind.rawValue)
    }
  }

  static func sheet<Row>(_ sheet: @escaping @Sendable (Row) -> Sheet) -> ColumnOf<Row> {
    ColumnOf("sheet", .code, about: "The sheet's id, unique within its kind.", required: true) { .text(sheet($0).id.id) }
  }
}

/// Every source of every published sheet.
enum SourceRows {
  struct Row: Sendable {
    let sheet: Sheet
    let node: Node

    func text(_ key: String) -> DataCell {
      .text(of: node[key].flatMap { $0.isScalar && !$0.isBlank ? $0.text : nil })
    }
  }

  static let table = DataTable(
    "sources", title: "Sources",
    about:
      "One row for each source that a published sheet lists, in the order of the sheets. A document that several sheets cite has a row for each.",
    key: ["kind", "sheet", "id"], links: [SheetRows.link], schema: (.cluster, "sources"),
    columns: [
      SheetRows.kind { $0.sheet },
      SheetRows.sheet { $0.sheet },
      ColumnOf("id", .code, about: "The source's id within its sheet.", required: true) { $0.text("id") },
      ColumnOf("type", .code, field: "type", required: true) { $0.text("type") },
      ColumnOf("title", .text, field: "title", required: true) { $0.text("title") },
      ColumnOf("author", .text, field: "author") { $0.text("author") },
      ColumnOf("publisher", .text, about: "Who published it.") { $0.text("publisher") },
      ColumnOf("year", .year, field: "year") { .integer(of: $0.node["year"]?.integer) },
      ColumnOf("url", .url, field: "url") { $0.text("url") },
      ColumnOf("archived", .url, field: "archived") { $0.text("archived") },
      ColumnOf("read_on", .date, field: "read_on") { row in
        .text(of: row.node["read_on"].flatMap { CalendarDate($0.text) }?.text)
      },
      ColumnOf("copy", .code, field: "copy") { $0.text("copy") },
      ColumnOf("lang", .code, field: "lang") { $0.text("lang") },
      ColumnOf("licence", .text, field: "licence") { $0.text("licence") },
      ColumnOf("reliability", .code, field: "reliability", required: true) { $0.text("reliability") },
      ColumnOf("note", .text, field: "note") { $0.text("note") },
    ],
    rows: { site, emit in
      for sheet in SheetRows.sheets(site) {
        guard let list = sheet.tree.root["sources"] else { continue }
        for source in list.items where source["id"] != nil { try emit(Row(sheet: sheet, node: source)) }
      }
    })
}

/// The ids that sheets had before.
enum FormerIDRows {
  struct Row: Sendable {
    let redirect: Redirect
    let site: SiteContext
  }

  static let table = DataTable(
    "former-ids", title: "Former ids",
    about:
      "One row for each id that a published sheet had before. A page at its old address leads on to the new one; a server can make real redirects of this table.",
    key: ["kind", "former_id"],
    links: [.init(columns: ["kind", "id"], table: "sheets", to: ["kind", "id"])],
    columns: [
      SheetRows.kind { $0.redirect.sheet },
      ColumnOf("former_id", .code, about: "The id it had.", required: true) { .text($0.redirect.former.value) },
      ColumnOf("id", .code, about: "The id it has.", required: true) { .text($0.redirect.sheet.id.id) },
      ColumnOf("former_page", .text, about: "The old address of its page, from the site's root.", required: true) {
        .text($0.redirect.address)
      },
      ColumnOf("page", .text, about: "The address of its page, from the site's root.") {
        .text(of: $0.site.plan.addresses[$0.redirect.sheet.id])
      },
    ],
    rows: { site, emit in
      for redirect in Redirect.all(SheetRows.sheets(site)) { try emit(Row(redirect: redirect, site: site)) }
    })
}
