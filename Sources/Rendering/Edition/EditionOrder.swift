import Linking
import SheetModel

/// The order of a book: by theme and then by name; in a macro-region's, by country and then by name.
enum EditionOrder {
  struct Group {
    let title: String
    let subject: Edition.Part.Subject
    let sheets: [Sheet]
  }

  static func groups(_ id: EditionID, _ site: SiteContext) -> [Group] {
    switch id {
    case .whole: themes(site) + kinds(site)
    case .theme(let id):
      [Group(title: site.theme(id)?.name.value ?? id, subject: .theme(id), sheets: site.clusters(ofTheme: id))]
    case .macroRegion(let id): region(id, site)
    }
  }

  private static func themes(_ site: SiteContext) -> [Group] {
    let groups = site.themes.map {
      Group(title: $0.name.value, subject: .theme($0.id.id), sheets: site.clusters(ofTheme: $0.id.id))
    }
    let known = Set(site.themes.map(\.id.id))
    let others = site.clusters.filter { !known.contains($0.cluster?.theme?.value ?? "") }
    return groups + (others.isEmpty ? [] : [Group(title: "Without a theme", subject: .noTheme, sheets: others)])
  }

  private static func kinds(_ site: SiteContext) -> [Group] {
    [.region, .policy, .initiative, .concept, .caseStudy].compactMap { (kind: SheetKind) -> Group? in
      let sheets = site.sheets(of: kind)
      return sheets.isEmpty ? nil : Group(title: kind.pluralTitle, subject: .kind(kind), sheets: sheets)
    }
  }

  /// A cluster that lies in several countries stands under the first of them that is in the region.
  private static func region(_ id: String, _ site: SiteContext) -> [Group] {
    var byCountry: [String: [Sheet]] = [:]
    for sheet in site.places.clusters(inMacroRegion: id, site.atlas) {
      let codes = sheet.cluster?.countries.map(\.value) ?? []
      guard let code = codes.first(where: { site.geography.country($0)?.macroRegion == id }) else { continue }
      byCountry[code, default: []].append(sheet)
    }
    let countries = CountryLists.sorted(Array(byCountry.keys), site.geography).map { code in
      Group(
        title: site.geography.countryName(code), subject: .country(code), sheets: SiteContext.byName(byCountry[code] ?? []))
    }
    let own = site.sheets(of: .region).filter { sheet in
      guard let code = sheet.tree.root["code"]?.text else { return false }
      return site.geography.country(code)?.macroRegion == id || site.geography.macroRegion(id)?.code == code
    }
    return (own.isEmpty ? [] : [Group(title: "The region", subject: .kind(.region), sheets: own)]) + countries
  }
}

/// Where in a book stands what the pages of the site hold.
enum EditionAnchors {
  static let about = "about-edition"
  static let contents = "contents"
  static let maps = "maps"
  static let names = "index-of-names"
  static let themes = "index-of-themes"
  static let places = "index-of-places"
  static let bibliography = "bibliography"

  static func country(_ code: String) -> String { "place-\(code.lowercased())" }
  static func macroRegion(_ id: String) -> String { "place-\(id)" }

  static func make(_ parts: [Edition.Part], _ entries: [Edition.Entry], _ site: SiteContext) -> [String: String] {
    guard !entries.isEmpty else { return [:] }
    var anchors = [
      "index.html": contents, "clusters/index.html": names, "themes/index.html": themes, "regions/index.html": places,
      "sources.html": bibliography, "method.html": about, "maps/index.html": maps,
    ]
    for place in EditionPlaces.of(entries, site) {
      if let region = place.region { anchors[Address.macroRegion(region.id)] = macroRegion(region.id) }
      for country in place.countries { anchors[Address.country(country.code)] = self.country(country.code) }
    }
    for part in parts {
      switch part.subject {
      case .theme(let id): anchors[Address.sheet(SheetID(.theme, id))] = part.anchor
      case .kind(let kind) where kind != .region: anchors[Address.index(of: kind)] = part.anchor
      default: continue
      }
    }
    // Last, because a region's sheet may stand on the page of its place.
    for entry in entries {
      if let address = site.plan.addresses[entry.sheet.id] { anchors[address] = entry.anchor }
    }
    return anchors
  }
}
