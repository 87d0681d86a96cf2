import Diagnostics
import FrontMatter
import SourceText

package enum EventBeforeFounded {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "event-before-founded", severity: .note,
    title: "Events before the founding are meant as its prehistory",
    why: """
      A timeline may begin before the cluster does: talks, a university, a first plant. It is said once for each sheet so that a slip of the year is \
      seen. A `note` on the event that says what it has to do with the founding settles it.
      """,
    bad: Example("Sheets/clusters/example.md", example(1970, "")),
    good: Example("Sheets/clusters/example.md", example(1970, ", note: Its first firm.")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let root = sheet.tree.root
    guard let founded = root["founded"], let year = founded.integer else { return [] }
    let early = (root["timeline"]?.items ?? root.items).filter { event in
      event["note"] == nil && event["year"]?.integer.map { $0 < year } ?? false
    }
    // The years before are told as a history where there are several.
    guard early.count == 1, let event = early.first, let date = event["year"] else { return [] }
    return [
      sheet.report(
        rule, at: date.span, "Event of \(date.text) lies before \(year), when the subject began",
        notes: [Note(at: sheet.location(founded.span), "founded")])
    ]
  }

  private static func example(_ year: Int, _ note: String) -> String {
    "---\naim: draft\nname: Example\nfounded: 1997\ntimeline:\n  - {year: \(year), event: A plant is built.\(note)}\n---\n"
  }
}
