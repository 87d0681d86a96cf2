import Diagnostics
import SourceText

package enum BaselineEntryReason {
  package static let rule = Rule(
    id: "baseline-entry-reason", severity: .error,
    title: "Every known debt has a reason",
    why: """
      A debt without a reason is a problem that somebody switched off, and nobody will know later whether it may be switched on again. Write \
      `reason:` and a sentence. `--update-baseline` writes `reason: TODO` into new entries; that is no reason yet, and a note reminds of it.
      """,
    bad: Example(files: []), good: Example(files: []))

  static func report(_ entry: BaselineEntry, in path: String) -> Diagnostic {
    guard let reason = entry.reason, reason.value == BaselineEntry.noReasonYet else {
      return Diagnostic(
        rule, at: Location(path: path, span: entry.reason.flatMap { $0.span.isEmpty ? nil : $0.span } ?? entry.ruleSpan),
        "Known debt has no reason", explanation: "Write `reason:` and why this may stay as it is.", pointer: entry.pointerInFile)
    }
    var note = Diagnostic(
      rule, at: Location(path: path, span: reason.span), "Known debt still waits for its reason",
      label: "write why this may stay as it is",
      pointer: entry.pointerInFile)
    note.severity = .note
    return note
  }
}
