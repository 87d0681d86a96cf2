import EcosystemSchema
import FrontMatter
import Linking
import SheetModel

/// What lists and maps are made of: a row for each published cluster, by id. `clusters.json`, `clusters.csv` and `clusters.geojson` have these columns.
enum ClusterRows {
  struct Row: Sendable {
    let sheet: Sheet
    let site: SiteContext

    var cluster: ClusterFacts? { sheet.cluster }

    /// The text of a field by its path.
    func text(_ path: String) -> DataCell {
      .text(of: sheet.tree.root.at(path).flatMap { $0.isScalar && !$0.isBlank ? $0.text : nil })
    }

    func codes(_ path: String) -> DataCell {
      .codes(sheet.tree.root.at(path)?.items.filter { $0.isScalar && !$0.isBlank }.map(\.text) ?? [])
    }

    var visibility: Visibility? { site.atlas.visibility(of: sheet) }
  }

  static let table = DataTable(
    "clusters", title: "Clusters",
    about: "One row for each published cluster, by id: identity, place, classification and visibility.",
    key: ["id"], schema: (.cluster, ""), columns: columns, rows: rows)

  static func rows(_ site: SiteContext, _ emit: (Row) throws -> Void) rethrows {
    for sheet in site.clusters.sorted(by: { $0.id < $1.id }) where sheet.cluster != nil {
      try emit(Row(sheet: sheet, site: site))
    }
  }

  static let columns: [ColumnOf<Row>] = [
    ColumnOf("id", .code, about: "The cluster's id: the name of its file, and of its page.", required: true) {
      .text($0.sheet.id.id)
    },
    ColumnOf("name", .text, field: "name", required: true) { .text($0.sheet.name.value) },
    ColumnOf("aliases", .texts, field: "aliases") { .texts($0.sheet.aliases.map(\.value)) },
    ColumnOf("page", .text, about: "The address of its page, from the site's root.") {
      .text(of: $0.site.plan.addresses[$0.sheet.id])
    },
    ColumnOf("data", .text, about: "The address of its whole record as JSON, from the site's root.") {
      .text(DataFile.record($0.sheet.id).address)
    },
    ColumnOf("summary", .text, field: "summary") { .text(of: $0.sheet.summary) },
    ColumnOf("theme", .code, field: "theme") { .text(of: $0.cluster?.theme?.value) },
    ColumnOf("secondary_themes", .codes, field: "secondary_themes") { .codes($0.cluster?.secondaryThemes ?? []) },
    ColumnOf("countries", .codes, about: "The countries it lies in, as codes of ISO 3166-1, the seat's first.") {
      .codes($0.cluster?.countries.map(\.value) ?? [])
    },
    ColumnOf("subdivisions", .codes, about: "The regions, states or provinces it lies in, as codes of ISO 3166-2.") {
      .codes($0.cluster?.subdivisions.map(\.value) ?? [])
    },
    ColumnOf("macro_region", .text, about: "The sub-region of UN M49 in which the first of the countries lies.") { row in
      .text(of: row.cluster?.countries.first.flatMap { row.site.geography.macroRegion(ofCountry: $0.value) }?.name)
    },
    ColumnOf("city", .text, field: "location.seat.city", member: "seat.city") { .text(of: $0.cluster?.seat?.city) },
    ColumnOf("lat", .number, about: "Degrees north of the seat (WGS 84); south is negative.", member: "seat.lat") {
      .number(of: $0.cluster?.seat?.latitude.value)
    },
    ColumnOf("lon", .number, about: "Degrees east of the seat (WGS 84); west is negative.", member: "seat.lon") {
      .number(of: $0.cluster?.seat?.longitude.value)
    },
    ColumnOf("precision", .code, field: "location.seat.precision", member: "seat.precision") {
      $0.text("location.seat.precision")
    },
    ColumnOf("entity", .code, field: "entity") { .text(of: $0.cluster?.entity) },
    ColumnOf("status", .code, field: "status") { .text(of: $0.cluster?.status) },
    ColumnOf("founded", .year, field: "founded") { .integer(of: $0.cluster?.founded?.value) },
    ColumnOf("dimension", .code, field: "location.dimension") { .text(of: $0.cluster?.dimension) },
    ColumnOf("territory", .code, field: "location.territory") { $0.text("location.territory") },
    ColumnOf("size", .code, field: "size.class") { .text(of: $0.cluster?.sizeClass?.value) },
    ColumnOf("size_basis", .code, field: "size.basis") { $0.text("size.basis") },
    ColumnOf("anchorage", .code, field: "anchorage.type") { .text(of: $0.cluster?.anchorage) },
    ColumnOf("pattern", .code, field: "anchorage.pattern") { $0.text("anchorage.pattern") },
    ColumnOf("stage", .code, field: "life_cycle.stage") { .text(of: $0.cluster?.stage) },
    ColumnOf("origin", .code, field: "origin") { $0.text("origin") },
    ColumnOf(
      "band", .text,
      about:
        "The visibility band, I to IV, as the method page defines it. It says by how many kinds of method the cluster is found; it is not a rank."
    ) { .text(of: $0.visibility?.band.rawValue) },
    ColumnOf("identified_by", .codes, about: "The initiatives that name it or its area, by the ids of their sheets.") {
      .codes($0.visibility?.initiatives ?? [])
    },
    ColumnOf("website", .url, field: "website") { $0.text("website") },
    ColumnOf("wikidata", .code, field: "wikidata") { $0.text("wikidata") },
    ColumnOf("former_ids", .codes, field: "former_ids") { $0.codes("former_ids") },
    ColumnOf("tier", .code, about: "What the sheet is meant to be: listed, publishable or full.", required: true) {
      .text($0.sheet.aim.value.rawValue)
    },
    ColumnOf("updated", .date, about: "The newest day the sheet gives: of its review, or on which a source was read.") {
      .text(of: $0.sheet.updated?.text)
    },
  ]
}
