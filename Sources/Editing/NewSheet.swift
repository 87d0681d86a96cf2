import EcosystemSchema
import SheetModel

/// The text of a new sheet, made from the schema of its kind: what a draft cannot do without stands ready, all else waits behind a `#`.
///
/// Prose has a space behind its `#`, a key none: taking the `#` from every line like `#founded:` gives YAML in which each key is known to the schema.
package enum NewSheet {
  /// - Parameters:
  ///   - country: an ISO 3166-1 code that is written where the schema has countries.
  ///   - today: the day of `review.drafted`.
  package static func text(id: SheetID, schema: Schema, country: String?, today: CalendarDate) -> String {
    let fields = schema.root.children.filter(FieldWriter.isShown)
    let facts = fields.filter { $0.isFact && $0.child("sources") == nil && $0.items?.child("sources") == nil }.prefix(2).map(
      \.key)
    var writer = FieldWriter(name: Field.words(id.id), country: country, today: today, facts: facts)
    writer.line("---")
    writer.prose(
      "A new \(id.kind.noun). Take the # from a line like `#\(example(among: fields)):` and write the value behind it. Lines like this one are help; delete "
        + "them as you go, and every key that you do not need.")
    if fields.contains(where: { ($0.tier ?? .draft) > .draft }) {
      writer.prose("[listed], [publishable] and [full] say which aim asks for a field; a draft needs no more than its name.")
    }
    if schema.root.child("sources") != nil {
      writer.prose(
        "A fact names its sources: `sources: [s1]`, with a place in it `sources: [{id: s1, at: p. 34}]`, in the text `[@s1, p. 34]`. "
          + "A `note` may stand beside every fact.")
    }
    if schema.root.child("gaps") != nil {
      writer.prose("What you looked for and did not find goes under `gaps`. `clusterbook check` says what is missing.")
    }
    for field in fields { writer.write(field) }
    writer.line("---")
    for heading in headings(of: id.kind) { writer.line("\n## \(heading)") }
    return writer.out
  }

  /// A key that waits behind a `#`.
  private static func example(among fields: [Field]) -> String {
    fields.first { !$0.isRequired && $0.types == [.integer] }?.key ?? fields.first { !$0.isRequired }?.key ?? "key"
  }

  /// The headings that a text of this kind may have; an author keeps those under which there is something true to say.
  private static func headings(of kind: SheetKind) -> [String] {
    switch kind {
    case .cluster: ["Profile", "History", "Regional anchorage", "Governance and policy", "Positioning", "Challenges", "Outlook"]
    case .theme, .concept: []
    default: ["Profile"]
    }
  }
}
