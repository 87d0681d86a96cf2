import FrontMatter
import Linking
import SheetModel

/// Which countries and macro-regions have a page: those with a cluster, a policy or a region's sheet.
package struct PlaceIndex: Sendable {
  /// ISO codes, by code.
  package let countries: [String]
  /// Ids of macro-regions, in the order of the world's list.
  package let macroRegions: [String]
  private let clustersByCountry: [String: [Sheet]]
  private let policiesByCountry: [String: [Sheet]]
  private let placesOfRegionSheets: [SheetID: String]

  package init(_ published: [Sheet], _ atlas: Atlas) {
    var clusters: [String: [Sheet]] = [:]
    var policies: [String: [Sheet]] = [:]
    var sheets: [SheetID: String] = [:]
    var countries: Set<String> = []
    var regions: Set<String> = []
    for sheet in published {
      let codes = sheet.tree.root.at(sheet.id.kind == .cluster ? "location.countries" : "countries")?.items.map(\.text) ?? []
      var seen: Set<String> = []
      for code in codes where atlas.geography.countries[code] != nil && seen.insert(code).inserted {
        if sheet.id.kind == .cluster { clusters[code, default: []].append(sheet) }
        if sheet.id.kind == .policy { policies[code, default: []].append(sheet) }
        if sheet.id.kind == .cluster || sheet.id.kind == .policy { countries.insert(code) }
      }
      if sheet.id.kind == .region, let code = sheet.tree.root["code"]?.text {
        if atlas.geography.countries[code] != nil {
          countries.insert(code)
          sheets[sheet.id] = Address.country(code)
        } else if let region = atlas.geography.macroRegions.first(where: { $0.code == code }) {
          regions.insert(region.id)
          sheets[sheet.id] = Address.macroRegion(region.id)
        }
      }
    }
    for code in countries {
      if let region = atlas.geography.macroRegion(ofCountry: code) { regions.insert(region.id) }
    }
    self.countries = countries.sorted()
    macroRegions = atlas.geography.macroRegions.map(\.id).filter(regions.contains)
    clustersByCountry = clusters
    policiesByCountry = policies
    placesOfRegionSheets = sheets
  }

  /// The clusters of a country, by id; a cross-border cluster stands in each of its countries.
  package func clusters(inCountry code: String) -> [Sheet] { clustersByCountry[code] ?? [] }
  package func policies(inCountry code: String) -> [Sheet] { policiesByCountry[code] ?? [] }

  /// The clusters of a macro-region, by id, each once.
  package func clusters(inMacroRegion id: String, _ atlas: Atlas) -> [Sheet] { all(clustersByCountry, id, atlas) }
  package func policies(inMacroRegion id: String, _ atlas: Atlas) -> [Sheet] { all(policiesByCountry, id, atlas) }

  /// The page of the place that a region's sheet describes; nil where the sheet has a page of its own.
  package func address(ofRegionSheet id: SheetID) -> String? { placesOfRegionSheets[id] }

  /// The region's sheet that stands on a page.
  package func regionSheet(at address: String) -> SheetID? {
    placesOfRegionSheets.filter { $0.value == address }.keys.min()
  }

  private func all(_ byCountry: [String: [Sheet]], _ id: String, _ atlas: Atlas) -> [Sheet] {
    var seen: Set<SheetID> = []
    return countries.filter { atlas.geography.countries[$0]?.macroRegion == id }.flatMap { byCountry[$0] ?? [] }
      .filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }
}
