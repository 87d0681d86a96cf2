import Linking
import SheetModel

/// A file of `data/` that is about the whole atlas, as its page and the home page name it.
struct DataDocument: Sendable {
  let file: DataFile
  let title: String
  let about: String
  let mediaType: String

  var name: String { String(file.address.dropFirst("data/".count)) }
}

enum DataDocuments {
  static let all: [DataDocument] =
    [
      DataDocument(
        file: .clusters, title: "Clusters as JSON",
        about: "The list of clusters: the same as clusters.csv, with lists as lists and the seat as an object.",
        mediaType: "application/json"),
      DataDocument(
        file: .geoJSON, title: "Clusters as GeoJSON",
        about:
          "The seats of the clusters as points (RFC 7946, WGS 84), with the columns of clusters.csv as properties, and further places.",
        mediaType: "application/geo+json"),
      DataDocument(
        file: .records, title: "All sheets as JSON lines",
        about:
          "The whole record of every published sheet, one a line: all fields with their sources, and what is derived from other sheets.",
        mediaType: "application/jsonl"),
    ]
    + DataCatalogue.tables.map {
      DataDocument(file: .table($0.name), title: "\($0.title) as CSV", about: $0.about, mediaType: "text/csv")
    } + [
      DataDocument(
        file: .package, title: "Data package",
        about: "All tables with their columns, types and keys, as a data package that tools read (datapackage.org).",
        mediaType: "application/json")
    ]
}
