import Diagnostics
import SourceText

package enum ExplicitTag {
  package static let rule = Rule(
    id: "yaml-tag", severity: .error,
    title: "Values carry no YAML tag",
    why:
      "A tag such as `!!str` or `!python/object` asks the reader for a type of its own. Here the schema says what a value is. Take the tag away.",
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: !!str Example\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"))

  static func report(_ tag: String, at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Tag \(Wording.quoted(tag)) is not allowed",
      explanation: "The schema says what type a value has. A text that begins with an exclamation mark stands in quotes.",
      fixes: [Fix("Delete the tag", .needsReview, [TextEdit(location, "")])])
  }
}
