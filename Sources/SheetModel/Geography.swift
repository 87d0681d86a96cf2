import SourceText

/// A country of ISO 3166-1 and where UN M49 puts it.
package struct Country: Sendable {
  /// ISO 3166-1 alpha-2.
  package let code: String
  /// ISO 3166-1 numeric, three digits: what the base map joins on.
  package let numeric: String
  package let name: String
  /// The id of its macro-region; empty where M49 has none (Antarctica).
  package let macroRegion: String
}

/// A macro-region: a sub-region of UN M49, such as Northern Europe.
package struct MacroRegion: Sendable {
  /// The name made into an address: `northern-europe`.
  package let id: String
  package let name: String
  /// The M49 code of the sub-region, three digits.
  package let code: String
  /// The M49 region it lies in: Africa, Americas, Asia, Europe, Oceania.
  package let continent: String
}

/// Countries, subdivisions and macro-regions: `Site/data/countries.csv` (datasets/country-codes, after ISO 3166-1 and UN M49) and
/// `Site/data/subdivisions.csv` (iso-codes, after ISO 3166-2).
package struct Geography: Sendable {
  package let countries: [String: Country]
  /// In the order of the names of their continents, then of their own.
  package let macroRegions: [MacroRegion]
  /// Code to English name.
  package let subdivisions: [String: String]
  /// The codes of the subdivisions of each country, in order.
  package let subdivisionCodes: [String: [String]]

  package static let empty = Geography(countries: [:], macroRegions: [], subdivisions: [:])

  private init(countries: [String: Country], macroRegions: [MacroRegion], subdivisions: [String: String]) {
    self.countries = countries
    self.macroRegions = macroRegions
    self.subdivisions = subdivisions
    subdivisionCodes = Dictionary(grouping: subdivisions.keys.sorted()) { String($0.prefix(2)) }
  }

  /// nil where one of the files lacks its columns.
  package init?(countries countryFile: SourceFile, subdivisions subdivisionFile: SourceFile) {
    let columns = ["alpha2", "numeric", "name_en", "m49_region", "m49_subregion", "m49_subregion_code", "m49_region_code"]
    guard let rows = CSVReader.rows(countryFile, columns: columns),
      let parts = CSVReader.rows(subdivisionFile, columns: ["code", "name"])
    else { return nil }
    var countries: [String: Country] = [:]
    var regions: [String: MacroRegion] = [:]
    for row in rows where row[0].utf8.count == 2 {
      let id = SheetID.slug(of: row[4])
      countries[row[0]] = Country(code: row[0], numeric: row[1], name: Geography.plainName(row[0], row[2]), macroRegion: id)
      // Antarctica has no sub-region in M49.
      guard !id.isEmpty else { continue }
      let code = String(repeating: "0", count: max(0, 3 - row[5].utf8.count)) + row[5]
      regions[id] = MacroRegion(id: id, name: row[4], code: code, continent: row[3])
    }
    self.init(
      countries: countries, macroRegions: regions.values.sorted { ($0.continent, $0.name) < ($1.continent, $1.name) },
      subdivisions: Dictionary(parts.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The code list shortens a few names more than a reader of a report would.
  private static func plainName(_ code: String, _ name: String) -> String {
    switch code {
    case "GB": "United Kingdom"
    case "US": "United States"
    case "AE": "United Arab Emirates"
    case "CD": "Democratic Republic of the Congo"
    default: name
    }
  }

  package func country(_ code: String) -> Country? { countries[code] }

  /// The name of a country, or the code itself where it is unknown.
  package func countryName(_ code: String) -> String { countries[code]?.name ?? code }

  /// The name of a subdivision, without what the code list adds in brackets; the code itself where it is unknown.
  package func subdivisionName(_ code: String) -> String {
    guard let name = subdivisions[code] else { return code }
    guard let bracket = name.firstIndex(of: "["), bracket > name.startIndex else { return name }
    return name[..<bracket].trimmingSuffix { $0 == " " }
  }

  package func macroRegion(_ id: String) -> MacroRegion? { macroRegions.first { $0.id == id } }

  package func macroRegion(ofCountry code: String) -> MacroRegion? { countries[code].flatMap { macroRegion($0.macroRegion) } }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}
