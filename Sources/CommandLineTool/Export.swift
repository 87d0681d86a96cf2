import ArgumentParser
import Diagnostics
import Publishing
import Rendering
import SourceText

/// `clusterbook export FORM`: the files of the site's `data/`, without the site.
struct Export: AsyncParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable { case json, jsonl, csv, geojson, graph, datapackage }

  static let configuration = CommandConfiguration(
    abstract: "Write the atlas as data: the same files as in data/ of the site.",
    discussion: """
      json: the list of clusters. jsonl: the whole record of every sheet, one a line. csv: a table. geojson: the seats of the clusters. graph: \
      clusters and their ties. datapackage: a folder with all tables and their description (--output DIR). \
      Everything is checked first, as by build; nothing is written if the check fails. What is found then goes to standard error.
      """)

  @Argument(help: "What to write: json, jsonl, csv, geojson, graph or datapackage.")
  var form: Form

  @Option(
    help: ArgumentHelp("The table to write as csv: \(DataCatalogue.tableNames.joined(separator: ", ")).", valueName: "name"))
  var table = "clusters"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, or the folder for datapackage; by default standard output.", valueName: "path"))
  var output: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the site stands; instead of base_url in site.yaml.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Write drafts too.")
  var drafts = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup(title: "Check") var check: CheckOptions

  /// How much has to be right.
  struct CheckOptions: ParsableArguments {
    @Option(help: "The least severity that makes the run fail.")
    var failOn: ReportOptions.Threshold = .error

    @Flag(name: [.customShort("W"), .long], help: "Count warnings as errors.")
    var warningsAsErrors = false

    @Option(
      help: ArgumentHelp("Give a rule another severity (error, warning, note, off); may be repeated.", valueName: "rule=level"))
    var severity: [String] = []

    @Option(
      help: ArgumentHelp("The day that counts as today; by default SOURCE_DATE_EPOCH, else the clock.", valueName: "yyyy-mm-dd"))
    var today: String?

    var report: ReportOptions {
      var report = ReportOptions.defaults
      report.format = .text
      report.failOn = failOn
      report.warningsAsErrors = warningsAsErrors
      report.severity = severity
      report.today = today
      return report
    }

    func validate() throws { try report.validate() }
  }

  func validate() throws {
    try Build.validate(baseURL: baseURL)
    if form == .datapackage, output == nil {
      throw ValidationError("datapackage is a folder of files: name it with --output DIR.")
    }
    if !DataCatalogue.tableNames.contains(table) {
      let near =
        Wording.didYouMean(NearestWords.of(table, among: DataCatalogue.tableNames))
        ?? "the tables are \(Wording.list(DataCatalogue.tableNames))."
      throw ValidationError("There is no table '\(table)'; \(near)")
    }
  }

  func run() async throws {
    let base = baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    let session = try await Session.open(
      project, check.report, includesDrafts: drafts, baseURL: base, isBesideOutput: true)
    let found = Report(diagnostics: session.diagnostics, sheets: session.analysis.sheetCount)
    if session.fails(found) {
      try session.show(found)
      Console.log("Nothing was exported: mend what is reported above.")
      throw Exit(status: .violations)
    }
    guard let templates = session.templates else { throw Exit(status: .setup) }
    try Build.account(for: session.plan, of: session.analysis, includesDrafts: drafts)
    let site = SiteRenderer(
      analysis: session.analysis, plan: session.plan, templates: templates, styles: session.sources.styles,
      includesDrafts: drafts)
    if form == .datapackage {
      try writePackage(site, session)
    } else {
      try write(file(of: site))
    }
  }

  private func file(of site: SiteRenderer) throws -> RenderedFile {
    let address =
      switch form {
      case .json: DataFile.clusters.address
      case .jsonl: DataFile.records.address
      case .csv: DataFile.table(table).address
      case .geojson: DataFile.geoJSON.address
      case .graph: "data/graph.json"
      case .datapackage: DataFile.package.address
      }
    guard let route = site.plan.routes.first(where: { $0.address == address }) else {
      throw Exit.usage("this site has no \(address)")
    }
    return site.render(route)
  }

  private func write(_ file: RenderedFile) throws {
    guard let output else {
      if case .stream(let parts) = file { return try parts(Console.out(bytes:)) }
      return Console.out(bytes: file.bytes() ?? [])
    }
    do throws(PublishingError) {
      try ReportFile.replace(output, bytes: file.bytes() ?? [])
    } catch {
      throw Export.refuse(error, output)
    }
  }

  /// The package and its tables, and nothing else: a folder that can be zipped and sent.
  private func writePackage(_ site: SiteRenderer, _ session: Session) throws {
    let output = output ?? "."
    let files = [DataFile.package] + DataCatalogue.tableNames.map { .table($0) }
    do throws(PublishingError) {
      let root = session.project.root
      let publisher = try Publisher.open(
        output: output, project: root, sources: ["/Sheets", "/Themes", "/Site"].map { root + $0 })
      for file in files {
        let name = String(file.address.dropFirst("data/".count))
        let content: OutputFile.Content =
          switch site.render(Route(file.address, .data(file))) {
          case .stream(let parts): .stream(parts)
          case let other: .bytes(other.bytes() ?? [])
          }
        try publisher.write(OutputFile(path: name, content: content))
      }
      _ = try publisher.commit()
    } catch {
      throw Export.refuse(error, output)
    }
  }

  private static func refuse(_ error: PublishingError, _ output: String) -> Exit {
    if case .cannotWrite(_, let reason) = error {
      Console.log("error: '\(output)' cannot be written: \(reason)\nNothing was exported.")
    } else {
      Console.log("error: \(error.description)\nNothing was exported.")
    }
    return Exit(status: .setup)
  }
}
