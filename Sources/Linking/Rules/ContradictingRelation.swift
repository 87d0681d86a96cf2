import Diagnostics
import SheetModel

package enum ContradictingRelation {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "contradicting-relation", severity: .warning,
    title: "Two sheets that state one relation agree about it",
    why: """
      A relation is said on one side; the other page shows it by itself. Where both sheets say it they must agree: two clusters cannot each be \
      part of the other, and one agreement cannot begin in two years. Keep the entry with the better source and take the other away.
      """,
    bad: Example(files: files(second: "2009")),
    good: Example(files: files(second: "2006")))

  /// Types that mean something else when read from the other side.
  private static let directed: Set<String> = ["part-of", "merged-into", "spin-off"]

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    atlas.sheets(of: .cluster).flatMap { sheet in
      (sheet.cluster?.relations ?? []).compactMap { relation -> Diagnostic? in
        // Each pair is looked at once, from the later sheet.
        guard relation.to.value < sheet.id.id, let other = atlas[SheetID(.cluster, relation.to.value)],
          let answer = other.cluster?.relations.first(where: { $0.to.value == sheet.id.id && $0.type.value == relation.type.value })
        else { return nil }
        let note = [Note(at: other.location(answer.type.span), "the other side")]
        if directed.contains(relation.type.value) {
          return sheet.report(
            rule, at: relation.type.span, node: relation.node,
            "Relation '\(relation.type.value)' is said by both sides, and can hold from one only", notes: note)
        }
        if let a = relation.from, let b = answer.from, a != b {
          return sheet.report(
            rule, at: relation.span, node: relation.node, "Relation to \(Wording.quoted(relation.to.value)) begins in \(a) here and in \(b) there",
            notes: note)
        }
        return nil
      }
    }
  }

  private static func files(second: String) -> [(path: String, text: String)] {
    [("alpha", "beta", "2006"), ("beta", "alpha", second)].map { id, other, year in
      (
        "Sheets/clusters/\(id).md",
        """
        ---
        aim: draft
        name: Cluster \(id)
        relations:
          - {to: \(other), type: cooperation-agreement, from: \(year), sources: [s1]}
        sources:
          - {id: s1, type: press, title: A report, reliability: B}
        ---
        """
      )
    }
  }
}
