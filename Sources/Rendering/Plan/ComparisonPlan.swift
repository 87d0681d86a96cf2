import FrontMatter
import SheetModel

/// Two to six clusters, or as many regions, or both, that stand side by side on a page.
struct Comparison: Sendable {
  /// The case study that compares them, or the cluster or region whose `compare_with` names the others.
  let origin: SheetID
  let clusters: [SheetID]
  let regions: [SheetID]
  /// Named beyond the six that a page holds.
  let leftOut: Int

  /// `compare/two-shores.html`; of a cluster `compare/cluster--medicon-valley.html`, which no case study can be called, since no id has two hyphens together.
  var address: String {
    origin.kind == .caseStudy ? "compare/\(origin.id).html" : "compare/\(origin.kind.rawValue)--\(origin.id).html"
  }

  var compared: [SheetID] { clusters + regions }
}

/// Which comparisons there are, and which of them show a sheet.
struct ComparisonPlan: Sendable {
  static let index = "compare/index.html"
  private static let most = 6

  /// Case studies first, then by the sheets that name them.
  let all: [Comparison]
  private let byOrigin: [SheetID: Int]
  private let bySheet: [SheetID: [Int]]

  init(_ published: [Sheet]) {
    let ids = Set(published.map(\.id))
    func named(_ key: String, _ kind: SheetKind, _ sheet: Sheet) -> [SheetID] {
      var seen: Set<SheetID> = [sheet.id]
      return (sheet.tree.root[key]?.items.map { SheetID(kind, $0.text) } ?? []).filter {
        ids.contains($0) && seen.insert($0).inserted
      }
    }
    let comparisons = published.compactMap { sheet -> Comparison? in
      var (clusters, regions): ([SheetID], [SheetID]) = ([], [])
      switch sheet.id.kind {
      case .caseStudy: (clusters, regions) = (named("clusters", .cluster, sheet), named("regions", .region, sheet))
      case .cluster: clusters = [sheet.id] + named("compare_with", .cluster, sheet)
      case .region: regions = [sheet.id] + named("compare_with", .region, sheet)
      default: return nil
      }
      // One alone is compared with nothing.
      let sides = [clusters, regions].map { $0.count < 2 ? [] : Array($0.prefix(Self.most)) }
      guard sides.contains(where: { !$0.isEmpty }) else { return nil }
      let leftOut = max(0, clusters.count - Self.most) + max(0, regions.count - Self.most)
      return Comparison(origin: sheet.id, clusters: sides[0], regions: sides[1], leftOut: leftOut)
    }
    all = comparisons.sorted { a, b in
      let (x, y) = (a.origin.kind == .caseStudy ? 0 : 1, b.origin.kind == .caseStudy ? 0 : 1)
      return x == y ? a.origin < b.origin : x < y
    }
    byOrigin = Dictionary(all.enumerated().map { ($1.origin, $0) }, uniquingKeysWith: { first, _ in first })
    var bySheet: [SheetID: [Int]] = [:]
    for (i, comparison) in all.enumerated() {
      for id in comparison.compared { bySheet[id, default: []].append(i) }
    }
    self.bySheet = bySheet
  }

  /// The comparison that a sheet makes.
  func comparison(of id: SheetID) -> Comparison? { byOrigin[id].map { all[$0] } }

  /// The comparisons that show a sheet, its own among them.
  func comparisons(showing id: SheetID) -> [Comparison] { (bySheet[id] ?? []).map { all[$0] } }
}
