import Diagnostics
import SourceText

package enum TemplateUnsafeSlot {
  package static let rule = Rule(
    id: "template-unsafe-slot", severity: .error,
    title: "Text stands in two braces, markup in three",
    why: """
      `{{title}}` is for text: what HTML would take for a tag is escaped. `{{{main}}}` is for markup that the program has made. The other way \
      round, a text from a sheet could change the page, and markup would show its own tags to the reader. Flags and lists cannot be shown; they \
      are for sections.
      """,
    bad: Example("Site/templates/_note.mustache", "<p>{{{title}}}</p>\n"),
    good: Example("Site/templates/_note.mustache", "<p>{{title}}</p>\n"))

  enum Problem { case textAsMarkup, markupAsText, flag, list }

  /// What is wrong with this tag for this slot; nil where nothing is.
  static func problem(_ tag: Tag, _ slot: Slot) -> Problem? {
    switch slot.kind {
    case .text: tag.kind == .unescaped ? .textAsMarkup : nil
    case .html: tag.kind == .variable ? .markupAsText : nil
    case .flag: .flag
    case .list: .list
    }
  }

  static func report(_ problem: Problem, _ tag: Tag, at location: Location) -> Diagnostic {
    let name = Wording.quoted(tag.name)
    let (message, mended): (String, String?) =
      switch problem {
      case .textAsMarkup: ("Slot \(name) is text, but is put in as markup", "{{\(tag.name)}}")
      case .markupAsText: ("Slot \(name) is markup, but is put in as text", "{{{\(tag.name)}}}")
      case .flag: ("Slot \(name) is a flag, which cannot be shown", nil)
      case .list: ("Slot \(name) is a list, which cannot be shown by itself", nil)
      }
    return Diagnostic(
      rule, at: location, message, label: mended.map { "write \($0)" },
      explanation: mended == nil ? "Use it as a section: `{{#\(tag.name)}}…{{/\(tag.name)}}`." : nil,
      fixes: mended.map { [.replace(location, with: $0)] } ?? [])
  }
}
