/// What tells the items of a list apart, so that an item put in front does not change all that follow.
enum ItemIdentity {
  /// The keys that name an item, the surest first. `to` and its like may hold a mapping with a name of its own.
  private static let keys = [
    "id", "initiative", "to", "policy", "cluster", "name", "field", "code", "finding", "event", "with", "text", "title", "phase",
    "scheme", "indicator",
  ]

  /// The key of a mapping that names it; nil where none does.
  static func key(of value: DataValue) -> String? {
    guard case .map = value else { return nil }
    return keys.first { name(value[$0]) != nil }
  }

  /// The name of an item: of a single value the value itself, so that `s1` and `{id: s1, at: p. 3}` are one.
  static func of(_ item: DataValue) -> String? {
    if let scalar = item.scalar { return scalar }
    guard let key = key(of: item) else { return nil }
    return name(item[key])
  }

  private static func name(_ value: DataValue?) -> String? {
    guard let value, !value.isBlank else { return nil }
    if let scalar = value.scalar { return scalar }
    return value["name"]?.scalar ?? value["id"]?.scalar
  }

  /// Two states of a list laid side by side.
  struct Pair {
    let before: DataValue?
    let after: DataValue?
    /// The item's name; nil where it has none.
    let name: String?
    /// The number of the item in its own list, from 0: in the later one where it is there.
    let position: Int
  }

  /// Pairs the items of two lists: by name (the second of a name with the second), then those that are equal, then those that differ in
  /// nothing but their name, then in order. In the order of the later list, with what is gone at the end. Takes linear time.
  static func pairs(_ before: [DataValue], _ after: [DataValue]) -> [Pair] {
    var open: [String: [Int]] = [:]
    for (i, item) in before.enumerated().reversed() { open[of(item).map { "n" + $0 } ?? "-", default: []].append(i) }
    var partner = [Int?](repeating: nil, count: after.count)
    for (i, item) in after.enumerated() {
      if let name = of(item) { partner[i] = open["n" + name]?.popLast() }
    }
    var taken = Set(partner.compactMap { $0 })
    // What is left over: a name that was corrected leaves the rest of its item as it was.
    func pairLeft(by content: (DataValue) -> String?) {
      var left: [String: [Int]] = [:]
      for (i, item) in before.enumerated().reversed() where !taken.contains(i) {
        if let key = content(item) { left[key, default: []].append(i) }
      }
      for (i, item) in after.enumerated() where partner[i] == nil {
        guard let key = content(item), let match = left[key]?.popLast() else { continue }
        partner[i] = match
        taken.insert(match)
      }
    }
    pairLeft { of($0) == nil ? $0.summary : nil }
    pairLeft { item in
      guard let key = key(of: item), case .map(let members) = item else { return nil }
      let rest = DataValue.map(members.filter { $0.key != key })
      return rest.isBlank ? nil : key + rest.summary
    }
    pairLeft { of($0) == nil ? "" : nil }
    return after.enumerated().map { i, item in
      Pair(before: partner[i].map { before[$0] }, after: item, name: of(item), position: i)
    }
      + before.enumerated().filter { !taken.contains($0.offset) }.map { i, item in
        Pair(before: item, after: nil, name: of(item), position: i)
      }
  }
}
