import FrontMatter
import SheetModel

/// A policy, an initiative or a label, with the clusters that belong to it.
package struct SharedProgramme: Sendable {
  package enum Kind: String, Sendable, Comparable, CaseIterable {
    case policy, initiative, label

    package static func < (a: Kind, b: Kind) -> Bool { a.order < b.order }
    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A cluster in a programme.
  package struct Member: Sendable {
    /// The cluster's id.
    package let cluster: String
    /// What the programme is to it: values of `policies.role`, the level of a label; sorted.
    package let roles: [String]
    /// The first and the last year that its entries name.
    package let since: Int?
    package let until: Int?
  }

  package let kind: Kind
  /// The sheet's id; of a label, its name as an address.
  package let id: String
  package let name: String
  /// nil for a label.
  package let sheet: SheetID?
  /// By id.
  package let members: [Member]

  /// A cluster's membership.
  package func member(_ cluster: String) -> Member? {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle].cluster < cluster { low = middle + 1 } else { high = middle }
    }
    return low < members.count && members[low].cluster == cluster ? members[low] : nil
  }

  /// An entry of a sheet that puts a cluster under a programme.
  private struct Entry {
    let cluster: String
    let role: String?
    let since: Int?
    let until: Int?
  }

  private struct Key: Hashable {
    let kind: Kind
    let id: String
  }

  static func all(
    _ clusters: [Sheet], _ relations: [(programme: SheetID, cluster: String, since: Int?, until: Int?)], _ atlas: Atlas
  ) -> [SharedProgramme] {
    var entries: [Key: [Entry]] = [:]
    var names: [Key: String] = [:]
    for sheet in clusters {
      for item in sheet.tree.root["policies"]?.items ?? sheet.tree.root.items where item.isMapping {
        guard let id = item["policy"], id.isScalar, !id.isBlank, let policy = atlas[SheetID(.policy, id.text)] else { continue }
        let key = Key(kind: .policy, id: id.text)
        names[key] = policy.name.value
        entries[key, default: []].append(
          Entry(
            cluster: sheet.id.id, role: item["role"].flatMap { $0.isBlank ? nil : $0.text }, since: item["from"]?.integer,
            until: item["to"]?.integer))
      }
      for item in labels(sheet) {
        guard let scheme = item["scheme"], scheme.isScalar, !scheme.isBlank else { continue }
        let key = Key(kind: .label, id: SheetID.slug(of: NameKey.of(scheme.text)))
        guard !key.id.isEmpty else { continue }
        if names[key] == nil { names[key] = scheme.text }
        entries[key, default: []].append(
          Entry(
            cluster: sheet.id.id, role: item["level"].flatMap { $0.isBlank ? nil : $0.text }, since: item["from"]?.integer,
            until: item["to"]?.integer))
      }
    }
    for relation in relations {
      let key = Key(kind: relation.programme.kind == .policy ? .policy : .initiative, id: relation.programme.id)
      names[key] = atlas[relation.programme]?.name.value ?? relation.programme.id
      entries[key, default: []].append(
        Entry(cluster: relation.cluster, role: nil, since: relation.since, until: relation.until))
    }
    return entries.map { key, entries in
      let sheet = key.kind == .label ? nil : SheetID(key.kind == .policy ? .policy : .initiative, key.id)
      return SharedProgramme(kind: key.kind, id: key.id, name: names[key] ?? key.id, sheet: sheet, members: members(entries))
    }.sorted { a, b in
      if a.kind != b.kind { return a.kind < b.kind }
      return a.name == b.name ? a.id < b.id : DiacriticFolding.precedes(a.name, b.name)
    }
  }

  /// `governance.label` may be one label or a list of them.
  private static func labels(_ sheet: Sheet) -> [Node] {
    guard let label = sheet.tree.root.at("governance.label") else { return [] }
    return label.isMapping ? [label] : label.items.filter(\.isMapping)
  }

  private static func members(_ entries: [Entry]) -> [Member] {
    Dictionary(grouping: entries, by: \.cluster).map { cluster, entries in
      Member(
        cluster: cluster, roles: Set(entries.compactMap(\.role)).sorted(), since: entries.compactMap(\.since).min(),
        until: entries.contains { $0.until == nil } ? nil : entries.compactMap(\.until).max())
    }.sorted { $0.cluster < $1.cluster }
  }
}
