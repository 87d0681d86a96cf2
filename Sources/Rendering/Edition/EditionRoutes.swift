import Linking
import SheetAnalysis
import SheetModel

/// Which print editions a site has: the whole, and one for each theme and macro-region in which a cluster lies.
package enum EditionRoutes {
  /// More datasheets than this are no book: some 4,000 pages, which browsers print and people open with trouble. An edition that would have more
  /// says so, and leads to its parts.
  package static let mostDatasheets = 1_000

  static func all(_ published: [Sheet], _ places: PlaceIndex, _ atlas: Atlas) -> [EditionID] {
    let clusters = published.filter { $0.id.kind == .cluster }
    let used = Set(clusters.compactMap { $0.cluster?.theme?.value })
    let themes = published.filter { $0.id.kind == .theme && used.contains($0.id.id) }.map { EditionID.theme($0.id.id) }
    let regions = places.macroRegions.filter { !places.clusters(inMacroRegion: $0, atlas).isEmpty }
    return [.whole] + themes + regions.map { .macroRegion($0) }
  }

  /// The files of all editions; none where site.yaml or the command line wants none.
  static func make(_ analysis: Analysis, _ published: [Sheet], _ places: PlaceIndex, includesPrint: Bool) -> [Route] {
    guard includesPrint, analysis.configuration.print else { return [] }
    return all(published, places, analysis.atlas).flatMap { id in
      [Route(id.address, .edition(id)), Route(id.headsAddress, .editionHeads(id))]
    }
  }
}
