import Diagnostics
import SourceText

package enum TemplateMissingPartial {
  package static let rule = Rule(
    id: "template-missing-partial", severity: .error,
    title: "A partial is a file in Site/templates/",
    why: """
      `{{> _head}}` puts the file Site/templates/_head.mustache in its place. Where there is no such file nothing would stand there, and nobody \
      would be told.
      """,
    bad: Example(
      files: [("Site/templates/_note.mustache", "{{> _badg}}\n"), ("Site/templates/_badge.mustache", "<b>{{title}}</b>\n")]),
    good: Example(
      files: [("Site/templates/_note.mustache", "{{> _badge}}\n"), ("Site/templates/_badge.mustache", "<b>{{title}}</b>\n")]))

  static func report(_ name: String, at location: Location, known: [String]) -> Diagnostic {
    let bare = { (name: String) in name.hasPrefix("_") ? String(name.dropFirst()) : name }
    // `head` for `_head` is the likeliest slip of all.
    let near = known.filter { bare($0) == bare(name) } + NearestWords.of(name, among: known).filter { bare($0) != bare(name) }
    return Diagnostic(
      rule, at: location, "Partial \(Wording.quoted(name)) does not exist", label: Wording.didYouMean(Array(near.prefix(3))),
      explanation: near.isEmpty ? "It would be the file \(TemplateFile.folder)\(name)\(TemplateFile.ending)." : nil,
      fixes: near.count == 1 ? near.map { .replace(location, with: $0, .needsReview) } : [])
  }
}
