import Diagnostics
import SourceText

package enum MissingPicture {
  package static let rule = Rule(
    id: "missing-picture", severity: .error,
    title: "A picture or file that a sheet names is there",
    why: """
      Pictures lie in a folder beside the sheet that has the sheet's name: Sheets/clusters/porto-digital/harbour.jpg, and are written from the \
      sheet, porto-digital/harbour.jpg. Only what a sheet names is copied. Mind capitals: Harbour.JPG is another file.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\n![A harbour](example/harbour.jpg)\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nA text.\n"))

  static func report(_ written: String, nearest: [String], at location: Location, sheet: String?, pointer: String?) -> Diagnostic
  {
    Diagnostic(
      rule, at: location, "File \(Wording.quoted(written)) does not exist", label: Wording.didYouMean(nearest), sheet: sheet,
      pointer: pointer,
      fixes: nearest.prefix(1).map { .replace(location, with: $0, .needsReview) })
  }
}
