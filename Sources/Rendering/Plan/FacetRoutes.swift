import SheetAnalysis
import SheetModel

/// A page for each value of each facet that a cluster has, and for each theme in each macro-region.
enum FacetRoutes {
  static func make(_ published: [Sheet], _ analysis: Analysis) -> [Route] {
    let index = FacetIndex(
      published.filter { $0.id.kind == .cluster }, themes: published.filter { $0.id.kind == .theme }, atlas: analysis.atlas,
      field: analysis.schemas[SheetKind.cluster.rawValue]?.root)
    return index.selections.map { Route($0.address, .facet($0)) }
  }
}
