import EcosystemSchema
import Markup
import SheetModel

/// `data/datapackage.json`: a data package (datapackage.org, version 2, readable as version 1) that declares every table with its columns and keys.
enum DataPackage {
  static func json(_ site: SiteContext) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      let configuration = site.configuration
      json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
      if let base = configuration.baseURL { json.member("id", base + DataFile.package.address) }
      let name = SheetID.slug(of: configuration.title)
      json.member("name", name.isEmpty ? "atlas" : name)
      json.member("title", configuration.title)
      if let subtitle = configuration.subtitle { json.member("description", subtitle) }
      if let base = configuration.baseURL { json.member("homepage", base) }
      if let day = newest(site) { json.member("version", version(of: day)) }
      if let licence = Licence(configuration.licence) {
        json.lineBreak()
        json.key("licenses")
        json.array { $0.object { licence.write(into: &$0) } }
      }
      if let publisher = configuration.publisher {
        json.key("contributors")
        json.array {
          $0.object {
            $0.member("title", publisher)
            $0.member("roles", ["publisher"])
          }
        }
      }
      json.key("sources")
      json.array { json in for source in sources { json.object { source.write(into: &$0) } } }
      json.lineBreak()
      json.key("resources")
      json.array { json in
        for table in DataCatalogue.tables {
          json.lineBreak()
          json.object { resource(table, site, into: &$0) }
        }
        json.lineBreak(closing: true)
      }
    }
    return json.take() + [0x0A]
  }

  /// Where the data come from beside the sheets; each statement's own sources stand in the table of sources.
  private static let sources = [
    Source(title: "The sources that each sheet names", path: "sources.csv"),
    Source(
      title: "Country codes and regions of UN M49: datasets/country-codes", path: "https://github.com/datasets/country-codes"),
    Source(title: "Codes of ISO 3166-2: iso-codes", path: "https://salsa.debian.org/iso-codes-team/iso-codes"),
  ]

  private struct Source {
    let title: String
    let path: String

    func write(into json: inout JSONWriter) {
      json.member("title", title)
      json.member("path", path)
    }
  }

  private static func resource(_ table: DataTable, _ site: SiteContext, into json: inout JSONWriter) {
    json.member("name", table.name)
    json.member("type", "table")
    // For readers of version 1.
    json.member("profile", "tabular-data-resource")
    json.member("path", String(table.address.dropFirst("data/".count)))
    json.member("title", table.title)
    json.member("description", table.about)
    json.member("format", "csv")
    json.member("mediatype", "text/csv")
    json.member("encoding", "utf-8")
    json.key("schema")
    json.object { json in
      let root = table.root(site)
      json.key("fields")
      json.array { json in
        for column in table.columns {
          json.lineBreak()
          json.object { field(column, root, into: &$0) }
        }
      }
      json.member("missingValues", [""])
      if !table.key.isEmpty { json.member("primaryKey", table.key) }
      guard !table.links.isEmpty else { return }
      json.key("foreignKeys")
      json.array { json in
        for link in table.links {
          json.object {
            $0.member("fields", link.columns)
            $0.key("reference")
            $0.object {
              $0.member("resource", link.table)
              $0.member("fields", link.to)
            }
          }
        }
      }
    }
  }

  private static func field(_ column: DataColumn, _ root: Field?, into json: inout JSONWriter) {
    json.member("name", column.name)
    switch column.form {
    case .integer, .year: json.member("type", "integer")
    case .number: json.member("type", "number")
    case .date: json.member("type", "date")
    case .url:
      json.member("type", "string")
      json.member("format", "uri")
    case .text, .code, .codes, .texts: json.member("type", "string")
    }
    json.member("description", column.description(root))
    let values = column.values(root)
    guard column.isRequired || !values.isEmpty else { return }
    json.key("constraints")
    json.object {
      if column.isRequired { $0.member("required", true) }
      if !values.isEmpty { $0.member("enum", values) }
    }
  }

  /// The newest day that any published sheet gives.
  static func newest(_ site: SiteContext) -> CalendarDate? { SheetRows.sheets(site).compactMap(\.updated).max() }

  /// The day as a version that tools can order: 2026.11.22, without zeros before the numbers.
  private static func version(of day: CalendarDate) -> String { "\(day.year).\(day.month).\(day.day)" }
}

/// A licence that has an address: those of Creative Commons, as people write them.
struct Licence {
  let title: String
  /// The name of the Open Definition: `CC-BY-4.0`.
  let name: String
  let url: String

  /// nil for other words.
  init?(_ text: String?) {
    guard let text else { return nil }
    title = text
    let words = text.uppercased().split { $0 == " " || $0 == "-" }.map(String.init)
    guard let version = words.last, ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(version), words.count >= 2 else { return nil }
    if words == ["CC0", "1.0"] {
      name = "CC0-1.0"
      url = "https://creativecommons.org/publicdomain/zero/1.0/"
      return
    }
    let terms = words[1..<words.count - 1].joined(separator: "-")
    guard words[0] == "CC", ["BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND"].contains(terms) else { return nil }
    name = "CC-\(terms)-\(version)"
    url = "https://creativecommons.org/licenses/\(terms.lowercased())/\(version)/"
  }

  func write(into json: inout JSONWriter) {
    json.member("name", name)
    json.member("path", url)
    json.member("title", title)
  }
}
