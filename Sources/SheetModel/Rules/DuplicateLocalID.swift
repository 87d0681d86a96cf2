import Diagnostics
import SourceText

package enum DuplicateLocalID {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "duplicate-id", severity: .error,
    title: "An id is used once in the sheet's sources and once in its figures",
    why: """
      Where two sources share an id nobody can say which of them proves a fact; with figures it is the same. Give the second another name, and \
      look at the places that cite it.
      """,
    bad: Example("Sheets/concepts/example.md", example(second: "s1")),
    good: Example("Sheets/concepts/example.md", example(second: "s2")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    repeated(sheet.sources.map(\.id), "Source", sheet) + repeated(sheet.figureIDs, "Figure", sheet)
  }

  private static func repeated(_ ids: [Located<String>], _ what: String, _ sheet: Sheet) -> [Diagnostic] {
    var first: [String: Span] = [:]
    return ids.compactMap { id in
      guard let earlier = first[id.value] else {
        first[id.value] = id.span
        return nil
      }
      return sheet.report(
        rule, at: id.span, "\(what) id \(Wording.quoted(id.value)) is used twice",
        notes: [Note(at: sheet.location(earlier), "first used here")])
    }
  }

  private static func example(second: String) -> String {
    """
    ---
    aim: draft
    name: Example
    sources:
      - {id: s1, type: academic, title: A book, reliability: A}
      - {id: \(second), type: press, title: A review of it, reliability: B}
    ---

    A text [@s1] and another [@\(second)].
    """
  }
}
