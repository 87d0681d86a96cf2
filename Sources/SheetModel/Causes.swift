import Diagnostics
import FrontMatter

/// One cause, one diagnostic: a text that YAML cut short makes the schema complain about the pieces.
package enum Causes {
  /// The rules that say why the pieces are wrong.
  private static let causes: Set<String> = [CutAtComma.rule.id, CutAtColon.rule.id, CutAtComment.rule.id, MergeKey.rule.id]

  /// Whether a diagnostic says why the schema finds something wrong, rather than saying it once more.
  package static func isCause(_ diagnostic: Diagnostic) -> Bool { causes.contains(diagnostic.rule) }

  /// What the schema says, without what lies within a place for which a cause was found.
  package static func silencing(_ invalid: [Diagnostic], by found: [Diagnostic]) -> [Diagnostic] {
    let spans = found.filter { causes.contains($0.rule) }.map(\.location.span)
    guard !spans.isEmpty else { return invalid }
    return invalid.filter { diagnostic in
      let span = diagnostic.location.span
      return !spans.contains { $0.start <= span.start && span.end <= $0.end }
    }
  }
}
