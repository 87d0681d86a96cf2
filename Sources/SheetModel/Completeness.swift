import EcosystemSchema

/// How much of what its schema asks for a sheet answers: the score of the method page. It is about the sheet, never about its subject.
package struct Completeness: Sendable {
  /// A field that counts for this sheet, and what the sheet says to it.
  package struct Entry: Sendable {
    package let asked: CompletenessScheme.Asked
    package let answer: Answer
  }

  /// A group with what its fields add up to.
  package struct Group: Sendable {
    /// As the schema names it: `identity`.
    package let name: String
    package let weight: Int
    /// How many fields count; never 0.
    package let fields: Int
    /// The points of the fields in halves: two for an answer, one for a gap.
    package let halves: Int

    /// From 0 to 1.
    package var share: Double { Double(halves) / Double(2 * fields) }
  }

  /// In the schema's order.
  package let entries: [Entry]
  /// In the order in which the schema first names them; a group of which nothing counts is not there.
  package let groups: [Group]

  /// What each group weighs; one that an observatory adds weighs as much as the lightest.
  package static func weight(of group: String) -> Int { weights[group] ?? 5 }

  private static let weights = [
    "identity": 10, "location": 10, "classification": 15, "identified_by": 10, "players": 20, "resources": 20, "figures": 10,
    "governance": 5,
  ]

  /// A field counts 1 when it is filled and, where it is a fact, sourced; ½ when a gap says why not; 0 when a fact has no source or nothing is said.
  /// What is not applicable does not count, nor does a field without a tier of which nothing is said.
  package init(_ sheet: Sheet, _ scheme: CompletenessScheme) {
    let book = AnswerBook(sheet)
    entries = scheme.asked.compactMap { asked in
      let answer = book.answer(asked.path, asked.field)
      if answer == .notApplicable || answer == .silent && asked.field.tier == nil { return nil }
      return Entry(asked: asked, answer: answer)
    }
    var order: [String] = []
    var sums: [String: (fields: Int, halves: Int)] = [:]
    for entry in entries {
      let group = entry.asked.group
      if sums[group] == nil { order.append(group) }
      let halves = entry.answer == .filled ? 2 : entry.answer == .gap ? 1 : 0
      sums[group, default: (0, 0)].fields += 1
      sums[group, default: (0, 0)].halves += halves
    }
    groups = order.compactMap { name in
      sums[name].map { Group(name: name, weight: Self.weight(of: name), fields: $0.fields, halves: $0.halves) }
    }
  }

  /// The score in per cent, rounded; 100 only where nothing at all is lacking. nil where nothing counts.
  package var percent: Int? {
    let weight = groups.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    let sum = groups.reduce(0) { $0 + Double($1.weight) * $1.share }
    let rounded = Int((100 * sum / Double(weight)).rounded())
    return rounded == 100 && groups.contains { $0.halves < 2 * $0.fields } ? 99 : rounded
  }

  /// The fields that cost points for which the sheet gives no reason: nothing is said, or a source is missing.
  package var lacking: [Entry] { entries.filter { $0.answer == .silent || $0.answer == .unsourced } }
}
