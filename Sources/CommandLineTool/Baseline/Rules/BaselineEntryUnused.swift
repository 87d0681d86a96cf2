import Diagnostics
import SourceText

package enum BaselineEntryUnused {
  package static let rule = Rule(
    id: "baseline-entry-unused", severity: .warning,
    title: "Every known debt still exists",
    why: """
      A debt that was paid should leave the list: an entry that hides nothing today would hide the same mistake when somebody makes it again. Take \
      the entry away, or let `--update-baseline` do it.
      """,
    bad: Example(files: []), good: Example(files: []))

  /// - Parameter lines: the entry with its comments, where it can be taken out by itself.
  static func report(_ entry: BaselineEntry, in path: String, lines: Span?) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: path, span: entry.ruleSpan),
      "Known debt \(Wording.quoted(entry.rule)) of \(entry.target.text) is no longer found",
      pointer: entry.pointerInFile,
      fixes: lines.map { [Fix("Remove the entry", .safe, [TextEdit(Location(path: path, span: $0), "")])] } ?? [])
  }
}
