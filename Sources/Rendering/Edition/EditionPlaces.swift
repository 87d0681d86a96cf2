import Linking
import SheetModel

/// The index of places: macro-regions, in each its countries, in each what lies there.
struct EditionPlaces {
  struct Country {
    let code: String
    let entries: [Edition.Entry]
  }

  /// nil for countries that the United Nations put into no macro-region.
  let region: MacroRegion?
  let countries: [Country]

  /// In the order of the world's list; clusters and policies stand in each of their countries.
  static func of(_ entries: [Edition.Entry], _ site: SiteContext) -> [EditionPlaces] {
    var byCountry: [String: [Edition.Entry]] = [:]
    for entry in entries where entry.sheet.id.kind == .cluster || entry.sheet.id.kind == .policy {
      let path = entry.sheet.id.kind == .cluster ? "location.countries" : "countries"
      var seen: Set<String> = []
      for code in entry.sheet.tree.root.at(path)?.items.map(\.text) ?? [] {
        guard site.geography.country(code) != nil, seen.insert(code).inserted else { continue }
        byCountry[code, default: []].append(entry)
      }
    }
    var byRegion: [String: [String]] = [:]
    for code in byCountry.keys { byRegion[site.geography.macroRegion(ofCountry: code)?.id ?? "", default: []].append(code) }
    let places = site.geography.macroRegions.map { Optional($0) } + [nil]
    return places.compactMap { region in
      guard let codes = byRegion[region?.id ?? ""] else { return nil }
      let countries = CountryLists.sorted(codes, site.geography).map { Country(code: $0, entries: byCountry[$0] ?? []) }
      return EditionPlaces(region: region, countries: countries)
    }
  }
}
