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
  private static let directed = ClusterNetwork.directedTypes

  /// One relation of one cluster to another: whom it joins, from which side it is said, and of what type.
  private struct Key: Hashable {
    let from: String
    let to: String
    let type: String
  }

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    let clusters = atlas.sheets(of: .cluster)
    var said: [Key: [(relation: Relation, sheet: Sheet)]] = [:]
    for sheet in clusters {
      for relation in sheet.cluster?.relations ?? [] {
        said[Key(from: sheet.id.id, to: relation.to.value, type: relation.type.value), default: []].append((relation, sheet))
      }
    }
    return clusters.flatMap { sheet -> [Diagnostic] in
      // Each pair is looked at once, from the later sheet.
      var here: [Key: [Relation]] = [:]
      for relation in sheet.cluster?.relations ?? [] where relation.to.value < sheet.id.id {
        here[Key(from: relation.to.value, to: sheet.id.id, type: relation.type.value), default: []].append(relation)
      }
      return here.flatMap { key, relations in said[key].map { compare(relations, in: sheet, with: $0) } ?? [] }
        .sorted { $0.location < $1.location }
    }
  }

  private static func compare(_ relations: [Relation], in sheet: Sheet, with answers: [(relation: Relation, sheet: Sheet)])
    -> [Diagnostic]
  {
    guard let answer = answers.first else { return [] }
    return relations.compactMap { relation in
      if directed.contains(relation.type.value) {
        return sheet.report(
          rule, at: relation.type.span,
          "Relation \(Wording.quoted(relation.type.value)) is said by both sides, and can hold from one only",
          notes: [Note(at: answer.sheet.location(answer.relation.type.span), "the other side")])
      }
      // Clusters may agree more than once, and then nobody can say which entry answers which.
      guard relations.count == 1, answers.count == 1, let from = relation.from, let year = answer.relation.from?.value,
        from.value != year
      else { return nil }
      return sheet.report(
        rule, at: from.span, "Relation to \(Wording.quoted(relation.to.value)) begins in \(from.value) here and in \(year) there",
        notes: [Note(at: answer.sheet.location(answer.relation.from?.span ?? answer.relation.span), "the other side")])
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
