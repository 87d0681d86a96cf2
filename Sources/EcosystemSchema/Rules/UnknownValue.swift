import Diagnostics
import FrontMatter
import SourceText

package enum UnknownValue {
  package static let rule = Rule(
    id: "unknown-value", severity: .error,
    title: "A value is one of those that its field allows",
    why: """
      Fields that sort the sheets (status, stage of life, type of anchorage) have a short list of values, so that sheets can be compared and \
      found. The message names the nearest one, or the whole list where it is short. A new value is added in the schema, once, for all sheets.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nframework: spacial\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nframework: spatial\n---\n"))

  static func report(_ subject: Subject, values: [String]) -> Diagnostic {
    let near = subject.node.isScalar ? NearestWords.of(subject.node.text, among: values) : []
    let list = values.count > 1 && values.count <= 12 ? "Values: " + Wording.list(values, last: "or") + "." : nil
    let explanation = [subject.question, list].compactMap { $0 }.joined(separator: " ")
    var fixes: [Fix] = []
    if let first = near.first {
      fixes = [
        subject.replacing(subject.node, with: first, Subject.isCertain(near, for: subject.node.text) ? .safe : .needsReview)
      ]
    }
    let shown = subject.node.isScalar ? " " + subject.shown : ""
    let headline =
      values.count == 1 ? "\(subject.title) must be '\(values[0])'" : "\(subject.title)\(shown) is not one of its values"
    return subject.report(
      rule, headline, label: Wording.didYouMean(near), explanation: explanation.isEmpty ? nil : explanation, fixes: fixes)
  }
}
