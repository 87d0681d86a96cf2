import Diagnostics
import FrontMatter
import SourceText

package enum SourceReadDate {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "source-read-date", severity: .warning,
    title: "A source with an address says on which day it was read, and not before it was published",
    why: """
      Pages change. The day on which a source was read tells a reviewer which state of the page the sheet rests on, and whether to look again. A \
      day before the year of publication is a slip of one of the two. The day is written as year-month-day.
      """,
    bad: Example("Sheets/concepts/example.md", example("")),
    good: Example("Sheets/concepts/example.md", example(", read_on: 2026-03-09")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    (sheet.tree.root["sources"]?.items ?? sheet.tree.root.items).compactMap { source in
      guard source.isMapping, let id = source["id"], id.isScalar, !id.isBlank else { return nil }
      guard let read = source["read_on"], read.isScalar, !read.isBlank else {
        guard !sheet.isDraft, let url = source["url"], !url.isBlank else { return nil }
        return sheet.report(
          rule, at: url.span, "Source \(Wording.quoted(id.text)) has an address, and no day on which it was read",
          label: "add `read_on`")
      }
      guard let day = CalendarDate(read.text), let year = source["year"], let published = year.integer, day.year < published
      else { return nil }
      return sheet.report(
        rule, at: read.span, "Source \(Wording.quoted(id.text)) was read in \(day.year), before it was published",
        notes: [Note(at: sheet.location(year.span), "published")])
    }
  }

  private static func example(_ read: String) -> String {
    """
    ---
    aim: listed
    name: Example
    framework: spatial
    summary: A text.
    definition: A text.
    sources:
      - {id: s1, type: academic, title: A book, publisher: One, year: 2008, url: https://example.org/\(read), reliability: A}
    ---

    A text [@s1].
    """
  }
}
