import FrontMatter
import SheetModel

/// Players that several clusters have: the same Wikidata or ROR number, else the same name in the same country.
///
/// States and their ministries are in every cluster of a country, and words such as "university" are no names: neither ties two clusters.
struct SharedPlayers: Sendable {
  /// A player in more clusters than this says nothing of any two of them.
  private static let mostClusters = 20
  private static let levels: Set<String> = ["supranational", "national"]
  /// A name of nothing but these words names nobody.
  private static let commonWords: Set<String> = [
    "a", "and", "association", "bank", "banks", "business", "chamber", "city", "college", "commerce", "companies", "council",
    "de",
    "department", "development", "et", "federal", "for", "government", "hospital", "hospitals", "incubator", "industry",
    "institute",
    "investors", "la", "local", "ministry", "municipality", "national", "of", "office", "park", "province", "public", "region",
    "regional", "research", "school", "schools", "science", "start", "state", "technology", "the", "town", "trade",
    "universities",
    "university", "ups", "venture", "capital", "funds", "fund", "unions", "users",
  ]

  private struct Player {
    let name: String
    let wikidata: String?
    let ror: String?
    let keys: [String]
  }

  private let players: [[Player]]
  /// The clusters that have a key, ascending, each once with the number of its player.
  private let holders: [String: [(cluster: Int, player: Int)]]

  init(_ clusters: [Sheet]) {
    players = clusters.map(Self.read)
    var holders: [String: [(cluster: Int, player: Int)]] = [:]
    for (i, list) in players.enumerated() {
      for (j, player) in list.enumerated() {
        for key in player.keys where holders[key]?.last?.cluster != i { holders[key, default: []].append((i, j)) }
      }
    }
    self.holders = holders.filter { (2...Self.mostClusters).contains($0.value.count) }
  }

  /// The clusters that share a player with one, each with the players' names as that one writes them, by name.
  func shared(by own: Int) -> [(cluster: Int, names: [String])] {
    var names: [Int: Set<String>] = [:]
    for player in players[own] {
      for key in player.keys {
        for holder in holders[key] ?? [] where holder.cluster != own {
          let other = players[holder.cluster][holder.player]
          guard Self.canBeOne(player.wikidata, other.wikidata), Self.canBeOne(player.ror, other.ror) else { continue }
          names[holder.cluster, default: []].insert(player.name)
        }
      }
    }
    return names.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted(by: DiacriticFolding.precedes)) }
  }

  private static func canBeOne(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || a == b }

  private static func read(_ sheet: Sheet) -> [Player] {
    guard let components = sheet.tree.root["players"], components.isMapping else { return [] }
    let countries = sheet.cluster?.countries.map(\.value) ?? []
    return components.entries.flatMap { component in
      component.value.items.compactMap { item -> Player? in
        func text(_ key: String) -> String? { item[key].flatMap { $0.isScalar && !$0.isBlank ? $0.text : nil } }
        guard item.isMapping, let name = text("name"), !levels.contains(text("kind") ?? "") else { return nil }
        let (wikidata, ror) = (text("wikidata"), text("ror"))
        var keys = [wikidata.map { "wikidata " + $0 }, ror.map { "ror " + $0 }].compactMap { $0 }
        // Where the cluster lies in several countries, only the player itself says in which it is.
        if let country = text("country") ?? (countries.count == 1 ? countries[0] : nil) {
          let key = NameKey.of(name)
          let isCommon = key.split(separator: " ").allSatisfy { commonWords.contains(String($0)) }
          if key.unicodeScalars.count > 1, !isCommon { keys.append("name \(country) \(key)") }
        }
        return keys.isEmpty ? nil : Player(name: name, wikidata: wikidata, ror: ror, keys: keys)
      }
    }
  }
}
