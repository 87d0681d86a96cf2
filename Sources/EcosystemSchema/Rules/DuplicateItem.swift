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

  static func report(_ subject: Subject, _ twin: Twin) -> Diagnostic {
    let shown = Wording.quoted(twin.item.asFlowText)
    let cut = Location(path: subject.path, span: Span(twin.previous.span.end, twin.item.span.end))
    return Diagnostic(
      rule, at: subject.location(twin.item), subject.message ?? "\(subject.title) names \(shown) twice", label: "named before",
      sheet: subject.sheet, pointer: "\(subject.pointer)/\(twin.position)",
      notes: [Note(at: subject.location(twin.first), "first named here")],
      fixes: [Fix("Take the second \(shown) away", .needsReview, [TextEdit(cut, "")])])
  }
}
