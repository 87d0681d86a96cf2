import Diagnostics

package enum SourceNotCited {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "source-not-cited", severity: .warning,
    title: "Every source of a sheet is cited somewhere in it",
    why: """
      A source that nothing cites proves nothing, or the citation was forgotten. Cite it where it is used (`sources: [id]`, `evidence`, or `[@id]` in the \
      text), or take it away. It counts towards no aim while it is not cited.
      """,
    bad: Example("Sheets/concepts/example.md", example(text: "A text.")),
    good: Example("Sheets/concepts/example.md", example(text: "A text [@s1].")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    var cited = Set(sheet.body.citations.map(\.source))
    for reference in sheet.localReferences where reference.kinds == ["source"] { cited.insert(reference.id) }
    return sheet.sources.filter { !cited.contains($0.id.value) }.map { source in
      sheet.report(rule, at: source.id.span, "Source \(Wording.quoted(source.id.value)) is never cited")
    }
  }

  private static func example(text: String) -> String {
    """
    ---
    aim: draft
    name: Example
    sources:
      - {id: s1, type: academic, title: A book, reliability: A}
    ---

    \(text)
    """
  }
}
