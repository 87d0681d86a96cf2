import Diagnostics
import EcosystemSchema

package enum UnknownGapField {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unknown-gap-field", severity: .error,
    title: "`gaps` and `evidence` name fields that the schema has",
    why: """
      A gap that names no field of the schema admits nothing, and evidence for a field that does not exist proves nothing. The name is the path \
      of keys with dots between them, without numbers: location.seat, resources.financial.
      """,
    bad: Example(
      "Sheets/policies/example.md", "---\naim: draft\nname: Example\ngaps:\n  - {field: form, reason: not-found}\n---\n"),
    good: Example(
      "Sheets/policies/example.md", "---\naim: draft\nname: Example\ngaps:\n  - {field: from, reason: not-found}\n---\n"))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var named = sheet.gaps.map(\.field)
    for entry in sheet.tree.root["evidence"]?.entries ?? sheet.tree.root.entries.none where !entry.key.text.hasPrefix("x-") {
      named.append(Located(entry.key.text, entry.key.span))
    }
    var suggestions = Suggestions()
    lazy var known = paths(context.field, depth: 3)
    return named.filter { context.field.at($0.value) == nil && !$0.value.hasPrefix("x-") }.map { path in
      let nearest = suggestions.nearest(to: path.value, among: known)
      return sheet.report(
        rule, at: path.span, "Field \(Wording.quoted(path.value)) does not exist in the schema",
        label: Wording.didYouMean(nearest),
        fixes: nearest.prefix(1).map {
          .replace(sheet.location(path.span), with: $0, Suggestions.isCertain(nearest, for: path.value) ? .safe : .needsReview)
        })
    }
  }

  /// All dotted paths of a schema down to a depth.
  private static func paths(_ field: Field, depth: Int, prefix: String = "") -> [String] {
    guard depth > 0 else { return [] }
    return (field.children + (field.items?.children ?? [])).flatMap { child in
      [prefix + child.key] + paths(child, depth: depth - 1, prefix: prefix + child.key + ".")
    }
  }
}
