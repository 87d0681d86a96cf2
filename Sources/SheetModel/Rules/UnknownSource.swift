import Diagnostics

package enum UnknownSource {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unknown-source", severity: .error,
    title: "A source that is cited stands in the sheet's list of sources",
    why: """
      `sources: [s1]` and `[@s1]` name an entry of the sheet's own `sources` by its id. A name that is not in the list leaves the fact without \
      its proof. Correct the name, or add the source.
      """,
    bad: Example(
      "Sheets/concepts/example.md",
      """
      ---
      aim: draft
      name: Example
      definition: A text.
      sources:
        - {id: porter-1990, type: academic, title: The Competitive Advantage of Nations, reliability: A}
      ---

      Said by its author [@porter-1991] and others [@porter-1990].
      """),
    good: Example(
      "Sheets/concepts/example.md",
      """
      ---
      aim: draft
      name: Example
      definition: A text.
      sources:
        - {id: porter-1990, type: academic, title: The Competitive Advantage of Nations, reliability: A}
      ---

      Said by its author [@porter-1990].
      """))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let known = sheet.sources.map(\.id.value)
    let ids = Set(known)
    var suggestions = Suggestions()
    let cited =
      sheet.localReferences.filter { $0.kinds == ["source"] }
      + sheet.body.citations.map { Reference(kinds: ["source"], id: $0.source, span: $0.idSpan, field: "", node: nil) }
    return cited.filter { !ids.contains($0.id) }.map { reference in
      sheet.reportUnknown(
        rule, reference, "Source \(Wording.quoted(reference.id)) is not in this sheet's list of sources",
        nearest: suggestions.nearest(to: reference.id, among: known),
        explanation: known.isEmpty ? "The sheet has no `sources` yet." : nil)
    }
  }
}
