import Diagnostics

package enum SourceNotCited {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "source-not-cited", severity: .warning,
    title: "Every source of a sheet is cited somewhere in it",
    why: """
      A source that nothing cites proves nothing, or the citation was forgotten. Cite it where it is used (`sources: [id]`, `evidence`, or `[@id]` in the \
      text), or take it away. Drafts are left alone: there the sources are gathered first.
      """,
    bad: Example("Sheets/concepts/example.md", example(text: "A text.")),
    good: Example("Sheets/concepts/example.md", example(text: "A text [@s1].")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    // Who drafts a sheet gathers sources first.
    guard !sheet.isDraft else { return [] }
    var cited = Set(sheet.body.citations.map(\.source))
    for reference in sheet.localReferences where reference.kinds == ["source"] { cited.insert(reference.id) }
    return sheet.sources.filter { !cited.contains($0.id.value) }.map { source in
      sheet.report(rule, at: source.id.span, "Source \(Wording.quoted(source.id.value)) is never cited")
    }
  }

  private static func example(text: String) -> String {
    """
    ---
    aim: listed
    name: Example
    framework: spatial
    summary: A text.
    definition: A text.
    sources:
      - {id: s1, type: academic, title: A book, publisher: One, reliability: A}
    ---

    \(text)
    """
  }
}
