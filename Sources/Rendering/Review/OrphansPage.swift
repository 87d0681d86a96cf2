import Diagnostics
import Linking
import Markup
import SheetModel

/// Sheets that nobody names, and inventories without clusters.
enum OrphansPage {
  static func content(_ desk: ReviewDesk) -> ReviewContent {
    var content = ReviewContent()
    let records = desk.review.corpus.records
    let alone = records.filter { $0.sheet.id.kind != .theme && namers($0.sheet.id, desk).isEmpty }
    content.section(
      "orphans-unnamed", "Named by no other sheet", count: alone.count,
      list(alone, "Every sheet is named by another.", desk))
    for kind in [SheetKind.policy, .initiative, .concept, .theme] {
      let bare = records.filter { $0.sheet.id.kind == kind && !hasClusters($0.sheet, desk) }
      let title = "\(kind.pluralTitle) without clusters"
      content.section("orphans-\(kind.collection)", title, count: bare.count, list(bare, "Each has at least one cluster.", desk))
    }
    return content
  }

  /// The published sheets that name a sheet.
  private static func namers(_ id: SheetID, _ desk: ReviewDesk) -> [SheetID] {
    desk.scope.site.atlas.backlinks(to: id).map(\.from).filter { desk.scope.site.isPublished($0) }
  }

  /// Whether a cluster names the sheet, or the sheet a cluster.
  private static func hasClusters(_ sheet: Sheet, _ desk: ReviewDesk) -> Bool {
    if namers(sheet.id, desk).contains(where: { $0.kind == .cluster }) { return true }
    let atlas = desk.scope.site.atlas
    return sheet.references.contains { reference in
      if case .sheet(let id) = atlas.resolve(reference) { id.kind == .cluster && desk.scope.site.isPublished(id) } else { false }
    }
  }

  private static func list(_ records: [SheetRecord], _ none: String, _ desk: ReviewDesk) -> HTML {
    guard !records.isEmpty else { return "<p class=\"note\">\(none)</p>" }
    let byKind = Dictionary(grouping: records) { $0.sheet.id.kind }
    let kinds = byKind.keys.sorted()
    return kinds.map { kind -> HTML in
      let all = byKind[kind] ?? []
      let shown = all.prefix(5 * ReviewLimits.workList)
      let list =
        Blocks.list(shown.map { desk.sheet($0.sheet.id) }, className: "items names")
        + ReviewWords.leftOut(all.count - shown.count, "sheet")
      return kinds.count == 1 ? list : Blocks.part(title: "\(kind.pluralTitle)", count: all.count, list)
    }.joined()
  }
}
