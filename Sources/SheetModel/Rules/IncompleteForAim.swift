import Diagnostics
import EcosystemSchema
import FrontMatter

package enum IncompleteForAim {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "incomplete-for-aim", severity: .warning,
    title: "A sheet has what its `aim` asks for, or says under `gaps` why not",
    why: """
      `aim` says what a sheet means to be: listed (it can be put on the map), publishable or full; each asks for more fields. A field that could \
      not be found is no shame, but it has to be said: an entry under `gaps` with `field` and `reason` counts as an answer. For clusters publishable \
      also asks for three figures, for sources from two publishers with at most half of reliability C, and in businesses, research, training and each of \
      the resources human, regional, financial and collective for an item with a source, or a gap.
      """,
    bad: Example("Sheets/concepts/example.md", example(gaps: "")),
    good: Example("Sheets/concepts/example.md", example(gaps: "gaps:\n  - {field: weaknesses, reason: not-found}\n")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    let aim = sheet.aim.value
    guard aim > .draft else { return [] }
    // The schema demands the fields of the first tier; once it has said which are missing, they are not said again.
    let lacks = Lacks.of(sheet, for: aim, above: context.lacksFields ? .listed : .draft, field: context.field)
    guard !lacks.isEmpty else { return [] }
    return [
      sheet.report(
        rule, at: sheet.aim.span,
        "Aim '\(aim.rawValue)' lacks \(Wording.list(Array(lacks.prefix(4).map(\.what)) + (lacks.count > 4 ? ["\(lacks.count - 4) more"] : [])))",
        explanation: "Missing: \(lacks.map(\.what).joined(separator: "; ")). Fill them, or say under `gaps` why not.",
        fixes: FieldStubs.fix(lacks, sheet, context.field, context.file).map { [$0] } ?? [])
    ]
  }

  private static func example(gaps: String) -> String {
    """
    ---
    aim: publishable
    name: Example
    authors: [A. Writer]
    year: 1990
    framework: spatial
    summary: A text.
    definition: A longer text.
    components: [Firms]
    impacts: [Growth]
    strengths: [It is simple]
    evidence: {authors: [s1], year: [s1], framework: [s1], definition: [s1], components: [s1], impacts: [s1], strengths: [s1]}
    \(gaps)sources:
      - {id: s1, type: academic, title: A book, publisher: One, reliability: A}
      - {id: s2, type: academic, title: Another, publisher: Two, reliability: A}
    review: {author: editor, drafted: 2026-05-04, confidence: high}
    ---

    A text [@s1; @s2].
    """
  }
}
