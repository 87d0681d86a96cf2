import Markup
import SheetModel

/// Clusters by name, each with the anchor of its letter where it is the first, and with what a script needs to sort and to filter.
struct ExplorerTable {
  let scope: Scope
  /// The clusters, as places in the list by name.
  let members: [Int]
  let caption: String
  /// Whether it is the list of all clusters, whose rows say which values and words find them, and how complete their sheets are.
  var isWhole = false

  var letters: HTML { Letters.navigation(Set(members.map { Letters.of(scope.site.clusters[$0].name.value) })) }

  var html: HTML {
    let site = scope.site
    var seen: Set<String> = []
    var body: HTML = "<tbody>\n"
    for member in members {
      let sheet = site.clusters[member]
      let letter = Letters.of(sheet.name.value)
      body += seen.insert(letter).inserted ? "<tr id=\"\(Letters.anchor(letter))\"" : "<tr"
      body += " data-place=\"\(site.placeRanks[member])\""
      if isWhole {
        let numbers = site.facets.numbersOfClusters[member].map(String.init).joined(separator: " ")
        body += " data-n=\"\(numbers)\" data-words=\"\(SearchWords.of(sheet, site))\""
      }
      body += ">\(ClusterTable.fullRow(sheet, score: isWhole, scope))</tr>\n"
    }
    body += "</tbody>"
    return Table.make(
      caption: caption, columns: ClusterTable.fullColumns(score: isWhole),
      className: isWhole ? "clusters with-score" : "clusters",
      bodies: body)
  }
}

/// The order of clusters by place: macro-region, country, town, name.
enum PlaceOrder {
  /// The rank of each cluster, from 0, for clusters in the order of their names.
  static func ranks(_ clusters: [Sheet], _ geography: Geography) -> [Int] {
    let regions = Dictionary(geography.macroRegions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = clusters.enumerated().map { place, sheet in
      let country = sheet.cluster?.countries.first.flatMap { geography.country($0.value) }
      return (
        regions[country?.macroRegion ?? ""] ?? Int.max, DiacriticFolding.fold(country?.name ?? ""),
        DiacriticFolding.fold(sheet.cluster?.seat?.city ?? ""), place
      )
    }
    var ranks = Array(repeating: 0, count: clusters.count)
    for (rank, key) in keys.sorted(by: <).enumerated() { ranks[key.3] = rank }
    return ranks
  }
}
