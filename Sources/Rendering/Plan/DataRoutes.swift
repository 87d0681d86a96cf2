import SheetAnalysis
import SheetModel

/// The files for programs: `data/`, the feed, redirects from former ids, and what hosts need.
enum DataRoutes {
  /// - Parameter published: the sheets that get a page.
  static func make(_ analysis: Analysis, _ published: [Sheet]) -> [Route] {
    var files: [DataFile] = [.page, .package, .clusters, .geoJSON, .records] + DataCatalogue.tables.map { .table($0.name) }
    files += SheetKind.allCases.filter { analysis.schemas[$0.rawValue] != nil }.map { .schema($0) }
    var routes = files.map { Route($0.address, .data($0)) }
    routes += Redirect.all(published).map(\.route)
    // GitHub Pages leaves out folders and files that begin with an underscore, unless this file is there.
    routes.append(Route(".nojekyll", .empty))
    // Addresses and ids of a feed are whole, and it has to say when it changed.
    if analysis.configuration.baseURL != nil, published.contains(where: { $0.updated != nil }) {
      routes.append(Route(Feed.address, .feed))
    }
    return routes
  }

  /// The files of single sheets. Their addresses are made of kinds and ids and lie in folders of their own, so that no other file can have one: a check need
  /// not look at them, which would be most of the addresses there are.
  static func files(of published: [Sheet]) -> [Route] {
    var routes: [Route] = []
    routes.reserveCapacity(published.count * 5)
    for sheet in published {
      var files: [DataFile] = [.record(sheet.id), .bibTeX(sheet.id), .csl(sheet.id)]
      if !sheet.sources.isEmpty { files.append(.sourcesBibTeX(sheet.id)) }
      routes += files.map { Route($0.address, .data($0)) }
      routes.append(Route(DataFile.markdown(sheet.id), .source(sheet.id)))
    }
    return routes
  }
}
