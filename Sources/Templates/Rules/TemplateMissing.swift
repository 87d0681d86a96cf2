import Diagnostics
import SourceText

package enum TemplateMissing {
  package static let rule = Rule(
    id: "template-missing", severity: .error,
    title: "Every kind of page has a template, and none is empty",
    why: """
      A template in Site/templates/ is the frame of all pages of its kind: sheet.mustache of every datasheet. Without it there would be no such \
      pages, and with an empty one they would be empty.
      """,
    bad: Example("Site/templates/text.mustache", ""),
    good: Example("Site/templates/text.mustache", "<title>{{title}}</title>\n<main>{{{body}}}</main>\n"))

  static func report(_ name: String, isThere: Bool, others: [TemplateFile]) -> Diagnostic {
    let path = TemplateFile.folder + name + TemplateFile.ending
    let near = NearestWords.of(name, among: others.map(\.name), limit: 1)
    return Diagnostic(
      rule, at: Location(path: path, span: Span.at(0)), isThere ? "Template '\(name)' is empty" : "Template '\(name)' is missing",
      explanation: isThere
        ? "Pages of this kind would be empty."
        : "The file \(path) would be the frame of one kind of page.",
      notes: isThere
        ? []
        : others.filter { near.contains($0.name) }.map { Note(at: $0.location(Span.at(0)), "did you mean this file to be it?") })
  }
}
