import FrontMatter
import Linking
import SheetModel

/// Which countries, their subdivisions and macro-regions have a page: those with a cluster, a policy or a region's sheet.
package struct PlaceIndex: Sendable {
  /// ISO 3166-1 codes, by code.
  package let countries: [String]
  /// ISO 3166-2 codes, by code.
  package let subdivisions: [String]
  /// Ids of macro-regions, in the order of the world's list.
  package let macroRegions: [String]
  private let clustersByCountry: [String: [Sheet]]
  private let clustersBySubdivision: [String: [Sheet]]
  private let policiesByCountry: [String: [Sheet]]
  private let subdivisionsByCountry: [String: [String]]
  private let placesOfRegionSheets: [SheetID: String]
  private let regionSheets: [String: SheetID]

  package init(_ published: [Sheet], _ atlas: Atlas) {
    let geography = atlas.geography
    var clusters: [String: [Sheet]] = [:]
    var parts: [String: [Sheet]] = [:]
    var policies: [String: [Sheet]] = [:]
    var sheets: [SheetID: String] = [:]
    var countries: Set<String> = []
    var subdivisions: Set<String> = []
    var regions: Set<String> = []
    for sheet in published {
      let codes = sheet.tree.root.at(sheet.id.kind == .cluster ? "location.countries" : "countries")?.items.map(\.text) ?? []
      var seen: Set<String> = []
      for code in codes where geography.countries[code] != nil && seen.insert(code).inserted {
        if sheet.id.kind == .cluster { clusters[code, default: []].append(sheet) }
        if sheet.id.kind == .policy { policies[code, default: []].append(sheet) }
        if sheet.id.kind == .cluster || sheet.id.kind == .policy { countries.insert(code) }
      }
      for code in sheet.cluster?.subdivisions.map(\.value) ?? [] where Self.isSubdivision(code, geography) {
        guard seen.insert(code).inserted else { continue }
        parts[code, default: []].append(sheet)
        subdivisions.insert(code)
      }
      if sheet.id.kind == .region, let code = sheet.tree.root["code"]?.text {
        if geography.countries[code] != nil {
          countries.insert(code)
          sheets[sheet.id] = Address.country(code)
        } else if Self.isSubdivision(code, geography) {
          subdivisions.insert(code)
          sheets[sheet.id] = Address.subdivision(code)
        } else if let region = geography.macroRegions.first(where: { $0.code == code }) {
          regions.insert(region.id)
          sheets[sheet.id] = Address.macroRegion(region.id)
        }
      }
    }
    // Above a subdivision stands its country, though nothing else may be said of it.
    for code in subdivisions { countries.insert(String(code.prefix(2))) }
    for code in countries {
      if let region = geography.macroRegion(ofCountry: code) { regions.insert(region.id) }
    }
    self.countries = countries.sorted()
    self.subdivisions = subdivisions.sorted()
    macroRegions = geography.macroRegions.map(\.id).filter(regions.contains)
    clustersByCountry = clusters
    clustersBySubdivision = parts
    policiesByCountry = policies
    subdivisionsByCountry = Dictionary(grouping: self.subdivisions) { String($0.prefix(2)) }
    placesOfRegionSheets = sheets
    var byAddress: [String: SheetID] = [:]
    for (id, address) in sheets { byAddress[address] = min(byAddress[address] ?? id, id) }
    regionSheets = byAddress
  }

  private static func isSubdivision(_ code: String, _ geography: Geography) -> Bool {
    geography.subdivisions[code] != nil && geography.countries[String(code.prefix(2))] != nil
  }

  /// The clusters of a country, by id; a cross-border cluster stands in each of its countries.
  package func clusters(inCountry code: String) -> [Sheet] { clustersByCountry[code] ?? [] }
  package func policies(inCountry code: String) -> [Sheet] { policiesByCountry[code] ?? [] }

  /// The clusters that name a subdivision, by id.
  package func clusters(inSubdivision code: String) -> [Sheet] { clustersBySubdivision[code] ?? [] }

  /// The subdivisions of a country that have a page, by code.
  package func subdivisions(ofCountry code: String) -> [String] { subdivisionsByCountry[code] ?? [] }

  /// The clusters of a macro-region, by id, each once.
  package func clusters(inMacroRegion id: String, _ atlas: Atlas) -> [Sheet] { all(clustersByCountry, id, atlas) }
  package func policies(inMacroRegion id: String, _ atlas: Atlas) -> [Sheet] { all(policiesByCountry, id, atlas) }

  /// The clusters of the place that a region's sheet describes, by id: by its code, else by the subdivisions that it names.
  package func clusters(ofRegion sheet: Sheet, _ atlas: Atlas) -> [Sheet] {
    let code = sheet.tree.root["code"]?.text ?? ""
    if atlas.geography.countries[code] != nil { return clusters(inCountry: code) }
    if Self.isSubdivision(code, atlas.geography) { return clusters(inSubdivision: code) }
    if let region = atlas.geography.macroRegions.first(where: { $0.code == code }) {
      return clusters(inMacroRegion: region.id, atlas)
    }
    var seen: Set<SheetID> = []
    return (sheet.tree.root["subdivisions"]?.items.map(\.text) ?? []).flatMap { clusters(inSubdivision: $0) }
      .filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  /// The page of the place that a region's sheet describes; nil where the sheet has a page of its own.
  package func address(ofRegionSheet id: SheetID) -> String? { placesOfRegionSheets[id] }

  /// The region's sheet that stands on a page.
  package func regionSheet(at address: String) -> SheetID? { regionSheets[address] }

  private func all(_ byCountry: [String: [Sheet]], _ id: String, _ atlas: Atlas) -> [Sheet] {
    var seen: Set<SheetID> = []
    return countries.filter { atlas.geography.countries[$0]?.macroRegion == id }.flatMap { byCountry[$0] ?? [] }
      .filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }
}
