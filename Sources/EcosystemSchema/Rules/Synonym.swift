import Diagnostics
import FrontMatter
import SourceText

package enum Synonym {
  package static let rule = Rule(
    id: "synonym", severity: .warning,
    title: "A value is written in the one word that all sheets use",
    why: """
      What one author calls `vc` and another `venture capital` is one thing and must be found under one word. The schema knows many such words and \
      which one to use instead; `clusterbook fix` writes it.
      """,
    bad: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\ngaps: [{field: definition, reason: missing}]\n---\n"),
    good: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\ngaps: [{field: definition, reason: not-found}]\n---\n"))

  static func report(_ subject: Subject, preferred: String) -> Diagnostic {
    subject.reportAlways(
      rule, at: subject.node, "\(subject.title) \(subject.shown) is written '\(preferred)' in all sheets",
      label: "write '\(preferred)'",
      explanation: subject.question, fixes: [subject.replacing(subject.node, with: preferred, .safe)])
  }
}
