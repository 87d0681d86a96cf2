import CommandLineTool
import Diagnostics
import SheetAnalysis
import SheetModel
import SourceText
import Workspace

/// The project as it is, and what is said about it when one sheet is another.
struct Laboratory {
  let sources: SourceSet
  let analysis: Analysis
  private let known: Set<String>
  private let memory: AnalysisMemory
  private let options: AnalysisOptions

  init(_ sources: SourceSet) async {
    self.sources = sources
    options = AnalysisOptions(today: CalendarDate("2026-11-22") ?? CalendarDate(secondsSince1970: 0))
    var memory = AnalysisMemory()
    analysis = await Analyzer.analyze(sources, options: options, rules: RuleCatalogue.all, remembering: &memory)
    self.memory = memory
    known = Set((analysis.setupDiagnostics + analysis.diagnostics).map(Self.key))
  }

  /// What is said about the project with one sheet changed and was not said before, and how long that took in seconds.
  func examine(_ file: SourceFile) async -> (found: [Diagnostic], seconds: Double) {
    var changed = sources
    changed.replace(file)
    var memory = memory
    let start = ContinuousClock.now
    let analysis = await Analyzer.analyze(changed, options: options, rules: RuleCatalogue.all, remembering: &memory)
    let elapsed = start.duration(to: .now).components
    let found = analysis.diagnostics.filter { !known.contains(Self.key($0)) }
    return (found, Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
  }

  /// Positions move when text is inserted above, so they do not count.
  private static func key(_ diagnostic: Diagnostic) -> String {
    diagnostic.rule + "\u{0}" + diagnostic.location.path + "\u{0}" + diagnostic.message
  }
}
