import Diagnostics
import EcosystemSchema
import SheetAnalysis
import SheetModel
import Workspace

/// What commands need that change single files: the project's schemas and code lists, without its sheets.
struct SetUp {
  let project: Project
  let schemas: SchemaSet
  let geography: Geography
  let today: CalendarDate

  static func open(_ options: ProjectOptions) async throws -> SetUp {
    let project = try options.find()
    var sources = await ProjectReader.read(project, workers: options.workers)
    sources.sheets = []
    sources.pages = []
    let report = ReportOptions.defaults
    let analysis = await Analyzer.analyze(sources, options: AnalysisOptions(today: report.day()), rules: RuleCatalogue.all)
    guard analysis.setupDiagnostics.isEmpty else {
      let found = Report(diagnostics: analysis.setupDiagnostics, sheets: 0)
      Console.log(TextFormat().render(found) { sources.file($0) })
      throw Exit(status: .setup)
    }
    return SetUp(project: project, schemas: analysis.schemas, geography: analysis.atlas.geography, today: report.day())
  }
}

extension ReportOptions {
  /// The options as if nothing had been typed.
  static var defaults: ReportOptions { (try? ReportOptions.parse([])) ?? ReportOptions() }
}
