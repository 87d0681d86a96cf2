import ArgumentParser
import Diagnostics
import Workspace

/// `clusterbook check`: everything `build` would say; writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say everything that is wrong, and write nothing.",
    discussion: """
      All files are read, so that references are right, and all mistakes of all files are reported in one run. With paths, only what lies there \
      is reported. Exit status: 0 nothing wrong, 1 violations, 2 the set-up is wrong, 101 a mistake of the program.
      """)

  @Argument(help: ArgumentHelp("Report on these files or folders only.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Check as if drafts were published.")
  var drafts = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Report") var known: BaselineOptions
  @OptionGroup(title: "Report") var scope: ChangedScopeOptions

  func validate() throws {
    if known.updateBaseline, !paths.isEmpty || scope.changedSince != nil {
      throw ValidationError("--update-baseline looks at everything: leave out paths and --changed-since.")
    }
  }

  func run() async throws {
    let session = try await Session.open(project, report, includesDrafts: drafts)
    let wanted = try paths.map { path in
      guard let relative = session.project.relativePath(path) else {
        Console.log("error: \(path) is no file or folder of the project at \(session.project.root)")
        throw Exit(status: .setup)
      }
      return relative
    }
    let diagnostics = try scope.narrow(session, known.apply(session)).filter { diagnostic in
      let path = diagnostic.location.path
      return wanted.isEmpty || wanted.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
    }
    let found = Report(diagnostics: diagnostics, sheets: session.analysis.sheetCount)
    session.show(found)
    if session.fails(found) { throw Exit(status: .violations) }
  }
}
