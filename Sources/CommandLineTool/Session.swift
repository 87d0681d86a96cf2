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
  /// The path of the file that standard input holds.
  let unsavedPath: String?
  /// Which of the diagnostics are reported. Known debts are compared with all of them, or those of other rules would seem to be paid.
  let selection: RuleSelection
  /// What is wrong with the set-up; nothing, unless the command asked for such sessions too.
  let setup: [Diagnostic]
  /// Whether standard output is for something else than reports.
  let isBesideOutput: Bool
  /// With severities as this run wants them; of all rules.
  let diagnostics: [Diagnostic]

  /// Reads and analyses the project. A mistake in its set-up (configuration, schema, data, templates) is reported, and ends the run with status 2.
  ///
  /// - Parameters:
  ///   - includesReview: whether the site has pages for reviewers.
  ///   - includesPrint: whether the site has a print edition.
  ///   - stdinFilename: the file that standard input holds instead of the disk.
  ///   - toleratesSetup: whether the session goes on with a set-up that is wrong.
  ///   - isBesideOutput: whether standard output is for something else than reports.
  static func open(
    _ options: ProjectOptions, _ report: ReportOptions, includesDrafts: Bool, baseURL: String? = nil, includesReview: Bool = true,
    includesPrint: Bool = true, stdinFilename: String? = nil, toleratesSetup: Bool = false, isBesideOutput: Bool = false
  ) async throws -> Session {
    let stopwatch = Stopwatch()
    var timings = Timings(stopwatch)
    let project = try options.find()
    let unsaved = try stdinFilename.map { try UnsavedFile.read(named: $0, in: project) }
    var sources = await ProjectReader.read(project, workers: options.workers)
    if let unsaved {
      guard let laid = unsaved.laid(over: sources) else {
        Console.log("error: no file of a project has its place at \(unsaved.path)")
        throw Exit(status: .setup)
      }
      sources = laid
    }
    timings.end("read")
    let analysis = await Analyzer.analyze(
      sources,
      options: AnalysisOptions(today: report.day(), includesDrafts: includesDrafts, workers: options.workers, baseURL: baseURL),
      rules: RuleCatalogue.all)
    timings.end("analyse")
    let findings = Findings(
      analysis, sources, overrides: try report.overrides(), warningsAsErrors: report.warningsAsErrors,
      includesDrafts: includesDrafts, includesReview: includesReview, includesPrint: includesPrint)
    let selection = try report.selection()
    timings.end("plan")
    if report.verbose { Console.log(timings.line) }
    let session = Session(
      project: project, report: report, stopwatch: stopwatch, sources: sources, analysis: analysis, plan: findings.plan,
      templates: findings.templates, includesDrafts: includesDrafts, workers: options.workers, unsavedPath: unsaved?.path,
      selection: selection, setup: findings.setup, isBesideOutput: isBesideOutput, diagnostics: findings.diagnostics)
    let setup = findings.setup
    if !setup.isEmpty, !toleratesSetup {
      // A file of the set-up that could not be read is the cause of what seems to be missing.
      let notRead = try session.policy().apply(sources.diagnostics).filter {
        $0.severity == .error && !$0.location.path.hasSuffix(".md")
      }
      let others = setup.filter { problem in
        !notRead.contains { problem.location.path == $0.location.path || problem.location.path.hasPrefix($0.location.path + "/") }
      }
      // No sheet was checked, so none is shown as one that passed.
      try session.show(Report(diagnostics: notRead + others, sheets: analysis.sheetCount)) { _ in false }
      Console.log("The set-up of the project is wrong, so nothing else was checked and nothing was published.")
      throw Exit(status: .setup)
    }
    return session
  }

  /// What the pages for reviewers are made of.
  var review: ReviewMaterial {
    ReviewMaterial(diagnostics: diagnostics, rules: RuleCatalogue.all, today: report.day(), sources: sources)
  }

  /// Writes a report in the forms asked for.
  ///
  /// - Parameter isShown: which of the files the report is about.
  func show(_ report: Report, isShown: (_ path: String) -> Bool = { _ in true }) throws {
    let all =
      sources.sheets + sources.schemas + sources.templates + sources.pages + sources.styles + sources.scripts + sources.data
      + [sources.site]
    let files = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
    var writer = ReportWriter(
      options: self.report, sheets: sources.sheets.map(\.path).filter(isShown),
      lookup: { [files, project] path in files[path] ?? project.file(path) }, stopwatch: stopwatch)
    writer.isBesideOutput = isBesideOutput
    writer.reviewPages = { try ReviewOutput.write($0, of: self, to: $1) }
    try writer.write(report)
  }

  /// Whether a report reaches the threshold of this run.
  func fails(_ report: Report) -> Bool {
    guard let threshold = self.report.failOn.severity, let worst = report.worst else { return false }
    return worst >= threshold
  }
}
