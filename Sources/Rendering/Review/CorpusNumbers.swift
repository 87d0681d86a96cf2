import EcosystemSchema
import Linking
import SheetModel

/// How many there are of a thing.
package struct Tally: Sendable, Equatable {
  /// As data names it: `health-life-sciences`.
  package let id: String
  /// As people read it.
  package let title: String
  package let count: Int
}

/// The facts of a kind, and how many of them have a source.
package struct FactShare: Sendable {
  package let kind: SheetKind
  package let sourced: Int
  package let total: Int
}

/// What all clusters together have of one component.
package struct ComponentShare: Sendable {
  package let component: CompletenessScheme.Component
  package let items: Int
  package let sourcedItems: Int
  /// Clusters that name an item, that admit a gap, that say nothing.
  package let filled: Int
  package let gaps: Int
  package let silent: Int
}

/// An atlas in numbers: what `stats` prints and the review's first page shows.
package struct CorpusNumbers: Sendable {
  /// Sheets by kind and tier; every kind, every tier.
  package let tiers: [(kind: SheetKind, counts: [Tier: Int])]
  /// Clusters by theme, in the themes' order.
  package let themes: [Tally]
  /// Clusters by macro-region, in the world's order; one that lies in two is counted in both.
  package let regions: [Tally]
  package let facts: [FactShare]
  /// Sources by type and by letter, in the schema's order; what is not said comes last, under an empty id.
  package let sourceTypes: [Tally]
  package let reliability: [Tally]
  /// The age of the reading of all sources, and of the last review of all sheets but themes.
  package let reading: [(band: AgeBand, count: Int)]
  package let review: [(band: AgeBand, count: Int)]
  package let components: [ComponentShare]
  /// The middle score of the clusters, in per cent; nil where there are none.
  package let medianScore: Int?

  package init(_ corpus: CorpusRecord, _ root: Field?) {
    let clusters = corpus.records(of: .cluster)
    tiers = SheetKind.allCases.map { kind in
      (kind, Dictionary(grouping: corpus.records(of: kind)) { $0.sheet.aim.value }.mapValues(\.count))
    }
    themes = CorpusNumbers.themes(corpus, clusters)
    var regionCounts: [String: Int] = [:]
    for record in clusters {
      for region in corpus.macroRegions(of: record.sheet) { regionCounts[region, default: 0] += 1 }
    }
    regions = corpus.atlas.geography.macroRegions.compactMap { region in
      regionCounts[region.id].map { Tally(id: region.id, title: region.name, count: $0) }
    }
    facts = SheetKind.allCases.map { kind in
      let records = corpus.records(of: kind)
      return FactShare(
        kind: kind, sourced: records.reduce(0) { $0 + $1.facts.sourced }, total: records.reduce(0) { $0 + $1.facts.total })
    }
    let sources = corpus.records.flatMap(\.sheet.sources)
    sourceTypes = CorpusNumbers.tally(sources.map { $0.type ?? "" }, root?.at("sources.type"))
    reliability = CorpusNumbers.tally(sources.map { $0.reliability ?? "" }, root?.at("sources.reliability"))
    reading = CorpusNumbers.bands(corpus.records.flatMap(\.read), corpus.today)
    review = CorpusNumbers.bands(corpus.records.filter { $0.sheet.id.kind != .theme }.map(\.reviewed), corpus.today)
    components = CorpusNumbers.components(corpus.components(of: .cluster), clusters)
    let scores = clusters.compactMap(\.completeness.percent).sorted()
    medianScore = scores.isEmpty ? nil : scores[scores.count / 2]
  }

  /// All facts, and those with a source.
  package var allFacts: (sourced: Int, total: Int) { (facts.reduce(0) { $0 + $1.sourced }, facts.reduce(0) { $0 + $1.total }) }

  /// A share as a whole number of per cent; 100 only when nothing is missing, 0 only when there is nothing; nil of nothing.
  package static func percent(_ part: Int, of whole: Int) -> Int? {
    guard whole > 0 else { return nil }
    let rounded = (200 * part + whole) / (2 * whole)
    return part < whole && rounded == 100 ? 99 : part > 0 && rounded == 0 ? 1 : rounded
  }

  private static func themes(_ corpus: CorpusRecord, _ clusters: [SheetRecord]) -> [Tally] {
    let counts = Dictionary(grouping: clusters) { $0.sheet.cluster?.theme?.value ?? "" }.mapValues(\.count)
    let themes = corpus.records(of: .theme).map(\.sheet).sorted { ($0.theme?.order ?? 0, $0.id) < ($1.theme?.order ?? 0, $1.id) }
    return themes.map { Tally(id: $0.id.id, title: $0.name.value, count: counts[$0.id.id] ?? 0) }
  }

  /// Every value that the schema allows with its count, then the others that occur.
  private static func tally(_ values: [String], _ field: Field?) -> [Tally] {
    let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
    let known = field?.values.map(\.value) ?? []
    let others = counts.keys.filter { !known.contains($0) }.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
    return (known + others).map { value in
      Tally(
        id: value, title: value.isEmpty ? "Not said" : field?.label(of: value) ?? Field.words(value), count: counts[value] ?? 0)
    }
  }

  private static func bands(_ days: [CalendarDate?], _ today: CalendarDate) -> [(band: AgeBand, count: Int)] {
    let counts = Dictionary(grouping: days) { AgeBand($0, today: today) }.mapValues(\.count)
    return AgeBand.allCases.map { ($0, counts[$0] ?? 0) }
  }

  private static func components(_ components: [CompletenessScheme.Component], _ clusters: [SheetRecord]) -> [ComponentShare] {
    components.enumerated().map { place, component in
      let counts = clusters.map { $0.components[place] }
      let filled = counts.count { $0.items > 0 }
      let gaps = counts.count { $0.items == 0 && $0.gap != nil }
      return ComponentShare(
        component: component, items: counts.reduce(0) { $0 + $1.items }, sourcedItems: counts.reduce(0) { $0 + $1.sourced },
        filled: filled,
        gaps: gaps, silent: counts.count - filled - gaps)
    }
  }
}
