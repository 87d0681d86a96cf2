import Diagnostics
import FrontMatter
import SourceText

package enum MissingCompanion {
  package static let rule = Rule(
    id: "missing-companion", severity: .error,
    title: "Fields that say something only together stand together",
    why:
      "A check without its day, or an amount without its currency, says too little. Add the other field, or take this one away.",
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nreview: {checked_by: second editor}\n---\n"),
    good: Example(
      "Sheets/concepts/example.md",
      "---\naim: draft\nname: Example\nreview: {checked_by: second editor, checked_on: 2025-03-09}\n---\n"))

  static func report(
    _ key: String, beside trigger: Node, _ subject: Subject, field: (title: String?, description: String?, question: String?)
  ) -> Diagnostic {
    subject.reportAlways(
      rule, at: trigger, "Field '\(key)' is missing beside \(Wording.quoted(trigger.text))\(subject.inPlace)",
      label: "goes only with '\(key)'", explanation: MissingField.explanation(field))
  }
}
