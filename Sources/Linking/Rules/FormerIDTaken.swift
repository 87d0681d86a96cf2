import Diagnostics
import SheetModel

package enum FormerIDTaken {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "former-id-taken", severity: .error,
    title: "A former id is no other sheet's id, and no two sheets had it",
    why: """
      Each of a sheet's `former_ids` leaves a page at its old address that leads on to the new one, so that old links go on working. Where a sheet of the \
      same kind has that id now, its own page stands there; where two sheets say that they had it, nobody knows which of them an old link means. Take the id \
      off the list of the sheet that does not own it.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nformer_ids: [example]\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nformer_ids: [old-example]\n---\n"))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    var claims: [SheetID: Sheet] = [:]
    var found: [Diagnostic] = []
    for sheet in atlas.sheets {
      for former in sheet.formerIDs {
        let id = SheetID(sheet.id.kind, former.value)
        let what = "Former id \(Wording.quoted(former.value))"
        if id == sheet.id {
          found.append(
            sheet.report(rule, at: former.span, "\(what) is the id the sheet has now", explanation: "Take it off the list."))
        } else if atlas[id] != nil || atlas.unreadable.contains(id) {
          let notes = atlas[id].map { [Note(at: $0.location($0.name.span), "this sheet has the id")] } ?? []
          found.append(
            sheet.report(
              rule, at: former.span, "\(what) belongs to another sheet",
              explanation: "Its page stands at that address, so old links lead there. Take the id off the list.", notes: notes))
        } else if let other = claims[id] {
          // Twice in one list is a mistake that the schema reports.
          guard other.id != sheet.id else { continue }
          let place = other.formerIDs.first { $0.value == former.value }?.span ?? other.name.span
          found.append(
            sheet.report(
              rule, at: former.span, "\(what) is claimed by two sheets",
              explanation: "An old link can lead to one only. Leave it with the sheet that carries the old one on.",
              notes: [Note(at: other.location(place), "claimed here too")]))
        } else {
          claims[id] = sheet
        }
      }
    }
    return found
  }
}
