import ArgumentParser
import Diagnostics
import SheetModel
import Workspace

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which project, and how many cores.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the project.", valueName: "dir"))
  var project: String?

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("How many files are worked on at once; by default one per core.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
  }

  var workers: Int { jobs ?? max(1, min(256, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func find() throws -> Project {
    if let project {
      if let found = Project(at: project) { return found }
      Console.log("error: \(project) is no project: it holds no Site/site.yaml")
      throw Exit(status: .setup)
    }
    if let found = Project.nearest(to: Project.currentFolder) { return found }
    Console.log("error: no project here: neither this folder nor one above it holds Site/site.yaml\nName one with --project DIR.")
    throw Exit(status: .setup)
  }
}

/// How a report looks, and what counts as failure.
struct ReportOptions: ParsableArguments {
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @Option(
    help: ArgumentHelp(
      "The form of the report: text for people, short for editors, the others for programs; by default text, on GitHub Actions github.",
      valueName: "format"))
  var format: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "Write the report to a file too, for example sarif=report.sarif; may be repeated.", valueName: "format=path"),
    transform: OutputFileOption.parse)
  var outputFile: [OutputFileOption] = []

  @Option(help: "The least severity that makes the run fail.")
  var failOn: Threshold = .error

  @Flag(name: [.customShort("W"), .long], help: "Count warnings as errors.")
  var warningsAsErrors = false

  @Option(
    help: ArgumentHelp(
      "Give a rule another severity (error, warning, note, off), for example figure-without-source=error; may be repeated.",
      valueName: "rule=level"))
  var severity: [String] = []

  @Option(help: ArgumentHelp("Report what these rules find, and nothing else; may be repeated.", valueName: "rule,…"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Leave out what these rules find; may be repeated.", valueName: "rule,…"))
  var ignore: [String] = []

  @Option(help: "When to colour the report; NO_COLOR is honoured.")
  var color: Colour = .auto

  @Flag(name: .shortAndLong, help: "Say nothing but the report itself.")
  var quiet = false

  @Flag(name: [.customShort("v"), .long], help: "Say how long each step took.")
  var verbose = false

  @Option(
    help: ArgumentHelp("The day that counts as today; by default SOURCE_DATE_EPOCH, else the clock.", valueName: "yyyy-mm-dd"))
  var today: String?

  func validate() throws {
    _ = try overrides()
    _ = try selection()
    try OutputFileOption.checkForClashes(outputFile)
    if let today, CalendarDate(today) == nil { throw ValidationError("--today takes a day such as 2026-11-22, not '\(today)'.") }
  }

  /// The severities of the command line, by rule; nil switches a rule off.
  func overrides() throws -> [String: Severity?] {
    var overrides: [String: Severity?] = [:]
    for item in severity {
      let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[1] == "off" || Severity(rawValue: parts[1]) != nil else {
        throw ValidationError("--severity takes RULE=LEVEL with a level of error, warning, note or off, not '\(item)'.")
      }
      try ReportOptions.mustExist(parts[0])
      overrides[parts[0]] = .some(Severity(rawValue: parts[1]))
    }
    return overrides
  }

  /// Which rules' findings are shown.
  func selection() throws -> RuleSelection {
    RuleSelection(only: try rules(select, "--select"), without: try rules(ignore, "--ignore"))
  }

  private func rules(_ lists: [String], _ option: String) throws -> [String] {
    let ids = lists.flatMap { list in
      list.split(separator: ",", omittingEmptySubsequences: false).map { part in String(part.filter { $0 != " " }) }
    }
    for id in ids {
      guard !id.isEmpty else {
        throw ValidationError("\(option) takes rules with commas between them, such as unknown-theme,dead-link.")
      }
      try ReportOptions.mustExist(id)
    }
    return ids
  }

  private static func mustExist(_ id: String) throws {
    guard RuleCatalogue.rule(id) == nil else { return }
    let nearest = Wording.didYouMean(NearestRules.of(id)) ?? "all of them: clusterbook rules"
    throw ValidationError("There is no rule '\(id)'; \(nearest)")
  }

  /// The day that counts as today.
  func day() -> CalendarDate {
    if let today, let day = CalendarDate(today) { return day }
    if let epoch = Console.environment("SOURCE_DATE_EPOCH").flatMap(Int.init) { return CalendarDate(secondsSince1970: epoch) }
    return CalendarDate(secondsSince1970: time(nil))
  }

  var colour: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Console.isTerminal(1) && (Console.environment("NO_COLOR") ?? "").isEmpty && Console.environment("TERM") != "dumb"
    }
  }
}
