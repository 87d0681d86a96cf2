import Diagnostics
import FrontMatter
import SourceText

/// Gives diagnostics about a front matter their JSON pointers, all in one walk over the tree: asking each value for its own would be quadratic in a list of
/// mistakes.
package enum PointerFinder {
  /// The diagnostics, each that has none with the pointer of the innermost value that holds its span; in the text there is none.
  package static func fill(_ diagnostics: [Diagnostic], _ tree: Tree) -> [Diagnostic] {
    let whole = tree.root.span
    let wanted = Set(
      diagnostics.filter { $0.pointer == nil && !$0.location.span.isEmpty && holds(whole, $0.location.span) }.map(\.location.span)
    )
    guard !wanted.isEmpty else { return diagnostics }
    var walk = Walk(wanted: wanted)
    walk.visit(tree.root)
    return diagnostics.map { diagnostic in
      guard diagnostic.pointer == nil, wanted.contains(diagnostic.location.span) else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.pointer = walk.found[diagnostic.location.span] ?? around(diagnostic.location.span, tree.root)
      return diagnostic
    }
  }

  /// The pointer of the innermost value around a span that is no value's own.
  private static func around(_ span: Span, _ root: Node) -> String {
    var node = root
    while let inner = node.isSequence
      ? node.items.first(where: { holds($0.span, span) }) : node.entries.first(where: { holds($0.value.span, span) })?.value
    {
      node = inner
    }
    return node.pointer
  }

  private static func holds(_ outer: Span, _ inner: Span) -> Bool { outer.start <= inner.start && inner.end <= outer.end }

  /// Collects the pointers of the values, and of the keys, that have one of the spans.
  private struct Walk {
    let wanted: Set<Span>
    var found: [Span: String] = [:]
    private var steps: [Step] = []

    private enum Step {
      case key(Node)
      case item(Int)
    }

    init(wanted: Set<Span>) { self.wanted = wanted }

    mutating func visit(_ node: Node) {
      note(node.span)
      for (position, item) in node.items.enumerated() {
        steps.append(.item(position))
        visit(item)
        steps.removeLast()
      }
      for entry in node.entries {
        steps.append(.key(entry.key))
        note(entry.key.span)
        visit(entry.value)
        steps.removeLast()
      }
    }

    private mutating func note(_ span: Span) {
      guard wanted.contains(span), found[span] == nil else { return }
      found[span] = steps.reduce(into: "") { pointer, step in
        switch step {
        case .key(let key): pointer += "/" + Node.escapedPointerPart(key.text)
        case .item(let position): pointer += "/\(position)"
        }
      }
    }
  }
}
