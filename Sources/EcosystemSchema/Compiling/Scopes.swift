import FrontMatter
import SourceText

/// Where a schema stands and which way led there.
///
/// A `$dynamicRef` leads to the outermost resource on the way that has a `$dynamicAnchor` of its name. So the same text can mean different
/// schemas on different ways, and is compiled once for each: afterwards every reference is an ordinary one.
struct Scope: Hashable {
  /// The resource, as a place in `units`.
  let unit: Int
  /// The dynamic anchors on the way, as a place in `contexts`.
  let context: Int
}

/// Where an anchor lies.
struct Target: Hashable {
  let unit: Int
  let node: Int
}

extension SchemaCompiler {
  /// How many different sets of dynamic anchors may be met.
  private static let contextLimit = 64

  private func location(of unit: Int) -> Location {
    Location(path: documents[units[unit].document].file.path, span: Span.at(units[unit].root.span.start))
  }

  /// The scope of a resource that is entered from a context.
  mutating func scope(of unit: Int, from context: Int) -> Int {
    let way = Scope(unit: unit, context: context)
    if let known = entered[way] { return known }
    var anchors = contexts[context]
    for (name, node) in units[unit].dynamicAnchors where anchors[name] == nil {
      anchors[name] = Target(unit: unit, node: node.index)
    }
    let inner: Int
    if let known = contextNumbers[anchors] {
      inner = known
    } else if contexts.count >= Self.contextLimit {
      // Resources that all refer to each other lead on more ways than can be followed.
      diagnostics.append(SchemaRecursion.report(tooLargeAt: location(of: unit)))
      inner = context
    } else {
      inner = contexts.count
      contexts.append(anchors)
      contextNumbers[anchors] = inner
    }
    let scope = Scope(unit: unit, context: inner)
    let number: Int
    if let known = scopeNumbers[scope] {
      number = known
    } else {
      number = scopes.count
      scopes.append(scope)
      scopeNumbers[scope] = number
    }
    entered[way] = number
    return number
  }

  /// The scope of a schema inside a scope: another one where the schema has an address of its own.
  mutating func scope(at node: Node, in scope: Int) -> Int {
    let (unit, context) = (scopes[scope].unit, scopes[scope].context)
    guard let own = unitsByRoot[NodePlace(document: units[unit].document, node: node.index)], own != unit else { return scope }
    return self.scope(of: own, from: context)
  }
}
