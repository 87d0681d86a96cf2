import Diagnostics
import SourceText

package enum TemplateSlotUnused {
  package static let rule = Rule(
    id: "template-slot-unused", severity: .warning,
    title: "A template shows the main content of its page",
    why: """
      Most slots may be left out. Those that hold what the page is about may not: a template without them would publish every page of its kind \
      without its content.
      """,
    bad: Example("Site/templates/text.mustache", "<title>{{title}}</title>\n"),
    good: Example("Site/templates/text.mustache", "<title>{{title}}</title>\n<main>{{{body}}}</main>\n"))

  static func report(_ slot: Slot, layout: String, at location: Location) -> Diagnostic {
    let tag =
      switch slot.kind {
      case .text: "{{\(slot.name)}}"
      case .html: "{{{\(slot.name)}}}"
      case .flag, .list: "{{#\(slot.name)}}…{{/\(slot.name)}}"
      }
    return Diagnostic(
      rule, at: location, "Slot '\(slot.name)' is shown nowhere in the template '\(layout)'",
      explanation: "It holds: \(slot.description). Put \(tag) where it belongs.")
  }
}
