import EcosystemSchema
import FrontMatter
import SheetModel

/// Every figure of every published sheet, in long form: a row for each, with everything that keeps a number from being bare.
enum FigureRows {
  struct Row: Sendable {
    let sheet: Sheet
    let figure: Figure
    let node: Node
    /// The indicator's own unit, for figures that say none.
    let impliedUnit: String?

    func text(_ key: String) -> DataCell {
      .text(of: node[key].flatMap { $0.isScalar && !$0.isBlank ? $0.text : nil })
    }

    let names: SourceNames

    /// The sources the figure names, as far as the sheet lists them.
    var sources: [SourceEntry] { names.of(node["sources"]) }
  }

  static let table = DataTable(
    "figures", title: "Figures",
    about:
      "One row for each figure of a published sheet, in the order of the sheets: value, unit, year, scope, method and sources.",
    key: ["kind", "sheet", "id"], links: [SheetRows.link], schema: (.cluster, "figures"), columns: columns, rows: rows)

  static func rows(_ site: SiteContext, _ emit: (Row) throws -> Void) throws {
    for sheet in SheetRows.sheets(site) {
      let units = site.field(of: sheet.id.kind)?.at("figures.indicator")?.units ?? [:]
      let names = SourceNames(sheet)
      for figure in sheet.figures {
        let unit = units[figure.indicator.value]
        try emit(Row(sheet: sheet, figure: figure, node: figure.fields(in: sheet), impliedUnit: unit, names: names))
      }
    }
  }

  static let columns: [ColumnOf<Row>] = [
    SheetRows.kind { $0.sheet },
    SheetRows.sheet { $0.sheet },
    ColumnOf("name", .text, about: "The name of the cluster, policy, initiative or region.", required: true) {
      .text($0.sheet.name.value)
    },
    ColumnOf("id", .code, about: "The figure's id within its sheet.", required: true) { .text($0.figure.id.value) },
    ColumnOf("indicator", .code, field: "indicator", required: true) { .text($0.figure.indicator.value) },
    ColumnOf("label", .text, about: "What is counted, where the indicator is other.") { $0.text("label") },
    ColumnOf("of", .text, field: "of") { $0.text("of") },
    ColumnOf(
      "value_low", .number, about: "The number, or the lower end of a range, as the source gives it, before its scale.",
      required: true
    ) {
      .number(of: $0.figure.low)
    },
    ColumnOf("value_high", .number, about: "The upper end of a range; the same number where there is none.", required: true) {
      .number(of: $0.figure.high)
    },
    ColumnOf("scale", .code, field: "scale") { $0.text("scale") },
    ColumnOf("amount_low", .number, about: "value_low multiplied by its scale.") {
      .number(of: amount($0.node["value"].map { $0.items.first { _ in true } ?? $0 }, $0.figure.low, $0.figure))
    },
    ColumnOf("amount_high", .number, about: "value_high multiplied by its scale.") { row in
      .number(of: amount(row.node["value"].map { Array($0.items).last ?? $0 }, row.figure.high, row.figure))
    },
    ColumnOf("unit", .text, about: "The unit: the figure's own, or the one that its indicator implies; currency for money.") {
      .text(of: $0.figure.unit?.value ?? $0.impliedUnit)
    },
    ColumnOf("currency", .code, field: "currency") { $0.text("currency") },
    ColumnOf("qualifier", .code, field: "qualifier") { $0.text("qualifier") },
    ColumnOf("year_from", .year, about: "The year the figure is about, or the first of several; empty where it is undated.") {
      .integer(of: $0.figure.years?.lowerBound)
    },
    ColumnOf("year_to", .year, about: "The last year; the same as year_from where there is one.") {
      .integer(of: $0.figure.years?.upperBound)
    },
    ColumnOf("scope", .code, field: "scope", required: true) { .text($0.figure.scope) },
    ColumnOf("method", .code, field: "method") { $0.text("method") },
    ColumnOf("sources", .codes, about: "The sheet's own ids of the sources, as in sources.csv.") {
      .codes($0.sources.map(\.id.value))
    },
    ColumnOf("source_titles", .texts, about: "The titles of the sources.") { .texts($0.sources.map(\.title)) },
    ColumnOf("source_urls", .codes, about: "The addresses of the sources that have one.") {
      .codes($0.sources.compactMap(\.url))
    },
    ColumnOf("note", .text, field: "note") { $0.text("note") },
  ]

  /// A value with its scale. The digits are shifted rather than multiplied: 1.1 million is 1,100,000, not a hair more.
  private static func amount(_ node: Node?, _ value: Double, _ figure: Figure) -> Double {
    let exponents = ["thousand": 3, "million": 6, "billion": 9, "trillion": 12]
    guard let node, let exponent = exponents[figure.scaleWord ?? ""], !node.text.isEmpty,
      node.text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D })
    else { return value * figure.scale }
    return Double("\(node.text)e\(exponent)") ?? value * figure.scale
  }
}

/// Finds what the `sources` lists of one sheet name.
struct SourceNames: Sendable {
  private let entries: [String: SourceEntry]

  init(_ sheet: Sheet) {
    entries = Dictionary(sheet.sources.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func of(_ list: Node?) -> [SourceEntry] {
    list?.items.compactMap { item in entries[item.isMapping ? item["id"]?.text ?? "" : item.text] } ?? []
  }
}
