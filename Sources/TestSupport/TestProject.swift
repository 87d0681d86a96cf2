import CommandLineTool
import Diagnostics
import FrontMatter
import Rendering
import SheetAnalysis
import SheetModel
import SourceText
import Templates
import Workspace

/// A project in memory: the checkout's schemas, themes, templates, styles and code lists, and the sheets that a test adds.
package struct TestProject: Sendable {
  package var sources: SourceSet
  package var today = CalendarDate("2026-11-22") ?? CalendarDate(secondsSince1970: 0)
  package var includesDrafts = false

  /// No sheets but the themes, without their texts; the small base map stands in for the large one, which takes long to read unoptimised.
  package static let minimal: Task<TestProject, Never> = Task {
    var sources = await Repository.sources()
    sources.sheets = sources.sheets.filter { SheetKind(path: $0.path) == .theme }.map(bare)
    sources.pages = []
    sources.assets = []
    sources.site = SourceFile(path: "Site/site.yaml", text: "title: Example\nbase_url: https://example.org/\n")
    if let world = sources.data.first(where: { $0.path.hasSuffix("countries-110m.topo.json") }) {
      sources.data.removeAll { $0.path.hasSuffix("countries-50m.topo.json") }
      sources.data.append(SourceFile(path: "Site/data/countries-50m.topo.json", bytes: world.bytes))
    }
    return TestProject(sources: sources)
  }

  /// A theme without its text, which names sheets and sources that a test does not have.
  private static func bare(_ theme: SourceFile) -> SourceFile {
    let head = SheetHead.read(theme).tree?.root
    let lines = ["name", "short", "order", "shape"].map { "\($0): \(head?[$0].map { theme.text($0.span) } ?? "")\n" }.joined()
    return SourceFile(path: theme.path, text: "---\n\(lines)summary: A text.\n---\n")
  }

  package init(sources: SourceSet) { self.sources = sources }

  /// The minimal project with files added or, where the path is taken, replaced.
  package static func with(_ files: [(path: String, text: String)]) async -> TestProject {
    await with(sources: files.map { SourceFile(path: $0.path, text: $0.text) })
  }

  /// The same with files that need not be text.
  package static func with(sources files: [SourceFile]) async -> TestProject {
    var project = await minimal.value
    for file in files { project.put(file) }
    return project
  }

  package mutating func put(_ file: SourceFile) {
    var all =
      sources.sheets + sources.schemas + sources.templates + sources.pages + sources.styles + sources.scripts + sources.data
      + [sources.site]
    all.removeAll { $0.path.utf8.elementsEqual(file.path.utf8) }
    all.append(file)
    var set = SourceSet(files: all, assets: sources.assets)
    // What is no source is a picture or another file that is only copied.
    if set.file(file.path) == nil { set.assets.append(Asset(path: file.path, size: file.bytes.count)) }
    set.diagnostics = sources.diagnostics
    sources = set
  }

  /// Takes a file away, or all files of a folder whose path ends in a slash.
  package mutating func remove(_ path: String) {
    let stays = { (other: String) in path.hasSuffix("/") ? !other.hasPrefix(path) : other != path }
    let all =
      sources.sheets + sources.schemas + sources.templates + sources.pages + sources.styles + sources.scripts + sources.data
      + [sources.site]
    sources = SourceSet(files: all.filter { stays($0.path) }, assets: sources.assets.filter { stays($0.path) })
  }

  package func analyze(workers: Int = 2) async -> Analysis {
    await Analyzer.analyze(
      sources, options: AnalysisOptions(today: today, includesDrafts: includesDrafts, workers: workers), rules: RuleCatalogue.all)
  }

  /// Everything that `check` would report, in report order.
  package func diagnostics() async -> [Diagnostic] {
    let analysis = await analyze()
    let plan = SitePlan.make(analysis, assets: sources.assets, includesDrafts: includesDrafts)
    let templates = TemplateSet.load(sources.templates, layouts: Layouts.all)
    let policy = SeverityPolicy(overrides: analysis.configuration.severities)
    let problems = policy.apply(templates.diagnostics)
    // As on the command line: a mistake in the set-up is all that is said.
    let setup = analysis.setupDiagnostics + problems.filter { $0.severity == .error }
    let all = setup.isEmpty ? policy.apply(analysis.diagnostics + plan.diagnostics) + problems : setup
    return all.sorted(by: Diagnostic.inReportOrder)
  }

  /// The report in the short form, which golden files hold.
  package func report() async -> String {
    let found = Report(diagnostics: await diagnostics(), sheets: sources.sheets.count)
    return ShortFormat().render(found) { sources.file($0) }
  }

  /// The files of the site by address; pictures are left out.
  package func site(workers: Int = 2) async -> [String: String] {
    let analysis = await analyze(workers: workers)
    let plan = SitePlan.make(analysis, assets: sources.assets, includesDrafts: includesDrafts)
    guard let templates = TemplateSet.load(sources.templates, layouts: Layouts.all).set else { return [:] }
    let renderer = SiteRenderer(
      analysis: analysis, plan: plan, templates: templates, styles: sources.styles, scripts: sources.scripts,
      includesDrafts: includesDrafts)
    var files: [String: String] = [:]
    for route in renderer.plan.routes {
      let file = renderer.render(route)
      if let bytes = file.bytes() {
        files[route.address] = String(decoding: bytes, as: UTF8.self)
      } else if case .copy(let path) = file, let source = sources.file(path) {
        files[route.address] = String(decoding: source.bytes, as: UTF8.self)
      }
    }
    return files
  }
}
