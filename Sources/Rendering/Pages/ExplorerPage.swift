import Markup
import SheetModel
import Templates

/// All clusters in one table, on a map, and by what there is of each kind.
enum ExplorerPage {
  static func values(_ site: SiteContext, _ address: String) -> [String: SlotValue] {
    let scope = Scope(site, address)
    let lead = "Every cluster of the atlas, by name. Nothing here is ordered by merit."
    let table = ExplorerTable(
      scope: scope, members: Array(site.clusters.indices), caption: "All clusters, A to Z", isWhole: true)
    var values = FrameValues.make(site, address, title: "Clusters", description: lead)
    values["count"] = .text(ExplorerWords.count(site.clusters))
    values["title"] = .text("Clusters")
    values["lead"] = .text("")
    values["finder"] = .html(Finder.html(clusters: site.clusters.count))
    values["map"] = .html(
      site.clusters.isEmpty
        ? HTML()
        : MapFigures.figure(
          site.clusters, scope, title: "World map of the clusters in the list",
          caption: """
            Equal Earth projection. <a href="\(scope.link("maps/theme.html"))">Larger maps of crowded parts</a>.
            """,
          hasInsets: false))
    values["facets"] = .html(FacetColumns(scope: scope).html)
    values["list_title"] = .text("All clusters, A to Z")
    values["az"] = .html(table.letters)
    values["table"] = .html(table.html)
    values["note"] = .html(
      """
      \(ExplorerWords.columns(scope)) Complete says how much of the sheet is filled and sourced. \
      The same as <a href="\(scope.link(DataFile.page.address))">data</a>.
      """)
    return values
  }
}

/// What the explorer and the pages of facets say alike.
enum ExplorerWords {
  /// `8 clusters in 9 countries`.
  static func count(_ clusters: [Sheet]) -> String {
    let countries = Set(clusters.flatMap { $0.cluster?.countries.map(\.value) ?? [] }).count
    return
      "\(Numbers.plural(clusters.count, "cluster")) in \(countries == 1 ? "1 country" : "\(Numbers.grouped(countries)) countries")"
  }

  /// What the columns of the table mean.
  static func columns(_ scope: Scope) -> HTML {
    let hasMethod = scope.site.analysis.texts.contains { $0.id == "method" }
    let method: HTML = hasMethod ? "<a href=\"\(scope.link("method.html"))\">method</a>" : "method"
    return """
      Size classes are the atlas’s own; bands are explained in the \(method). Nothing here is ordered by merit.
      """
  }
}
