import FrontMatter

/// Equality of values as JSON Schema has it: `1` is `1.0`, the order of keys does not matter.
enum Equality {
  /// - Parameters: whether the plain scalars of either side count as text.
  static func areEqual(_ a: Node, asString: Bool = false, _ b: Node, asString otherAsString: Bool = false) -> Bool {
    let x = Instance(a, asString: asString)
    let y = Instance(b, asString: otherAsString)
    if x.type != y.type { return false }
    switch x.type {
    case .null: return true
    case .boolean: return a.core == b.core
    case .string: return sameText(a, b)
    case .array:
      guard a.count == b.count else { return false }
      var others = b.items
      for item in a.items {
        guard let other = others.next(), areEqual(item, asString: asString, other, asString: otherAsString) else { return false }
      }
      return true
    case .object:
      guard a.count == b.count else { return false }
      if a.count <= 8 {
        for entry in a.entries {
          guard let other = b.entries.first(where: { sameText($0.key, entry.key) }),
            areEqual(entry.value, asString: asString, other.value, asString: otherAsString)
          else { return false }
        }
        return true
      }
      let byKey = Dictionary(b.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
      return a.entries.allSatisfy { entry in
        byKey[entry.key.text].map { areEqual(entry.value, asString: asString, $0, asString: otherAsString) } ?? false
      }
    default:
      if let i = x.integer, let j = y.integer { return i == j }
      guard x.number == y.number else { return false }
      guard let i = a.withText({ Decimal($0) }), let j = b.withText({ Decimal($0) }) else { return true }
      return i.order(j) == 0
    }
  }

  /// The items that equal one before them.
  static func duplicates(in list: Node, asString: Bool) -> [Twin] {
    guard list.count > 1 else { return [] }
    var seen: [Int: [Node]] = [:]
    var found: [Twin] = []
    var previous: Node?
    for (position, item) in list.items.enumerated() {
      defer { previous = item }
      var hasher = Hasher()
      hash(item, asString: asString, into: &hasher)
      let key = hasher.finalize()
      if let first = seen[key]?.first(where: { areEqual($0, asString: asString, item, asString: asString) }) {
        found.append(Twin(item: item, position: position, previous: previous ?? first, first: first))
      } else {
        seen[key, default: []].append(item)
      }
    }
    return found
  }

  static func areAllDifferent(_ list: Node, asString: Bool) -> Bool {
    if list.count > 8 { return duplicates(in: list, asString: asString).isEmpty }
    var others = list.items
    while let item = others.next() {
      var rest = others
      while let other = rest.next() {
        if areEqual(item, asString: asString, other, asString: asString) { return false }
      }
    }
    return true
  }

  static func sameText(_ a: Node, _ b: Node) -> Bool {
    a.withText { x in
      b.withText { y in
        guard x.count == y.count else { return false }
        for i in 0..<x.count where x[i] != y[i] { return false }
        return true
      }
    }
  }

  private static func hash(_ node: Node, asString: Bool, into hasher: inout Hasher) {
    let value = Instance(node, asString: asString)
    hasher.combine(value.type.rawValue)
    switch value.type {
    case .string: node.withText { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    case .boolean: hasher.combine(node.core == .bool(true))
    case .array:
      hasher.combine(node.count)
      for item in node.items { hash(item, asString: asString, into: &hasher) }
    case .object:
      var sum = 0
      for entry in node.entries {
        var part = Hasher()
        entry.key.withText { part.combine(bytes: UnsafeRawBufferPointer($0)) }
        hash(entry.value, asString: asString, into: &part)
        sum &+= part.finalize()
      }
      hasher.combine(sum)
    case .integer, .fraction: hasher.combine(value.number)
    default: break
    }
  }
}

/// An item of a list that equals an earlier one.
struct Twin {
  let item: Node
  let position: Int
  /// The item right before it.
  let previous: Node
  /// The one that it equals.
  let first: Node
}
