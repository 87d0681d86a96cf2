/// All schemas of a project, compiled: immutable, shared by every thread.
final class Program: Sendable {
  let nodes: [SchemaNode]
  /// By schema: the types of value that it can accept, references and branches considered.
  let types: [TypeSet]
  /// By schema: whether a scalar counts as text at a place that this schema describes.
  let asString: [StringReading]

  /// Whether a schema asks for a field not to be used any longer.
  let hasDeprecated: Bool

  /// By schema: whether it contains itself.
  let isRecursive: [Bool]

  init(nodes: [SchemaNode], types: [TypeSet], isSheet: Bool) {
    self.nodes = nodes
    hasDeprecated = nodes.contains { $0.notes.isDeprecated }
    isRecursive = Cycles.members(of: nodes)
    self.types = types
    asString = types.map { types in
      let scalars = types.intersection(.scalars)
      return !isSheet || !scalars.contains(.string)
        ? .asWritten : scalars == .string ? .always : scalars == [.string, .null] ? .unlessNull : .asWritten
    }
  }
}

/// When a plain scalar is taken as the text that it shows, whatever YAML would make of it.
enum StringReading: Sendable {
  /// Only texts are allowed here: `NO` is Norway, `1.10` a version, `1997` a name.
  case always
  /// Texts, or nothing.
  case unlessNull
  /// Other scalars are allowed too, or none: YAML decides.
  case asWritten
}

extension Program {
  /// The schemas that judge the same value as `index`, itself first, then as far as `$ref` and `allOf` lead.
  func certain(_ index: Int) -> [Int] { reached(from: index) { $0.certain } }

  /// As `certain`, and the branches of `anyOf`, `oneOf`, `then` and `else` too.
  func closure(_ index: Int) -> [Int] { reached(from: index) { $0.certain + $0.possible } }

  private func reached(from index: Int, by edges: (InPlace) -> [Int]) -> [Int] {
    var found = [index]
    var seen: Set<Int> = [index]
    var i = 0
    while i < found.count {
      if let inPlace = nodes[found[i]].inPlace?.value {
        for next in edges(inPlace) where seen.insert(next).inserted { found.append(next) }
      }
      i += 1
    }
    return found
  }

  /// The first annotation that a schema or one that it builds on gives.
  func note<Value>(_ index: Int, _ read: (Annotations) -> Value?) -> Value? {
    for node in certain(index) { if let value = read(nodes[node].notes) { return value } }
    return nil
  }

  /// The keys that may stand in a mapping at this place, in the schema's order.
  func knownKeys(_ index: Int) -> [String] {
    var table = KeyTable()
    for node in closure(index) { for (key, _) in nodes[node].object?.properties ?? [] { table.add(key) } }
    return table.names
  }

  /// The schema of a key at this place.
  func child(_ index: Int, _ key: String) -> Int? {
    for node in closure(index) { if let schema = nodes[node].object?.schema(of: key) { return schema } }
    return nil
  }
}
