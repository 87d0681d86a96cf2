import EcosystemSchema
import Markup
import SheetModel
import Templates

/// `data/index.html`: every file of `data/` with its columns, made from the same description as the files themselves.
enum DataPage {
  private static let lead =
    "Everything the pages say, as files for programs and spreadsheets: free to fetch, without a key, at addresses that stay."

  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    var sections = SheetSections()
    sections.add(id: "files", title: "Files", count: DataDocuments.all.count, files(scope))
    sections.add(id: "each-sheet", title: "Each sheet by itself", sheets(scope))
    for table in DataCatalogue.tables {
      sections.add(id: table.name, title: table.name + ".csv", columns(table, scope))
    }
    sections.add(id: "conventions", title: "Conventions", conventions(scope))
    sections.add(id: "versions", title: "Versions", versions(scope))
    sections.add(id: "licence", title: "Licence and how to cite", licence(scope))
    var values = FrameValues.make(
      site, address, title: "Data", description: lead, crumbs: [.init(site.configuration.title, "index.html"), .init("Data")],
      contents: sections.contents)
    values.merge(ListPage.values(title: "Data", lead: lead, content: sections.html)) { $1 }
    return values
  }

  private static func files(_ scope: Scope) -> HTML {
    var rows = DataDocuments.all.map { row($0.file.address, $0.about, $0.mediaType, scope) }
    if scope.site.plan.has("data/graph.json") {
      rows.append(row("data/graph.json", "Clusters and their ties as a graph.", "application/json", scope))
    }
    return Table.make(
      caption: "Files of the whole atlas", columns: [Column("File"), Column("What it holds")], narrow: true, rows: rows)
  }

  private static func row(_ address: String, _ about: String, _ mediaType: String, _ scope: Scope) -> HTML {
    let name = String(address.dropFirst("data/".count))
    return """
      <th scope="row"><a href="\(scope.link(address))">\(name)</a><p class="note">\(mediaType)</p></th><td>\(about)</td>
      """
  }

  private static func sheets(_ scope: Scope) -> HTML {
    let site = scope.site
    let schemas = SheetKind.allCases.filter { site.field(of: $0) != nil }.map { kind -> HTML in
      "<a href=\"\(scope.link(DataFile.schema(kind).address))\">\(kind.rawValue)</a>"
    }
    let example = site.clusters.first ?? site.atlas.sheets.first { site.isPublished($0.id) }
    let shown: HTML =
      example.map { sheet in
        let files = [DataFile.record(sheet.id), .csl(sheet.id), .bibTeX(sheet.id)].map { file in
          "<a href=\"\(scope.link(file.address))\">\(file.address)</a>" as HTML
        }
        return " For \(scope.sheetLink(sheet.id)): \(files.joined(", "))."
      } ?? HTML()
    return """
      <div class="prose">
      <p>Every published sheet has files of its own, named by its kind and its id.\(shown)</p>
      <ul>
      <li><code>data/sheets/<var>kind</var>/<var>id</var>.json</code>: the whole record. <code>sheet</code> holds the fields as the author wrote them, in the types \
      that the schema gives; <code>derived</code> what follows from other sheets, such as the visibility band and who names it.</li>
      <li><code>data/sheets/<var>kind</var>/<var>id</var>.md</code>: the Markdown source, with the narrative.</li>
      <li><code>data/cite/<var>kind</var>/<var>id</var>.bib</code> and <code>.json</code>: how to cite the sheet, in BibTeX and CSL-JSON; \
      <code>.sources.bib</code>: its sources in BibTeX.</li>
      <li><code>data/schemas/<var>kind</var>.schema.json</code>: the JSON Schema (2020-12) that <code>sheet</code> keeps to, for \(schemas.joined(", ")). It needs \
      no other file.</li>
      </ul>
      </div>
      """
  }

  private static func columns(_ table: DataTable, _ scope: Scope) -> HTML {
    let root = table.root(scope.site)
    let rows = table.columns.map { column -> HTML in
      let remarks = [
        table.key.contains(column.name) ? "key" : column.isRequired ? "always there" : nil,
        column.member == column.name ? nil : "in JSON \(column.member)",
      ].compactMap { $0 }
      let note: HTML = remarks.isEmpty ? "" : "<p class=\"note\">\(remarks.joined(separator: ", "))</p>"
      return
        "<th scope=\"row\"><code>\(breakable(column.name))</code>\(note)</th><td>\(typeName(column))</td><td>\(column.description(root))</td>"
    }
    let links = table.links.map { link -> HTML in
      "\(link.columns.joined(separator: " and ")) lead to \(link.to.joined(separator: " and ")) in <a href=\"#\(link.table)\">\(link.table)</a>"
    }
    let tail: HTML = links.isEmpty ? "" : "\n<p class=\"note\">\(links.joined("; ")).</p>"
    return """
      <p class="section-intro">\(table.about) <a href="\(scope.link(table.address))">\(table.name).csv</a></p>
      \(Table.make(
        caption: "Columns of \(table.name).csv", columns: [Column("Column"), Column("Type"), Column("What it holds")],
        narrow: true, rows: rows))\(tail)
      """
  }

  /// A name that may go on in the next line behind an underscore.
  private static func breakable(_ name: String) -> HTML {
    name.split(separator: "_").map { "\($0)" as HTML }.joined("_<wbr>")
  }

  private static func typeName(_ column: DataColumn) -> String {
    switch column.form {
    case .text: "text"
    case .code: "code"
    case .integer: "whole number"
    case .number: "number"
    case .year: "year"
    case .date: "date"
    case .url: "address"
    case .codes: "codes"
    case .texts: "texts"
    }
  }

  private static func conventions(_ scope: Scope) -> HTML {
    """
    <div class="prose">
    <ul>
    <li>All files are UTF-8. CSV follows RFC 4180: commas, quotes where they are needed, lines that end in CR LF, and a head line. Some versions of Excel \
    want to be told the encoding: import the file rather than opening it.</li>
    <li>What is not known is an empty cell in CSV and no member in JSON. A list is always there in JSON, if need be empty.</li>
    <li>Several codes in one cell stand with a space between them. Several texts stand with “ | ” between them; a bar within a text is written \
    <code>\\|</code> and a backslash <code>\\\\</code>.</li>
    <li>A text in CSV that begins like a formula, with <code>=</code>, <code>+</code>, <code>-</code>, <code>@</code>, a tab or a line break, has an apostrophe before it, \
    so that a spreadsheet does not run it; one that begins with apostrophes and then so has one more. To have the text as it was, take one apostrophe away where \
    such a sign follows. Numbers, and all of JSON, are as they are.</li>
    <li>Numbers have a full stop before decimals and no separators. Years are years of the Gregorian calendar, days are written 2026-11-22, coordinates are degrees of WGS 84.</li>
    <li>Countries are codes of ISO 3166-1, subdivisions of ISO 3166-2, currencies of ISO 4217; macro-regions are sub-regions of UN M49.</li>
    <li>Rows are in the order of kinds and ids, or of the sheets. No order is one of merit.</li>
    <li>Drafts are left out. The same sheets always give the same bytes.</li>
    </ul>
    </div>
    """
  }

  private static func versions(_ scope: Scope) -> HTML {
    let newest = DataPackage.newest(scope.site).map { " The newest day that a sheet gives is \($0.text)." as HTML } ?? HTML()
    return """
      <div class="prose">
      <p>The shape of these files has version \(DataCatalogue.version), which <code>version</code> says in JSON. Columns and members may be added without a new version, so read \
      them by name. One that is taken away, or comes to mean something else, makes a new version, and the changelog says so.</p>
      <p>The data change with the sheets: <code>updated</code> is the newest day that a sheet gives for itself.\(newest) Ids stay; where one has to change, the old address leads on, and \
      <a href="#former-ids">former-ids.csv</a> says which.</p>
      </div>
      """
  }

  private static func licence(_ scope: Scope) -> HTML {
    let configuration = scope.site.configuration
    let terms: HTML =
      configuration.licence.map { text in
        let name: HTML = Licence(text).map { Blocks.external($0.url, text: text) } ?? "\(text)"
        return "The texts and data of this atlas are under \(name)." as HTML
      } ?? "The publisher has not said under which licence the data may be used."
    let publisher = configuration.publisher.map { " \($0)" } ?? ""
    return """
      <div class="prose">
      <p>\(terms) Name “\(configuration.title)”\(publisher.isEmpty ? HTML() : ",\(publisher)," as HTML) and, where you use a single figure, the source that stands beside it. What a source \
      says stays under the source’s own terms.</p>
      </div>
      """
  }
}
