import Diagnostics
import SourceText

package enum TemplateUnknownSlot {
  package static let rule = Rule(
    id: "template-unknown-slot", severity: .error,
    title: "A template asks only for what its page has",
    why: """
      Each kind of page hands its template certain slots, and each row of a list has slots of its own, which are known only inside the list's \
      section. A misspelt name would show as nothing on every page.
      """,
    bad: Example("Site/templates/_note.mustache", "<p>{{titel}}</p>\n"),
    good: Example("Site/templates/_note.mustache", "<p>{{title}}</p>\n"))

  /// - Parameters:
  ///   - layouts: those that come to this place and have no such slot; an empty name where none comes here.
  ///   - known: the slots that are known at this place, nearest first.
  static func report(_ name: String, at location: Location, layouts: [String], known: [String]) -> Diagnostic {
    let near = NearestWords.of(name, among: known)
    var seen: Set<String> = []
    let shown = known.filter { seen.insert($0).inserted }
    let names = layouts.filter { !$0.isEmpty }.sorted()
    let who =
      names.isEmpty
      ? "No page has such a slot."
      : "\(names.count == 1 ? "Layout" : "Layouts") \(Wording.list(names.map { "'\($0)'" })) \(names.count == 1 ? "has" : "have") no such slot here."
    let list =
      shown.isEmpty ? "" : " There are: \(shown.prefix(20).joined(separator: ", "))\(shown.count > 20 ? " and more" : "")."
    return Diagnostic(
      rule, at: location, "Slot \(Wording.quoted(name)) does not exist", label: Wording.didYouMean(near),
      explanation: who + (near.isEmpty ? list : ""),
      fixes: near.count == 1 ? near.map { .replace(location, with: $0, .needsReview) } : [])
  }
}
