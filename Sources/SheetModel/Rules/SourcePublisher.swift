import Diagnostics
import FrontMatter
import SourceText

package enum SourcePublisher {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "source-publisher", severity: .warning,
    title: "A source names its publisher",
    why: """
      A publishable sheet rests on sources from two publishers, so that it does not repeat one interest only; a source without a publisher cannot count \
      for that. Name the body or the medium that brought it out, not the firm that runs the web site.
      """,
    bad: Example("Sheets/concepts/example.md", example("")),
    good: Example("Sheets/concepts/example.md", example("publisher: One, ")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard !sheet.isDraft else { return [] }
    return (sheet.tree.root["sources"]?.items ?? sheet.tree.root.items).compactMap { source in
      guard source.isMapping, let id = source["id"], id.isScalar, !id.isBlank, source["publisher"]?.isBlank ?? true else {
        return nil
      }
      return sheet.report(rule, at: id.span, "Source \(Wording.quoted(id.text)) names no publisher", label: "add `publisher`")
    }
  }

  private static func example(_ publisher: String) -> String {
    """
    ---
    aim: listed
    name: Example
    framework: spatial
    summary: A text.
    definition: A text.
    sources:
      - {id: s1, type: academic, title: A book, \(publisher)reliability: A}
    ---

    A text [@s1].
    """
  }
}
