/// Finds the schemas that contain themselves at some depth: a tree of regions, for instance. Tarjan's algorithm, without recursion of its own.
enum Cycles {
  static func members(of nodes: [SchemaNode]) -> [Bool] {
    let edges = nodes.map(\.below)
    var isMember = [Bool](repeating: false, count: nodes.count)
    var numbers = [Int](repeating: -1, count: nodes.count)
    var lowest = [Int](repeating: 0, count: nodes.count)
    var isOnStack = [Bool](repeating: false, count: nodes.count)
    var stack: [Int] = []
    var count = 0
    for root in nodes.indices where numbers[root] < 0 {
      var path: [(node: Int, edge: Int)] = []
      func enter(_ node: Int) {
        numbers[node] = count
        lowest[node] = count
        count += 1
        stack.append(node)
        isOnStack[node] = true
        path.append((node, 0))
      }
      enter(root)
      while let (node, edge) = path.last {
        if edge < edges[node].count {
          path[path.count - 1].edge += 1
          let next = edges[node][edge]
          if next == node { isMember[node] = true }
          if numbers[next] < 0 { enter(next) } else if isOnStack[next] { lowest[node] = min(lowest[node], numbers[next]) }
        } else {
          path.removeLast()
          if let parent = path.last { lowest[parent.node] = min(lowest[parent.node], lowest[node]) }
          if lowest[node] == numbers[node] {
            var group: [Int] = []
            while let member = stack.popLast() {
              isOnStack[member] = false
              group.append(member)
              if member == node { break }
            }
            if group.count > 1 { for member in group { isMember[member] = true } }
          }
        }
      }
    }
    return isMember
  }
}

extension SchemaNode {
  /// Every schema that this one leads to, for the same value or for a part of it.
  fileprivate var below: [Int] {
    var found = inPlace?.value.every ?? []
    if let object {
      found += object.judgeList + object.patterns.map(\.schema) + [object.additional, object.unevaluated, object.names]
      found += object.dependentSchemas.map(\.schema)
    }
    if let array = array?.value { found += array.prefix + [array.items, array.unevaluated, array.contains] }
    return found.filter { $0 >= 0 }
  }
}
