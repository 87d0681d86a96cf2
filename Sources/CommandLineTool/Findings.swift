import Diagnostics
import Rendering
import SheetAnalysis
import Templates
import Workspace

/// Everything there is to say about the sources of a project: by the sheets, the plan of the site and the layouts.
package struct Findings {
  let analysis: Analysis
  let plan: SitePlan
  let templates: TemplateSet?
  /// What is wrong with the configuration, the schemas, the data and the layouts: while there is any, nothing else was looked at.
  package let setup: [Diagnostic]
  /// The rest, with severities as they are wanted.
  package let diagnostics: [Diagnostic]

  /// - Parameter overrides: severities by rule that go before those of the configuration; nil switches a rule off.
  init(
    _ analysis: Analysis, _ sources: SourceSet, overrides: [String: Severity?] = [:], warningsAsErrors: Bool = false,
    includesDrafts: Bool, includesReview: Bool = true
  ) {
    let templates = TemplateSet.load(sources.templates, layouts: Layouts.all)
    let policy = SeverityPolicy(
      overrides: analysis.configuration.severities.merging(overrides) { _, line in line }, warningsAsErrors: warningsAsErrors)
    var problems = policy.apply(templates.diagnostics)
    // Without templates there is no site, whatever the severities: then the reason is shown as it is.
    if templates.set == nil, !problems.contains(where: { $0.severity == .error }) { problems = templates.diagnostics }
    plan = SitePlan.make(analysis, assets: sources.assets, includesDrafts: includesDrafts, includesReview: includesReview)
    self.analysis = analysis
    self.templates = templates.set
    setup = analysis.setupDiagnostics + problems.filter { $0.severity == .error }
    diagnostics = policy.apply(analysis.diagnostics + plan.diagnostics) + problems.filter { $0.severity != .error }
  }

  /// What can be mended now: a set-up that is wrong goes first, because the sheets are read against it.
  package var mendable: [Diagnostic] { (setup.isEmpty ? diagnostics : setup).sorted(by: Diagnostic.inReportOrder) }

  /// What there is to say about sources that `fix` changes again and again.
  package static func find(
    in sources: SourceSet, _ options: AnalysisOptions, remembering memory: inout AnalysisMemory
  ) async -> Findings {
    let analysis = await Analyzer.analyze(sources, options: options, rules: RuleCatalogue.all, remembering: &memory)
    return Findings(analysis, sources, includesDrafts: false)
  }
}
