import Diagnostics
import FrontMatter
import SourceText

package enum MissingField {
  package static let rule = Rule(
    id: "missing-field", severity: .error,
    title: "A field that is always needed is there",
    why: """
      Some fields make the rest understandable: a sheet needs a name, a figure its year, a source its title. Where one of them is not known, leave out \
      the whole item or say under `gaps` what could not be found.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nsummary: A concept.\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nsummary: A concept.\n---\n"))

  static func report(
    _ key: String, _ subject: Subject, field: (title: String?, description: String?, question: String?)
  ) -> Diagnostic {
    subject.reportAlways(
      rule, at: subject.sign, "Field '\(key)' is missing\(subject.inPlace)", explanation: explanation(field) ?? subject.message)
  }

  static func explanation(_ field: (title: String?, description: String?, question: String?)) -> String? {
    guard let description = field.description ?? field.question else { return field.title }
    return field.title.map { "\($0): \(description)" } ?? description
  }
}
