import EcosystemSchema
import Markup
import SheetModel

/// A column of a table of `data/`: what its page says of it, what the data package declares, and under which name it is written.
struct DataColumn: Sendable {
  enum Form: Sendable {
    case text, code, integer, number, year, date, url, codes, texts
  }

  /// The column's name in CSV, and the member's in JSON unless `member` says otherwise.
  let name: String
  let form: Form
  /// The path of the field in the schema whose words and values hold for the column; nil where the program makes the value.
  let field: String?
  /// What stands in the column; nil takes the words of the schema.
  let about: String?
  let isRequired: Bool
  /// The name in JSON; `seat.city` is the member `city` of the object `seat`.
  let member: String

  /// What the schema says of the column.
  func field(in root: Field?) -> Field? { field.flatMap { root?.at($0) } }

  func description(_ root: Field?) -> String { about ?? field(in: root)?.description ?? Field.words(name) }

  /// The values that may stand here; empty where any may.
  func values(_ root: Field?) -> [String] { form == .code ? field(in: root)?.values.map(\.value) ?? [] : [] }
}

/// A table of `data/` in one place: its documentation, its declaration and the rows that are written all come from here.
struct DataTable: Sendable {
  /// Columns that name a row of another table.
  struct Link: Sendable {
    let columns: [String]
    let table: String
    let to: [String]
  }

  /// `clusters` for `data/clusters.csv`.
  let name: String
  let title: String
  let about: String
  /// The columns whose values together name a row.
  let key: [String]
  let links: [Link]
  /// The kind of sheet whose schema the columns' fields belong to, and where in it they begin.
  let schema: (kind: SheetKind, path: String)?
  let columns: [DataColumn]
  /// Hands on the rows one by one, each with a cell for every column.
  let rows: @Sendable (SiteContext, _ emit: ([DataCell]) throws -> Void) throws -> Void

  var address: String { "data/\(name).csv" }

  /// The part of the schema that the columns' fields are looked up in.
  func root(_ site: SiteContext) -> Field? {
    guard let schema, let root = site.field(of: schema.kind) else { return nil }
    return schema.path.isEmpty ? root : root.at(schema.path)
  }

  /// The whole file, in parts.
  func writeCSV(_ site: SiteContext, to emit: ([UInt8]) throws -> Void) throws {
    var csv = CSVWriter()
    for column in columns { csv.text(column.name) }
    csv.endRow()
    var waiting = 0
    try rows(site) { cells in
      for cell in cells { cell.write(into: &csv) }
      csv.endRow()
      waiting += 1
      // A write for each row would be slow, and the whole table in memory large.
      if waiting == 256 {
        try emit(csv.take())
        waiting = 0
      }
    }
    try emit(csv.take())
  }
}

/// A column together with the way to its value, for rows of one type.
struct ColumnOf<Row>: Sendable {
  let column: DataColumn
  let cell: @Sendable (Row) -> DataCell

  init(
    _ name: String, _ form: DataColumn.Form, field: String? = nil, about: String? = nil, required: Bool = false,
    member: String? = nil, _ cell: @escaping @Sendable (Row) -> DataCell
  ) {
    column = DataColumn(name: name, form: form, field: field, about: about, isRequired: required, member: member ?? name)
    self.cell = cell
  }
}

extension DataTable {
  init<Row: Sendable>(
    _ name: String, title: String, about: String, key: [String], links: [Link] = [], schema: (SheetKind, String)? = nil,
    columns: [ColumnOf<Row>],
    rows: @escaping @Sendable (SiteContext, _ emit: (Row) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.key = key
    self.links = links
    self.schema = schema
    self.columns = columns.map(\.column)
    self.rows = { site, emit in
      try rows(site) { row in try emit(columns.map { $0.cell(row) }) }
    }
  }
}
