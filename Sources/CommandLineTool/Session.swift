import Diagnostics
import Rendering
import SheetAnalysis
import SheetModel
import SourceText
import Templates
import Workspace

/// One run over a project: everything read, analysed and planned, and how to say what was found.
struct Session {
  let project: Project
  let report: ReportOptions
  let stopwatch: Stopwatch
  let sources: SourceSet
  let analysis: Analysis
  let plan: SitePlan
  let templates: TemplateSet?
  let includesDrafts: Bool
  let workers: Int
  /// With severities as this run wants them.
  let diagnostics: [Diagnostic]

  /// Reads and analyses the project. A mistake in its set-up (configuration, schema, data, templates) is reported, and ends the run with status 2.
  static func open(
    _ options: ProjectOptions, _ report: ReportOptions, includesDrafts: Bool, baseURL: String? = nil, includesReview: Bool = true
  ) async throws -> Session {
    let stopwatch = Stopwatch()
    let project = try options.find()
    let sources = await ProjectReader.read(project, workers: options.workers)
    let analysis = await Analyzer.analyze(
      sources, options: AnalysisOptions(today: report.day(), includesDrafts: includesDrafts, workers: options.workers, baseURL: baseURL),
      rules: RuleCatalogue.all)
    let templates = TemplateSet.load(sources.templates, layouts: Layouts.all)
    let plan = SitePlan.make(analysis, assets: sources.assets, includesDrafts: includesDrafts, includesReview: includesReview)
    var overrides = analysis.configuration.severities
    overrides.merge(try report.overrides()) { _, line in line }
    let policy = SeverityPolicy(overrides: overrides, warningsAsErrors: report.warningsAsErrors)
    let templateProblems = policy.apply(templates.diagnostics)
    let setup = analysis.setupDiagnostics + templateProblems.filter { $0.severity == .error }
    let session = Session(
      project: project, report: report, stopwatch: stopwatch, sources: sources, analysis: analysis, plan: plan,
      templates: templates.set,
      includesDrafts: includesDrafts, workers: options.workers,
      diagnostics: policy.apply(analysis.diagnostics + plan.diagnostics) + templateProblems.filter { $0.severity != .error })
    if !setup.isEmpty {
      session.show(Report(diagnostics: setup, sheets: analysis.sheetCount))
      Console.log("The set-up of the project is wrong, so nothing else was checked and nothing was published.")
      throw Exit(status: .setup)
    }
    return session
  }

  /// What the pages for reviewers are made of.
  var review: ReviewMaterial {
    ReviewMaterial(diagnostics: diagnostics, rules: RuleCatalogue.all, today: report.day(), sources: sources)
  }

  /// Writes a report to standard output in the form asked for.
  func show(_ report: Report) {
    let lookup: SourceLookup = { [sources, project] path in sources.file(path) ?? project.file(path) }
    switch self.report.format {
    case .text:
      let format = TextFormat(colour: self.report.colour)
      Console.out(format.render(report, lookup: lookup))
      if !self.report.quiet { Console.out(format.summary(report, seconds: stopwatch.seconds)) }
    case .short:
      Console.out(ShortFormat().render(report, lookup: lookup))
      if !self.report.quiet { Console.log(TextFormat().summary(report, seconds: stopwatch.seconds)) }
    case .json:
      Console.out(JSONFormat(toolVersion: clusterbookVersion).render(report, lookup: lookup))
    }
  }

  /// Whether a report reaches the threshold of this run.
  func fails(_ report: Report) -> Bool {
    guard let threshold = self.report.failOn.severity, let worst = report.worst else { return false }
    return worst >= threshold
  }
}
