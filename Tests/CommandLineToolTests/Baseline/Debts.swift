import CommandLineTool
import Diagnostics
import SheetModel
import SourceText
import Testing

/// Problems and baselines that tests are made of.
enum Debts {
  static let rule = Rule(
    id: "unknown-theme", severity: .error, title: "", why: "", bad: Example(files: []), good: Example(files: []))
  static let other = Rule(
    id: "heading-level", severity: .warning, title: "", why: "", bad: Example(files: []), good: Example(files: []))
  static let today = CalendarDate("2026-11-22") ?? CalendarDate(secondsSince1970: 0)

  static func problem(
    _ sheet: String = "hsinchu", _ pointer: String? = "/theme", _ message: String = "Theme 'x' does not exist", rule: Rule = rule,
    at offset: Int = 5,
    folder: String = "Sheets/clusters"
  ) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: "\(folder)/\(sheet).md", span: Span(offset, offset + 1)), message, sheet: sheet, pointer: pointer)
  }

  static func baseline(_ yaml: String) -> Baseline {
    Baseline.read(SourceFile(path: "debts.yaml", text: yaml), rules: RuleCatalogue.all.map(\.id))
  }

  static func matching(_ yaml: String, _ problems: [Diagnostic]) throws -> BaselineMatching {
    let baseline = baseline(yaml)
    try #require(baseline.problems.isEmpty, "\(baseline.problems.map(\.message))")
    return BaselineMatching(baseline, problems, today: today)
  }

  static func update(_ yaml: String, _ problems: [Diagnostic]) throws -> BaselineUpdate {
    let found = try matching(yaml, problems)
    return BaselineUpdate(
      baseline(yaml), used: found.used, unknown: found.unknown, sheetPaths: Array(Set(problems.map(\.location.path))).sorted()
    ).settled { BaselineMatching($0, problems, today: today) }
  }
}
