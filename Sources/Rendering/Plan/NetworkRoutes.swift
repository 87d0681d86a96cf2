import SheetModel

/// The pages of subdivisions, of the network and of comparisons.
enum NetworkRoutes {
  static func all(_ published: [Sheet], _ places: PlaceIndex) -> [Route] {
    var routes = [Route("network.html", .network), Route("data/graph.json", .networkData)]
    routes += places.subdivisions.map { Route(Address.subdivision($0), .subdivision($0)) }
    let comparisons = ComparisonPlan(published)
    // Where nothing is compared there is no list of comparisons either.
    if !comparisons.all.isEmpty { routes.append(Route(ComparisonPlan.index, .comparisonIndex)) }
    routes += comparisons.all.map { Route($0.address, .comparison($0.origin)) }
    return routes
  }
}
