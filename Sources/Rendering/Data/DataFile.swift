import SheetModel

/// A file of `data/`.
package enum DataFile: Hashable, Sendable {
  /// `data/index.html`: what every file holds.
  case page
  /// `data/datapackage.json`.
  case package
  /// `data/clusters.json`.
  case clusters
  /// `data/clusters.geojson`.
  case geoJSON
  /// `data/sheets.jsonl`: the records of all sheets, one a line.
  case records
  /// A CSV table, by its name.
  case table(String)
  /// The resolved JSON Schema of a kind.
  case schema(SheetKind)
  /// The whole record of a sheet.
  case record(SheetID)
  /// The sheet in BibTeX, the sheet in CSL-JSON, its sources in BibTeX.
  case bibTeX(SheetID), csl(SheetID), sourcesBibTeX(SheetID)

  package var address: String {
    switch self {
    case .page: "data/index.html"
    case .package: "data/datapackage.json"
    case .clusters: "data/clusters.json"
    case .geoJSON: "data/clusters.geojson"
    case .records: "data/sheets.jsonl"
    case .table(let name): "data/\(name).csv"
    case .schema(let kind): "data/schemas/\(kind.rawValue).schema.json"
    case .record(let id): "data/sheets/\(id.kind.rawValue)/\(id.id).json"
    case .bibTeX(let id): "data/cite/\(id.kind.rawValue)/\(id.id).bib"
    case .csl(let id): "data/cite/\(id.kind.rawValue)/\(id.id).json"
    // Ids hold no full stop, so this is no other sheet's file.
    case .sourcesBibTeX(let id): "data/cite/\(id.kind.rawValue)/\(id.id).sources.bib"
    }
  }

  /// The copy of a sheet's Markdown.
  static func markdown(_ id: SheetID) -> String { "data/sheets/\(id.kind.rawValue)/\(id.id).md" }

  /// The sheet that the file is about.
  var sheet: SheetID? {
    switch self {
    case .record(let id), .bibTeX(let id), .csl(let id), .sourcesBibTeX(let id): id
    default: nil
    }
  }
}

/// The tables of `data/`, and what the shape of all data promises.
package enum DataCatalogue {
  static let tables = [
    ClusterRows.table, FigureRows.table, PlayerRows.table, SourceRows.table, SheetRows.table, FormerIDRows.table,
  ]

  /// The names of the tables: `clusters` for `data/clusters.csv`.
  package static var tableNames: [String] { tables.map(\.name) }

  static func table(_ name: String) -> DataTable? { tables.first { $0.name == name } }

  /// The version of the shape of everything in `data/`: members and columns are added without a new one; one that goes, or comes to mean something else,
  /// makes a new one.
  static let version = 1
}
