import ArgumentParser
import Diagnostics
import Editing
import Publishing
import SheetAnalysis
import SheetModel
import SourceText
import Workspace

/// `clusterbook fix`: applies the fixes that `check` offers.
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Mend what can be mended without asking.",
    discussion: """
      Applies the safe fixes of everything that `check` reports, in sheets, text pages, layouts, schemas and site.yaml: misspelt keys, values and ids, other words for a value, texts that need quotes, line \
      ends and the like. Comments and texts stay as they are, byte for byte, and a file without findings is not written. With --diff nothing is \
      written either: the changes are shown, and the exit status is 1 if there are any. Otherwise it is 1 while errors remain.
      """)

  @Argument(help: ArgumentHelp("Mend these files or folders only.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Show the changes as a unified diff, and write nothing.")
  var diff = false

  @Flag(help: "Apply the fixes as well that somebody should look at.")
  var unsafe = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Apply the fixes of these rules only; may be repeated, or hold several with commas.", valueName: "rule"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("The day that counts as today; by default SOURCE_DATE_EPOCH, else the clock.", valueName: "yyyy-mm-dd"))
  var today: String?

  @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
  var quiet = false

  @OptionGroup var project: ProjectOptions

  private var rules: Set<String> { Set(select.flatMap { $0.split(separator: ",").map(String.init) }) }

  func validate() throws {
    for rule in rules.sorted() where RuleCatalogue.rule(rule) == nil {
      let near = Wording.didYouMean(NearestRules.of(rule)).map { "; \($0)" } ?? "."
      throw ValidationError("There is no rule '\(rule)'\(near)")
    }
    if let today, CalendarDate(today) == nil { throw ValidationError("--today takes a day such as 2026-11-22, not '\(today)'.") }
  }

  func run() async throws {
    var report = ReportOptions.defaults
    report.today = today
    let session = try await Session.open(project, report, includesDrafts: false, toleratesSetup: true)
    let wanted = try paths.map { path in
      guard let relative = session.project.relativePath(path) else {
        Console.log("error: \(path) is no file or folder of the project at \(session.project.root)")
        throw Exit(status: .setup)
      }
      return relative
    }
    let rules = rules
    func isInside(_ path: String) -> Bool {
      wanted.isEmpty || wanted.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
    }
    var memory = AnalysisMemory()
    var setup = session.setup
    let outcome = await FixRun.run(
      (session.setup.isEmpty ? session.diagnostics : session.setup).sorted(by: Diagnostic.inReportOrder),
      upTo: unsafe ? .needsReview : .safe,
      isWanted: { diagnostic in
        (rules.isEmpty || rules.contains(diagnostic.rule)) && isInside(diagnostic.location.path)
          && diagnostic.fixes.allSatisfy { $0.edits.allSatisfy { isInside($0.location.path) } }
      },
      lookup: { session.sources.file($0) },
      diagnose: { files in
        let findings = await diagnose(files, session, &memory)
        setup = findings.setup
        return findings.mendable
      })
    if diff {
      for change in outcome.changes { Console.out(UnifiedDiff.text(before: change.before, after: change.after)) }
    } else {
      try write(outcome.changes, session.project)
    }
    let remaining = outcome.remaining.filter { isInside($0.location.path) }
    if !quiet { Console.log(closingLine(outcome, remaining)) }
    let fails = diff ? !outcome.changes.isEmpty : remaining.contains { $0.severity == .error }
    if !setup.isEmpty {
      Console.log("The set-up of the project is still wrong, so no sheet was looked at: clusterbook check says what.")
      throw Exit(status: .setup)
    }
    if fails { throw Exit(status: .violations) }
  }

  /// What `check` would say if these files were on disk.
  private func diagnose(_ files: [SourceFile], _ session: Session, _ memory: inout AnalysisMemory) async -> Findings {
    var sources = session.sources
    for file in files { sources.replace(file) }
    return await Findings.find(
      in: sources, AnalysisOptions(today: session.report.day(), workers: session.workers), remembering: &memory)
  }

  private func write(_ changes: [FixRun.Change], _ project: Project) throws {
    for change in changes {
      do {
        try SourceWriter.replace(
          project.root + "/" + change.before.path, expecting: change.before.bytes, with: change.after.bytes)
      } catch {
        Console.log("error: \(error.description)")
        throw Exit(status: .setup)
      }
    }
  }

  /// `Applied 12 fixes in 3 files; 2 errors and 4 warnings remain.`
  private func closingLine(_ outcome: FixRun, _ remaining: [Diagnostic]) -> String {
    let files = Wording.count(outcome.changes.count, "file")
    let fixed =
      outcome.changes.isEmpty
      ? "Nothing to fix"
      : "\(diff ? "Would apply" : "Applied") \(Wording.count(outcome.fixedCount, "fix", plural: "fixes")) in \(files)"
    let kinds = Severity.allCases.reversed().compactMap { severity in
      let count = remaining.count { $0.severity == severity }
      return count == 0 ? nil : Wording.count(count, severity.rawValue)
    }
    guard !kinds.isEmpty else { return fixed + "; nothing remains." }
    let reviewable = unsafe ? 0 : remaining.count { $0.fix(upTo: .needsReview) != nil && $0.fix(upTo: .safe) == nil }
    let hint =
      reviewable == 0
      ? "" : " \(Wording.count(reviewable, "fix", plural: "fixes")) that somebody should look at: --unsafe --diff."
    return "\(fixed); \(Wording.list(kinds)) \(remaining.count == 1 ? "remains" : "remain").\(hint)"
  }
}
