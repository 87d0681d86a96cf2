/// Which sheets a print edition holds: all of them, the clusters of a theme, or those of a macro-region.
package enum EditionID: Hashable, Sendable {
  case whole
  case theme(String)
  case macroRegion(String)

  /// Where the document stands on the site.
  package var address: String { "print/\(stem).html" }

  /// Where its running heads stand: they are styles, and no page may hold styles of its own.
  package var headsAddress: String { "print/\(stem).css" }

  /// The name of its files, without an ending.
  package var stem: String {
    switch self {
    case .whole: "index"
    case .theme(let id): "theme-\(id)"
    case .macroRegion(let id): "region-\(id)"
    }
  }
}
