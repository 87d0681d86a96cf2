import ArgumentParser
import Diagnostics
import EcosystemSchema
import Markup
import Rendering
import SheetModel

/// `clusterbook stats`.
struct Stats: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    abstract: "Say what the atlas holds: counts, sources, ages, completeness.",
    discussion: "Drafts are counted too. The same numbers for reviewers stand on the review pages of the site.")

  @Option(help: "The form of the answer: text for people, json for programs.")
  var format: Format = .text

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reading: ReadingOptions

  func run() async throws {
    let session = try await reading.open(project)
    let corpus = CorpusRecord(session.analysis, includesDrafts: true, today: session.report.day())
    let numbers = CorpusNumbers(corpus, session.analysis.schemas[SheetKind.cluster.rawValue]?.root)
    Console.out(format == .json ? StatsJSON.text(numbers) : StatsText.text(numbers, title: session.analysis.configuration.title))
  }
}

/// The numbers set in columns.
enum StatsText {
  static func text(_ numbers: CorpusNumbers, title: String) -> String {
    let all = numbers.allFacts
    let sheets = numbers.tiers.reduce(0) { $0 + $1.counts.values.reduce(0, +) }
    var head =
      "\(title): \(Wording.count(sheets, "sheet")), \(share(all.sourced, all.total)) of \(Wording.count(all.total, "fact")) with a source"
    if let median = numbers.medianScore { head += ", median completeness of clusters \(median) %" }
    return
      ([
        [head], kinds(numbers), tallies("Clusters by theme", numbers.themes),
        tallies("Clusters by macro-region", numbers.regions),
      ]
      + [
        facts(numbers), tallies("Sources by type", numbers.sourceTypes), tallies("Sources by reliability", numbers.reliability),
        ages(numbers),
      ]
      + [components(numbers)]).filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    CorpusNumbers.percent(part, of: whole).map { "\($0) %" } ?? "–"
  }

  private static func kinds(_ numbers: CorpusNumbers) -> [String] {
    var table = TextTable(["Sheets"] + Tier.allCases.map(\.rawValue) + ["all"], numbers: Set(1...Tier.allCases.count + 1))
    for (kind, counts) in numbers.tiers {
      table.add(
        [kind.pluralTitle.lowercased()] + Tier.allCases.map { number(counts[$0] ?? 0) } + [number(counts.values.reduce(0, +))])
    }
    return table.lines()
  }

  private static func counts(_ title: String, _ tallies: [Tally]) -> [String] {
    guard !tallies.isEmpty else { return [] }
    var table = TextTable([title, ""], numbers: [1])
    for tally in tallies { table.add([tally.title, number(tally.count)]) }
    return table.lines()
  }

  private static func tallies(_ title: String, _ tallies: [Tally]) -> [String] {
    guard !tallies.isEmpty else { return [] }
    let all = tallies.reduce(0) { $0 + $1.count }
    var table = TextTable([title, "", ""], numbers: [1, 2])
    for tally in tallies { table.add([tally.title, number(tally.count), share(tally.count, all)]) }
    return table.lines()
  }

  private static func facts(_ numbers: CorpusNumbers) -> [String] {
    var table = TextTable(["Facts", "all", "with a source", ""], numbers: [1, 2, 3])
    for share in numbers.facts where share.total > 0 {
      table.add([
        share.kind.pluralTitle.lowercased(), number(share.total), number(share.sourced), self.share(share.sourced, share.total),
      ])
    }
    return table.lines()
  }

  private static func ages(_ numbers: CorpusNumbers) -> [String] {
    var table = TextTable(["Age", "sources read", "sheets reviewed"], numbers: [1, 2])
    for (reading, review) in zip(numbers.reading, numbers.review) {
      table.add([reading.band.rawValue, number(reading.count), number(review.count)])
    }
    return table.lines()
  }

  private static func components(_ numbers: CorpusNumbers) -> [String] {
    guard !numbers.components.isEmpty else { return [] }
    var table = TextTable(
      ["Clusters by component", "with items", "gap", "silent", "items", "with a source"], numbers: [1, 2, 3, 4, 5])
    for share in numbers.components {
      table.add(
        [share.component.title, number(share.filled), number(share.gaps), number(share.silent), number(share.items)]
          + [self.share(share.sourcedItems, share.items)])
    }
    return table.lines()
  }

  private static func number(_ count: Int) -> String { count == 0 ? "–" : Wording.grouped(count) }

}

/// The numbers as data; the shape is versioned.
enum StatsJSON {
  static func text(_ numbers: CorpusNumbers) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("version", 1)
      $0.key("kinds")
      $0.array {
        for (kind, counts) in numbers.tiers {
          $0.object {
            $0.member("kind", kind.rawValue)
            for tier in Tier.allCases { $0.member(tier.rawValue, counts[tier] ?? 0) }
          }
        }
      }
      tallies("themes", numbers.themes, into: &$0)
      tallies("macro_regions", numbers.regions, into: &$0)
      $0.key("facts")
      $0.array {
        for share in numbers.facts {
          $0.object {
            $0.member("kind", share.kind.rawValue)
            $0.member("total", share.total)
            $0.member("sourced", share.sourced)
          }
        }
      }
      tallies("source_types", numbers.sourceTypes, into: &$0)
      tallies("reliability", numbers.reliability, into: &$0)
      bands("sources_read", numbers.reading, into: &$0)
      bands("sheets_reviewed", numbers.review, into: &$0)
      if let median = numbers.medianScore { $0.member("median_completeness", median) }
      $0.key("components")
      $0.array {
        for share in numbers.components { component(share, into: &$0) }
      }
    }
    return json.text
  }

  private static func component(_ share: ComponentShare, into json: inout JSONWriter) {
    json.object {
      $0.member("component", share.component.path)
      $0.member("filled", share.filled)
      $0.member("gaps", share.gaps)
      $0.member("silent", share.silent)
      $0.member("items", share.items)
      $0.member("sourced_items", share.sourcedItems)
    }
  }

  private static func tallies(_ key: String, _ tallies: [Tally], into json: inout JSONWriter) {
    json.key(key)
    json.array {
      for tally in tallies {
        $0.object {
          $0.member("id", tally.id)
          $0.member("title", tally.title)
          $0.member("count", tally.count)
        }
      }
    }
  }

  private static func bands(_ key: String, _ bands: [(band: AgeBand, count: Int)], into json: inout JSONWriter) {
    json.key(key)
    json.array {
      for (band, count) in bands {
        $0.object {
          $0.member("age", band.rawValue)
          $0.member("count", count)
        }
      }
    }
  }
}
