/// Works out which types of value each schema can accept, following references and branches.
enum TypeAnalysis {
  /// - Parameter order: every schema behind those that it builds on.
  static func types(of nodes: [SchemaNode], in order: [Int]) -> [TypeSet] {
    var types = [TypeSet](repeating: .all, count: nodes.count)
    for index in order {
      let node = nodes[index]
      if let verdict = node.verdict {
        types[index] = verdict ? .all : []
        continue
      }
      var found = node.types ?? .all
      if let values = node.values { found.formIntersection(values.types) }
      if let inPlace = node.inPlace?.value {
        for other in inPlace.certain { found.formIntersection(types[other]) }
        for branches in [inPlace.anyOf, inPlace.oneOf] where !branches.isEmpty {
          found.formIntersection(branches.reduce(into: TypeSet()) { $0.formUnion(types[$1]) })
        }
      }
      types[index] = found
    }
    return types
  }
}
