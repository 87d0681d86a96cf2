import Diagnostics
import SourceText

package enum DeadLink {
  package static let rule = Rule(
    id: "dead-link", severity: .error,
    title: "A link leads to a page or a heading that exists",
    why: """
      Links between sheets are best written `[[id]]`. A link to a page of the site itself is its address from the site's root, `method.html`; one to a \
      heading of the same text is `#its-anchor`, the heading in small letters with hyphens. The address of another site is written whole, https:// \
      included, and is not followed while building.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee [the method](methode.html).\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee [all sources](sources.html).\n"))

  static func report(page: String, isDraft: Bool, nearest: [String], at location: Location, sheet: String?) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Page \(Wording.quoted(page)) \(isDraft ? "is a draft and has no page" : "does not exist")",
      label: Wording.didYouMean(nearest), sheet: sheet,
      fixes: nearest.prefix(1).map { .replace(location, with: $0, .needsReview) })
  }

  /// - Parameters:
  ///   - place: the name of the sheet in which it was looked for; nil for the text itself.
  ///   - nearest: what could be written instead.
  static func report(anchor: String, in place: String?, nearest: [String], at location: Location, sheet: String?) -> Diagnostic {
    Diagnostic(
      rule, at: location,
      "Heading \(Wording.quoted("#" + anchor)) does not exist in \(place.map { Wording.quoted($0) } ?? "this text")",
      label: Wording.didYouMean(nearest), sheet: sheet,
      fixes: nearest.prefix(1).map { .replace(location, with: $0, .needsReview) })
  }
}
