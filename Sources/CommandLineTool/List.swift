import ArgumentParser
import Diagnostics
import EcosystemSchema
import Markup
import Rendering
import SheetModel
import SourceText

/// `clusterbook list [KIND]`.
struct List: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, tsv }

  static let configuration = CommandConfiguration(
    abstract: "List sheets as a table: id, kind, tier, theme, country, score, name.",
    discussion:
      "By kind, then by id; nothing is ordered by merit. For example: clusterbook list clusters --country SE --format tsv.")

  @Argument(help: "The kind: cluster, policy, initiative, concept, region, case-study or theme.")
  var kind: String?

  @Option(help: ArgumentHelp("Only sheets of this theme.", valueName: "id"))
  var theme: String?

  @Option(help: ArgumentHelp("Only sheets that lie in this country, as its two letters.", valueName: "code"))
  var country: String?

  @Option(help: ArgumentHelp("Only sheets with this aim: draft, listed, publishable or full.", valueName: "tier"))
  var tier: String?

  @Option(help: "The form of the list: text for people, json or tsv for programs.")
  var format: Format = .text

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reading: ReadingOptions

  /// A line of the list.
  private struct Row {
    let sheet: Sheet
    let theme: String
    let countries: [String]
    let score: Int?
  }

  func run() async throws {
    let wantedKind = try kind.map { try List.kind($0) }
    let wantedTier = try tier.map { try List.tier($0) }
    let session = try await reading.open(project)
    try check(session)
    let corpus = CorpusRecord(session.analysis, includesDrafts: true, today: session.report.day())
    let rows = corpus.records.map { record in
      Row(
        sheet: record.sheet, theme: record.sheet.cluster?.theme?.value ?? "", countries: List.countries(of: record.sheet),
        score: record.completeness.percent)
    }.filter { row in
      (wantedKind.map { $0 == row.sheet.id.kind } ?? true) && (wantedTier.map { $0 == row.sheet.aim.value } ?? true)
        && (theme.map { $0 == row.theme || row.sheet.cluster?.secondaryThemes.contains($0) ?? false } ?? true)
        && (country.map { row.countries.contains($0.uppercased()) } ?? true)
    }.sorted { $0.sheet.id < $1.sheet.id }
    switch format {
    case .text: text(rows)
    case .tsv: Console.out(tsv(rows))
    case .json: Console.out(json(rows))
    }
  }

  /// A filter that nothing can pass is a slip of the pen.
  private func check(_ session: Session) throws {
    let themes = session.analysis.atlas.sheets(of: .theme).map(\.id.id)
    if let theme, !themes.contains(theme) {
      throw Exit.usage("there is no theme '\(theme)'" + List.near(theme, themes) + "\nThe themes are \(Wording.list(themes)).")
    }
    if let country, session.analysis.atlas.geography.country(country.uppercased()) == nil {
      throw Exit.usage("'\(country)' is no country code of ISO 3166-1, such as FR")
    }
  }

  /// `cluster` or `clusters`.
  static func kind(_ word: String) throws -> SheetKind {
    if let kind = SheetKind.allCases.first(where: { $0.rawValue == word || $0.collection == word }) { return kind }
    let kinds = SheetKind.allCases.map(\.rawValue)
    throw Exit.usage("there is no kind '\(word)'" + near(word, kinds) + "\nThe kinds are \(Wording.list(kinds)).")
  }

  private static func tier(_ word: String) throws -> Tier {
    if let tier = Tier(rawValue: word) { return tier }
    let tiers = Tier.allCases.map(\.rawValue)
    throw Exit.usage("there is no tier '\(word)'" + near(word, tiers) + "\nThe tiers are \(Wording.list(tiers)).")
  }

  private static func near(_ word: String, _ words: [String]) -> String {
    Wording.didYouMean(NearestWords.of(word, among: words)).map { "; \($0)" } ?? ""
  }

  /// The codes that the sheet gives as its countries, or as its code where it describes one.
  private static func countries(of sheet: Sheet) -> [String] {
    if let cluster = sheet.cluster { return cluster.countries.map(\.value) }
    let listed = sheet.tree.root["countries"]?.items.map(\.text) ?? []
    guard listed.isEmpty, sheet.id.kind == .region, let code = sheet.tree.root["code"]?.text, code.utf8.count == 2 else {
      return listed
    }
    return [code]
  }

  private func text(_ rows: [Row]) {
    var table = TextTable(["id", "kind", "tier", "theme", "country", "score", "name"], numbers: [5])
    for row in rows {
      table.add(
        [
          row.sheet.id.id, row.sheet.id.kind.rawValue, row.sheet.aim.value.rawValue, row.theme,
          row.countries.joined(separator: " "),
        ]
          + [row.score.map { "\($0) %" } ?? "", row.sheet.name.value])
    }
    Console.out(table.lines().joined(separator: "\n"))
    Console.log(Wording.count(rows.count, "sheet"))
  }

  private func tsv(_ rows: [Row]) -> String {
    let lines = rows.map { row in
      // printable() takes tabs and line breaks out, so that a line stays a line.
      [
        row.sheet.id.id, row.sheet.id.kind.rawValue, row.sheet.aim.value.rawValue, row.theme,
        row.countries.joined(separator: " "),
      ]
        + [row.score.map(String.init) ?? "", TerminalText.printable(row.sheet.name.value)]
    }
    return ([["id", "kind", "tier", "theme", "country", "score", "name"]] + lines).map { $0.joined(separator: "\t") + "\n" }
      .joined()
  }

  private func json(_ rows: [Row]) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("version", 1)
      $0.key("sheets")
      $0.array {
        for row in rows {
          $0.lineBreak()
          $0.object {
            $0.member("id", row.sheet.id.id)
            $0.member("kind", row.sheet.id.kind.rawValue)
            $0.member("tier", row.sheet.aim.value.rawValue)
            if !row.theme.isEmpty { $0.member("theme", row.theme) }
            $0.member("countries", row.countries)
            $0.member("name", row.sheet.name.value)
            if let score = row.score { $0.member("score", score) }
            $0.member("path", row.sheet.path)
          }
        }
        if !rows.isEmpty { $0.lineBreak(closing: true) }
      }
    }
    return json.text
  }
}
