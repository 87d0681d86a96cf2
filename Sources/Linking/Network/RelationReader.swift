import FrontMatter
import SheetModel

/// Reads the relations of all sheets and joins what two sheets say of one.
struct RelationReader {
  private(set) var unpublished = 0
  /// Which clusters work together under which programme.
  private(set) var programmes: [(programme: SheetID, cluster: String, since: Int?, until: Int?)] = []

  private let published: Set<SheetID>
  private let order: [String: Int]
  private let byName: [String: [Sheet]]
  private var statements: [Said] = []
  private var names: [PartnerKey: String] = [:]

  private struct PartnerKey: Hashable, Comparable {
    let name: String
    let country: String

    static func < (a: PartnerKey, b: PartnerKey) -> Bool { (a.name, a.country) < (b.name, b.country) }
  }

  private enum Target: Hashable {
    case cluster(String)
    case named(PartnerKey)
  }

  private struct Said {
    let cluster: String
    let target: Target
    let type: String
    let programme: SheetID?
    let since: Int?
    let until: Int?
    let node: Int
  }

  init(_ clusters: [Sheet], published: Set<SheetID>) {
    self.published = published
    order = Dictionary(clusters.enumerated().map { ($1.id.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byName: [String: [Sheet]] = [:]
    for sheet in clusters {
      for key in Set(([sheet.name.value] + sheet.aliases.map(\.value)).map(NameKey.of)) where !key.isEmpty {
        byName[key, default: []].append(sheet)
      }
    }
    self.byName = byName
  }

  mutating func read(_ sheet: Sheet) {
    for entry in sheet.tree.root["relations"]?.items ?? sheet.tree.root.items where entry.isMapping {
      guard let type = Self.text(entry["type"]), let to = entry["to"] else { continue }
      let programme = Self.text(entry["programme"]).flatMap { id in
        [SheetKind.policy, .initiative].map { SheetID($0, id) }.first(where: published.contains)
      }
      let (since, until) = (entry["from"]?.integer, entry["until"]?.integer)
      guard let target = target(to, of: sheet) else {
        unpublished += 1
        continue
      }
      guard target != .cluster(sheet.id.id) else { continue }
      statements.append(
        Said(
          cluster: sheet.id.id, target: target, type: type, programme: programme, since: since, until: until, node: entry.index))
      guard let programme else { continue }
      programmes.append((programme, sheet.id.id, since, until))
      if case .cluster(let other) = target { programmes.append((programme, other, since, until)) }
    }
  }

  private mutating func target(_ node: Node, of sheet: Sheet) -> Target? {
    if node.isScalar {
      return !node.isBlank && published.contains(SheetID(.cluster, node.text)) ? .cluster(node.text) : nil
    }
    guard let name = Self.text(node["name"]) else { return nil }
    let country = Self.text(node["country"])
    // A name that is the name of a sheet means that sheet, though the author did not know its id.
    let known = (byName[NameKey.of(name)] ?? []).prefix(8).filter { candidate in
      country.map { code in candidate.cluster?.countries.contains { $0.value == code } ?? false } ?? true
    }
    if known.count == 1, let cluster = known.first, cluster.id != sheet.id { return .cluster(cluster.id.id) }
    let folded = NameKey.of(name)
    let key = PartnerKey(name: folded.isEmpty ? name : folded, country: country ?? "")
    if names[key] == nil { names[key] = name }
    return .named(key)
  }

  private static func text(_ node: Node?) -> String? {
    guard let node, node.isScalar, !node.isBlank else { return nil }
    return node.text
  }

  /// The partners and ties, sorted.
  func network() -> (partners: [ClusterNetwork.Partner], ties: [ClusterNetwork.Tie]) {
    var partners: [ClusterNetwork.Partner] = []
    var numbers: [PartnerKey: Int] = [:]
    var taken: [String: Int] = [:]
    for (key, name) in names.sorted(by: { $0.key < $1.key }) {
      let slug = SheetID.slug(of: name + (key.country.isEmpty ? "" : " " + key.country))
      let count = taken[slug, default: 0] + 1
      taken[slug] = count
      numbers[key] = partners.count
      partners.append(
        ClusterNetwork.Partner(
          id: count == 1 && !slug.isEmpty ? slug : "\(slug)--\(count)", name: name,
          country: key.country.isEmpty ? nil : key.country))
    }
    let ties = joined().map { group -> ClusterNetwork.Tie in
      let (first, said) = (group[0], group.map { ClusterNetwork.Statement(cluster: $0.cluster, node: $0.node) })
      let to: ClusterNetwork.End
      switch first.target {
      case .cluster(let id): to = .cluster(id)
      case .named(let key): to = .partner(numbers[key] ?? 0)
      }
      return ClusterNetwork.Tie(
        from: .cluster(first.cluster), to: to, type: first.type,
        isDirected: ClusterNetwork.directedTypes.contains(first.type), programme: group.compactMap(\.programme).first,
        since: group.compactMap(\.since).first, until: group.compactMap(\.until).first, said: said)
    }
    return (partners, ties)
  }

  /// What one sheet said of another, open for what the other says of the first.
  private struct Pair: Hashable {
    let from: String
    let to: String
    let type: String
  }

  /// How many open statements of one pair and type are compared with an answer: so many agreements of two clusters can be told apart.
  private static let compared = 64

  /// Each statement with its answer from the other side. Two statements of one side are two relations.
  private func joined() -> [[Said]] {
    var groups: [[Said]] = []
    var open: [Pair: [Int]] = [:]
    for said in statements {
      if case .cluster(let other) = said.target {
        let asked = Pair(from: other, to: said.cluster, type: said.type)
        // What a directed type says from the other side is another relation, if a contradicting one.
        let candidates = ClusterNetwork.directedTypes.contains(said.type) ? [] : (open[asked] ?? []).prefix(Self.compared)
        if let match = candidates.firstIndex(where: { Self.agree(groups[$0][0], said) }) {
          groups[candidates[match]].append(said)
          open[asked]?.remove(at: match)
          continue
        }
        open[Pair(from: said.cluster, to: other, type: said.type), default: []].append(groups.count)
      }
      groups.append([said])
    }
    return groups
  }

  /// Whether two statements can be of one relation: what both say is equal.
  private static func agree(_ a: Said, _ b: Said) -> Bool {
    func same<Value: Equatable>(_ x: Value?, _ y: Value?) -> Bool { x == nil || y == nil || x == y }
    return same(a.since, b.since) && same(a.until, b.until) && same(a.programme, b.programme)
  }
}
