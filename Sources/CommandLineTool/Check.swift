import ArgumentParser
import Diagnostics
import Workspace

/// `clusterbook check`: everything `build` would say; writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say everything that is wrong, and write nothing.",
    discussion: """
      All files are read, so that references are right, and all mistakes of all files are reported in one run. With paths, only what lies there \
      is reported; with - and --stdin-filename the file comes from standard input, and only it is reported. Exit status: 0 nothing wrong, 1 violations, 2 the set-up is wrong, 101 a mistake of the program.
      """)

  @Argument(help: ArgumentHelp("Report on these files or folders only.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The file of which standard input holds the text, as an editor has it; goes with the path -.", valueName: "path"))
  var stdinFilename: String?

  @Flag(help: "Check as if drafts were published.")
  var drafts = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Report") var known: BaselineOptions
  @OptionGroup(title: "Report") var scope: ChangedScopeOptions

  func validate() throws {
    try validateInput()
    if known.updateBaseline, !paths.isEmpty || scope.changedSince != nil {
      throw ValidationError("--update-baseline looks at everything: leave out paths and --changed-since.")
    }
  }

  private func validateInput() throws {
    guard paths.contains("-") || stdinFilename != nil else { return }
    guard paths == ["-"], stdinFilename != nil else {
      throw ValidationError(
        "Standard input is one file, which needs its name: clusterbook check - --stdin-filename Sheets/clusters/x.md")
    }
  }

  func run() async throws {
    let session = try await Session.open(project, report, includesDrafts: drafts, stdinFilename: stdinFilename)
    let wanted = try session.unsavedPath.map { [$0] } ?? paths.map { try relative($0, in: session.project) }
    let isShown = { (path: String) in wanted.isEmpty || wanted.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") } }
    let diagnostics = session.selection.apply(try scope.narrow(session, known.apply(session))).filter {
      isShown($0.location.path)
    }
    let found = Report(diagnostics: diagnostics, sheets: session.analysis.sheetCount)
    try session.show(found, isShown: isShown)
    if session.fails(found) { throw Exit(status: .violations) }
  }

  private func relative(_ path: String, in project: Project) throws -> String {
    if let relative = project.relativePath(path) { return relative }
    Console.log("error: \(path) is no file or folder of the project at \(project.root)")
    throw Exit(status: .setup)
  }
}
