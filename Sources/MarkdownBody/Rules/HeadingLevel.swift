import Diagnostics
import SourceText

package enum HeadingLevel {
  package static let rule = Rule(
    id: "heading-level", severity: .warning,
    title: "Headings begin with '##' and go down one level at a time",
    why: """
      The title of a page is the sheet's name, so the headings of its text begin with `##`; a part of such a section has `###`. People who use a \
      screen reader move through a page by its headings, and the print edition makes its contents from them: a level left out looks to both like \
      a section that is missing.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\n# Profile\n\nText.\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\n## Profile\n\nText.\n"))

  static func report(firstLevelAt location: Location, fix: (Location, String)?) -> Diagnostic {
    let title = "Make it a heading of the second level"
    let fixes = fix.map { place, text in
      let whole = text == "-" ? String(repeating: "-", count: max(place.span.length, 2)) : text
      return [Fix(title, .safe, [TextEdit(place, whole)])]
    }
    return Diagnostic(
      rule, at: location, "Heading of the first level stands in the text", label: "write '##'",
      explanation: "The title of the page is the sheet's name.", fixes: fixes ?? [])
  }

  static func report(skippedAt location: Location, level: Int, expected: Int) -> Diagnostic {
    let marks = String(repeating: "#", count: expected)
    return Diagnostic(
      rule, at: location, "Heading of level \(level) follows one of level \(expected - 1)", label: "expected '\(marks)'",
      fixes: location.span.length == level ? [.replace(location, with: marks, .needsReview)] : [])
  }
}
