import FrontMatter
import SheetModel

/// Who works with whom: the clusters of the atlas, the partners without a sheet that they name, the relations between them and the programmes they share.
///
/// A relation said on both sides is one tie. A programme with many clusters is one hub with members and never a line between any two of them, so that the
/// network grows with what the sheets say and not with its square.
package struct ClusterNetwork: Sendable {
  /// One end of a tie.
  package enum End: Hashable, Sendable {
    /// A published cluster, by its id.
    case cluster(String)
    /// A cluster without a sheet: its number in `partners`.
    case partner(Int)
  }

  /// A cluster that a sheet names in words.
  package struct Partner: Sendable {
    /// Unique among partners: name and country as an address.
    package let id: String
    package let name: String
    /// ISO 3166-1 alpha-2.
    package let country: String?
  }

  /// An entry of `relations` in a sheet.
  package struct Statement: Sendable {
    /// The id of the cluster whose sheet says it.
    package let cluster: String
    /// The entry in that sheet's tree.
    package let node: Int
  }

  /// A relation between two clusters.
  package struct Tie: Sendable {
    /// The cluster that says it; of two, the first by id.
    package let from: End
    package let to: End
    package let type: String
    /// Whether the type means something else from the other side.
    package let isDirected: Bool
    /// The policy or initiative under which they work together, where it is published.
    package let programme: SheetID?
    package let since: Int?
    package let until: Int?
    /// One statement, or one of each side.
    package let said: [Statement]

    /// The end that is not this cluster.
    package func other(than cluster: String) -> End { from == .cluster(cluster) ? to : from }
  }

  /// Types that mean something else when read from the other side.
  package static let directedTypes: Set<String> = ["part-of", "merged-into", "spin-off"]

  /// In the order of their names and countries.
  package let partners: [Partner]
  /// In the order of their ends, types and years.
  package let ties: [Tie]
  /// Policies, initiatives and labels that at least one cluster names, by kind and name.
  package let programmes: [SharedProgramme]
  /// Relations that lead to a sheet which is not published; they are in no tie.
  package let unpublished: Int

  private let tiesByCluster: [String: [Int]]
  private let programmesByCluster: [String: [Int]]

  /// - Parameter published: the published sheets of all kinds.
  package init(_ published: [Sheet], _ atlas: Atlas) {
    let clusters = published.filter { $0.id.kind == .cluster }.sorted { $0.id < $1.id }
    var reader = RelationReader(clusters, published: Set(published.map(\.id)))
    for sheet in clusters { reader.read(sheet) }
    (partners, ties) = reader.network()
    unpublished = reader.unpublished
    programmes = SharedProgramme.all(clusters, reader.programmes, atlas)
    var byCluster: [String: [Int]] = [:]
    for (i, tie) in ties.enumerated() {
      for end in tie.from == tie.to ? [tie.from] : [tie.from, tie.to] {
        if case .cluster(let id) = end { byCluster[id, default: []].append(i) }
      }
    }
    tiesByCluster = byCluster
    var shared: [String: [Int]] = [:]
    for (i, programme) in programmes.enumerated() {
      for member in programme.members { shared[member.cluster, default: []].append(i) }
    }
    programmesByCluster = shared
  }

  /// The ties of a cluster, those too that only others state.
  package func ties(of cluster: String) -> [Tie] { (tiesByCluster[cluster] ?? []).map { ties[$0] } }

  /// The numbers in `programmes` of those that a cluster belongs to.
  package func programmes(of cluster: String) -> [Int] { programmesByCluster[cluster] ?? [] }
}
