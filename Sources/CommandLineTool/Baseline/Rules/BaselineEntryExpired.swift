import Diagnostics
import SheetModel
import SourceText

package enum BaselineEntryExpired {
  package static let rule = Rule(
    id: "baseline-entry-expired", severity: .warning,
    title: "A known debt is paid by the day it promises",
    why: """
      `until` says how long a debt may stay. From the day after, the entry hides nothing: the problem is reported again, and so is the entry. Mend \
      the problem, or agree on another day.
      """,
    bad: Example(files: []), good: Example(files: []))

  /// - Parameter found: the problems that the entry would have hidden.
  static func report(_ entry: BaselineEntry, until: Located<CalendarDate>, in path: String, found: [Diagnostic]) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: path, span: until.span),
      "Known debt \(Wording.quoted(entry.rule)) of \(entry.target.text) ended on \(until.value.text)",
      pointer: entry.pointerInFile, notes: found.prefix(3).map { Note(at: $0.location, "reported again here") })
  }
}
