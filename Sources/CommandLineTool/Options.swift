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

  @Option(name: [.customShort("j"), .long], help: ArgumentHelp("How many files are worked on at once; by default one per core.", valueName: "n"))
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
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, short, json }
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @Option(help: "The form of the report: text for people, short for editors, json for programs.")
  var format: Format = .text

  @Option(help: "The least severity that makes the run fail.")
  var failOn: Threshold = .error

  @Flag(name: [.customShort("W"), .long], help: "Count warnings as errors.")
  var warningsAsErrors = false

  @Option(
    help: ArgumentHelp("Give a rule another severity (error, warning, note, off), for example unsourced=error; may be repeated.", valueName: "rule=level"))
  var severity: [String] = []

  @Option(help: "When to colour the report; NO_COLOR is honoured.")
  var color: Colour = .auto

  @Flag(name: .shortAndLong, help: "Say nothing but the report itself.")
  var quiet = false

  @Option(help: ArgumentHelp("The day that counts as today; by default SOURCE_DATE_EPOCH, else the clock.", valueName: "yyyy-mm-dd"))
  var today: String?

  func validate() throws {
    _ = try overrides()
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
      guard RuleCatalogue.rule(parts[0]) != nil else {
        throw ValidationError("There is no rule '\(parts[0])'" + suggestion(parts[0]) + ".")
      }
      overrides[parts[0]] = .some(Severity(rawValue: parts[1]))
    }
    return overrides
  }

  private func suggestion(_ id: String) -> String {
    Wording.didYouMean(NearestRules.of(id)).map { "; \($0.dropLast())" } ?? ""
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
