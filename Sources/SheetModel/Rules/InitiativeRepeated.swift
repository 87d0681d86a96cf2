import Diagnostics
import FrontMatter
import SourceText

package enum InitiativeRepeated {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "initiative-repeated", severity: .warning,
    title: "An initiative is named once for each of its editions",
    why: """
      How many initiatives name a cluster decides its visibility. The same edition of the same initiative named twice says nothing more; merge the two \
      entries, and keep the evidence of both. Two editions are two entries, each with its `edition`.
      """,
    bad: example(second: 2008),
    good: example(second: 2012))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard sheet.cluster != nil else { return [] }
    var first: [String: Node] = [:]
    return (sheet.tree.root["identified_by"]?.items ?? sheet.tree.root.items).compactMap { item in
      guard let initiative = item["initiative"], initiative.isScalar, !initiative.isBlank else { return nil }
      let key = initiative.text + " " + (item["edition"]?.text ?? "")
      guard let earlier = first[key] else {
        first[key] = initiative
        return nil
      }
      return sheet.report(
        rule, at: initiative.span, "Initiative \(Wording.quoted(initiative.text)) is named twice with the same edition",
        notes: [Note(at: sheet.location(earlier.span), "first named here")])
    }
  }

  private static func example(second: Int) -> Example {
    let sheet = """
      ---
      aim: draft
      name: Example
      identified_by:
        - {initiative: directory, edition: 2008, scope: direct, sources: [s1]}
        - {initiative: directory, edition: \(second), scope: area, sources: [s1]}
      sources:
        - {id: s1, type: press, title: A report, publisher: One, reliability: B}
      ---
      """
    return Example(files: [("Sheets/initiatives/directory.md", ExampleSheets.initiative), ("Sheets/clusters/example.md", sheet)])
  }
}
