import Diagnostics
import FrontMatter
import SourceText

package enum DuplicateItem {
  package static let rule = Rule(
    id: "duplicate-item", severity: .error,
    title: "An item stands once in its list",
    why: "A country or a source named twice is counted twice. Take the second one away, or write what was meant.",
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\naliases: [Sample, Sample]\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\naliases: [Sample, Specimen]\n---\n"))

  static func report(_ subject: Subject, item: Node, position: Int, first: Node) -> Diagnostic {
    let shown = item.isScalar ? Wording.quoted(item.text) : Wording.quoted(item.asFlowText)
    var edits: [TextEdit] = []
    var before: Node?
    for (index, other) in subject.node.items.enumerated() {
      if index == position, let before {
        edits = [TextEdit(Location(path: subject.path, span: Span(before.span.end, item.span.end)), "")]
      }
      before = other
    }
    return Diagnostic(
      rule, at: subject.location(item), subject.message ?? "\(subject.title) names \(shown) twice", label: "named before",
      sheet: subject.sheet, pointer: "\(subject.pointer)/\(position)",
      notes: [Note(at: subject.location(first), "first named here")],
      fixes: edits.isEmpty ? [] : [Fix("Take the second \(shown) away", .needsReview, edits)])
  }
}
