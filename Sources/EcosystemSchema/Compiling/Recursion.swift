import Diagnostics
import SourceText

/// Schemas that judge the same value must come to an end: a circle of them would never.
extension SchemaCompiler {
  /// How many schemas may build on each other, and how many may look at one value. A sheet may be nested 64 deep, and the validator's stack has to hold
  /// the product.
  private static let depthLimit = 16
  private static let sizeLimit = 20_000

  /// Reports every circle and cuts it. Gives all schemas in an order in which each comes behind those that it builds on.
  mutating func cutRecursion() -> [Int] {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: drafts.count)
    var depths = [Int](repeating: 0, count: drafts.count)
    var sizes = [Int](repeating: 1, count: drafts.count)
    var order: [Int] = []
    for root in drafts.indices where marks[root] == .new {
      var path: [(schema: Int, left: [Int])] = [(root, drafts[root].sameValue)]
      marks[root] = .open
      while let top = path.last {
        if let next = top.left.last {
          path[path.count - 1].left.removeLast()
          if marks[next] == .new {
            marks[next] = .open
            path.append((next, drafts[next].sameValue))
          } else if marks[next] == .open {
            let circle = path.map(\.schema).drop { $0 != next }
            let culprit = circle.last { referenceLocations[$0] != nil } ?? top.schema
            diagnostics.append(SchemaRecursion.report(at: referenceLocations[culprit] ?? drafts[culprit].origin))
            drafts[top.schema].forget(next)
          }
        } else {
          path.removeLast()
          marks[top.schema] = .done
          let below = drafts[top.schema].sameValue
          depths[top.schema] = 1 + (below.map { depths[$0] }.max() ?? 0)
          sizes[top.schema] = below.reduce(1) { min($0 + sizes[$1], Self.sizeLimit + 1) }
          if depths[top.schema] > Self.depthLimit || sizes[top.schema] > Self.sizeLimit {
            diagnostics.append(
              SchemaRecursion.report(tooLargeAt: referenceLocations[top.schema] ?? drafts[top.schema].origin))
            for other in below { drafts[top.schema].forget(other) }
            depths[top.schema] = 1
            sizes[top.schema] = 1
          }
          order.append(top.schema)
        }
      }
    }
    return order
  }
}

extension SchemaDraft {
  /// The schemas that judge the same value.
  fileprivate var sameValue: [Int] { inPlace.every + dependentSchemas.map(\.schema) }

  fileprivate mutating func forget(_ other: Int) {
    if inPlace.reference == other { inPlace.reference = -1 }
    if inPlace.not == other { inPlace.not = -1 }
    if inPlace.condition == other { inPlace.condition = -1 }
    if inPlace.then == other { inPlace.then = -1 }
    if inPlace.otherwise == other { inPlace.otherwise = -1 }
    inPlace.allOf.removeAll { $0 == other }
    inPlace.anyOf.removeAll { $0 == other }
    inPlace.oneOf.removeAll { $0 == other }
    dependentSchemas.removeAll { $0.schema == other }
  }
}
