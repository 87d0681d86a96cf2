import Cartography
import FrontMatter
import SheetModel

/// Which clusters have something to do with one another, and what: never a matter of likeness alone, each with its reasons.
///
/// The lists are bounded: of a group of more than `window` clusters only those are looked at that follow in the order of ids, round the end, so that no cluster
/// is favoured and the work grows with the number of clusters and not with its square.
package struct RelatedClusters: Sendable {
  package enum Reason: Sendable {
    /// A relation, of whichever side says it.
    case relation(ClusterNetwork.Tie)
    /// The names of players that both have.
    case players([String])
    /// Numbers in the network's `programmes`.
    case programmes([Int])
    /// Concepts that say both show them.
    case concepts([SheetID])
    /// The ids of the theme and of the macro-region.
    case field(theme: String, region: String)
  }

  package struct Entry: Sendable {
    package let cluster: SheetID
    package let reasons: [Reason]
  }

  package struct Answer: Sendable {
    /// By name.
    package let entries: [Entry]
    /// How many more were found.
    package let more: Int
    /// Whether there may be still more, in groups too large to be looked through.
    package let isOpen: Bool
  }

  /// So many are listed.
  package static let limit = 12
  /// A group larger than this is looked at in part.
  static let window = 64

  private enum Group: Sendable {
    case programme(Int)
    case concept(SheetID)
    case field(theme: String, region: String)

    /// How much it says that two clusters share it.
    var weight: Int { if case .field = self { 2 } else { 3 } }
  }

  private let clusters: [Sheet]
  private let numbers: [String: Int]
  private let network: ClusterNetwork
  private let players: SharedPlayers
  private let groups: [Group]
  private let members: [[Int]]
  /// The groups of each cluster, ascending.
  private let groupsOf: [[Int]]

  /// - Parameter published: the published sheets of all kinds.
  package init(_ published: [Sheet], _ atlas: Atlas, _ network: ClusterNetwork) {
    let clusters = published.filter { $0.id.kind == .cluster }.sorted { $0.id < $1.id }
    let numbers = Dictionary(clusters.enumerated().map { ($1.id.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.clusters = clusters
    self.numbers = numbers
    self.network = network
    players = SharedPlayers(clusters)
    var groups: [(Group, [Int])] = []
    for (i, programme) in network.programmes.enumerated() {
      groups.append((.programme(i), programme.members.compactMap { numbers[$0.cluster] }))
    }
    for concept in published where concept.id.kind == .concept {
      let shown = Set(concept.tree.root["shown_by"]?.items.compactMap { numbers[$0.text] } ?? [])
      groups.append((.concept(concept.id), shown.sorted()))
    }
    for (field, members) in Self.fields(clusters, atlas) { groups.append((.field(theme: field.0, region: field.1), members)) }
    groups.removeAll { $0.1.count < 2 }
    self.groups = groups.map(\.0)
    members = groups.map(\.1)
    var groupsOf = [[Int]](repeating: [], count: clusters.count)
    for (i, group) in groups.enumerated() {
      for member in group.1 { groupsOf[member].append(i) }
    }
    self.groupsOf = groupsOf
  }

  /// The clusters of each theme and macro-region.
  private static func fields(_ clusters: [Sheet], _ atlas: Atlas) -> [((String, String), [Int])] {
    var fields: [String: [String: [Int]]] = [:]
    for (i, sheet) in clusters.enumerated() {
      guard let cluster = sheet.cluster, let theme = cluster.theme?.value else { continue }
      let regions = Set(cluster.countries.compactMap { atlas.geography.country($0.value)?.macroRegion }.filter { !$0.isEmpty })
      for region in regions { fields[theme, default: [:]][region, default: []].append(i) }
    }
    return fields.sorted { $0.key < $1.key }.flatMap { theme, regions in
      regions.sorted { $0.key < $1.key }.map { ((theme, $0.key), $0.value) }
    }
  }

  /// What a cluster shares with another, as far as it has been found.
  private struct Candidate {
    var ties: [ClusterNetwork.Tie] = []
    var players: [String] = []
    var groups: [Int] = []
  }

  /// The clusters that have most to do with one, at equal strength the nearer; listed by name.
  package func related(to id: SheetID) -> Answer {
    guard id.kind == .cluster, let own = numbers[id.id] else { return Answer(entries: [], more: 0, isOpen: false) }
    var found: [Int: Candidate] = [:]
    for tie in network.ties(of: id.id) {
      if case .cluster(let other) = tie.other(than: id.id), let i = numbers[other], i != own {
        found[i, default: Candidate()].ties.append(tie)
      }
    }
    for (i, names) in players.shared(by: own) { found[i, default: Candidate()].players = names }
    var isOpen = false
    for group in groupsOf[own] {
      let list = members[group]
      isOpen = isOpen || list.count > Self.window
      for i in Self.near(own, in: list) where i != own { found[i, default: Candidate()].groups = [] }
    }
    let mine = Set(groupsOf[own])
    var ranked: [(number: Int, candidate: Candidate, strength: Int, distance: Double)] = []
    for (i, candidate) in found {
      var candidate = candidate
      candidate.groups = groupsOf[i].filter(mine.contains)
      ranked.append((i, candidate, strength(candidate), distance(own, i)))
    }
    ranked.sort { a, b in
      if a.strength != b.strength { return a.strength > b.strength }
      if a.distance != b.distance { return a.distance < b.distance }
      // Round from its own place, or the first of the alphabet would stand everywhere.
      return (a.number - own + clusters.count) % clusters.count < (b.number - own + clusters.count) % clusters.count
    }
    let entries = ranked.prefix(Self.limit).map { Entry(cluster: clusters[$0.number].id, reasons: reasons($0.candidate)) }
    return Answer(
      entries: entries.sorted { a, b in
        let (x, y) = (clusters[numbers[a.cluster.id] ?? 0].name.value, clusters[numbers[b.cluster.id] ?? 0].name.value)
        return x == y ? a.cluster < b.cluster : DiacriticFolding.precedes(x, y)
      }, more: max(0, ranked.count - Self.limit), isOpen: isOpen && ranked.count > Self.limit)
  }

  /// The members of a group that follow one of them, round its end.
  private static func near(_ own: Int, in list: [Int]) -> [Int] {
    guard list.count > window else { return list }
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < own { low = middle + 1 } else { high = middle }
    }
    return (0...window).map { list[(low + $0) % list.count] }
  }

  private func strength(_ candidate: Candidate) -> Int {
    6 * min(2, candidate.ties.count) + (candidate.players.isEmpty ? 0 : 3 + min(3, candidate.players.count))
      + candidate.groups.prefix(6).reduce(0) { $0 + groups[$1].weight }
  }

  /// In degrees; what has no seat is farthest.
  private func distance(_ a: Int, _ b: Int) -> Double {
    guard let x = clusters[a].cluster?.seat, let y = clusters[b].cluster?.seat else { return 360 }
    return GreatCircle.degrees(
      from: GeoPoint(latitude: x.latitude.value, longitude: x.longitude.value),
      to: GeoPoint(latitude: y.latitude.value, longitude: y.longitude.value))
  }

  private func reasons(_ candidate: Candidate) -> [Reason] {
    var reasons: [Reason] = candidate.ties.map { .relation($0) }
    if !candidate.players.isEmpty { reasons.append(.players(candidate.players)) }
    var (programmes, concepts, fields): ([Int], [SheetID], [Reason]) = ([], [], [])
    for i in candidate.groups {
      switch groups[i] {
      case .programme(let number): programmes.append(number)
      case .concept(let id): concepts.append(id)
      case .field(let theme, let region): fields.append(.field(theme: theme, region: region))
      }
    }
    if !programmes.isEmpty { reasons.append(.programmes(programmes)) }
    if !concepts.isEmpty { reasons.append(.concepts(concepts)) }
    return reasons + fields
  }
}
