import ArgumentParser
import Diagnostics
import Publishing
import SourceText
import Workspace

/// `--baseline FILE`, `--update-baseline`.
struct BaselineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Do not report the known debts that this file lists, each with its reason.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Write the file of known debts anew: add what is found, remove what is gone, keep the reasons.")
  var updateBaseline = false

  func validate() throws {
    if updateBaseline, baseline == nil { throw ValidationError("--update-baseline wants to know the file: add --baseline FILE.") }
  }

  /// What is left to report of a run, and what there is to say about the file itself. Without the option, everything.
  func apply(_ session: Session) throws -> [Diagnostic] {
    guard let baseline else { return session.diagnostics }
    let path = try path(of: baseline, in: session.project)
    var known = try read(path, session)
    let isActive = try session.activeRules()
    let today = session.report.day()
    var matching = BaselineMatching(known, session.diagnostics, today: today, isActive: isActive)
    if updateBaseline {
      let least = session.report.failOn == .note ? Severity.note : .warning
      let update = BaselineUpdate(
        known, used: matching.used, unknown: matching.unknown.filter { $0.severity >= least },
        sheetPaths: session.sources.sheets.map(\.path)
      ).settled { BaselineMatching($0, session.diagnostics, today: today, isActive: isActive) }
      do {
        try SourceWriter.replace(session.project.root + "/" + path, bytes: Array(update.text.utf8))
      } catch {
        throw fail(error.description)
      }
      if !session.report.quiet {
        Console.log("\(path): \(Wording.count(update.kept, "known debt")) kept, \(update.added) added, \(update.removed) removed")
      }
      known = try read(path, session)
      matching = BaselineMatching(known, session.diagnostics, today: today, isActive: isActive)
    }
    if matching.hidden > 0, !session.report.quiet {
      Console.log("\(Wording.count(matching.hidden, "known debt")) not reported: see \(path)")
    }
    return matching.remaining + (try session.report.selection()).apply(try session.policy().apply(matching.own))
  }

  private func read(_ path: String, _ session: Session) throws -> Baseline {
    guard let file = session.project.file(path) ?? (updateBaseline ? SourceFile(path: path, bytes: []) : nil) else {
      throw fail("there is no file \(path); --update-baseline makes it")
    }
    let baseline = Baseline.read(file, rules: RuleCatalogue.all.map(\.id))
    guard baseline.problems.isEmpty else {
      try session.show(Report(diagnostics: baseline.problems, sheets: session.analysis.sheetCount))
      Console.log("The file of known debts is wrong, so nothing was compared with it.")
      throw Exit(status: .setup)
    }
    return baseline
  }

  /// The file's path in the project; it need not be there yet, but its folder must.
  private func path(of typed: String, in project: Project) throws -> String {
    if let path = project.relativePath(typed), !path.isEmpty { return path }
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    guard let name = parts.last, !name.isEmpty, name != "..",
      let inside = project.relativePath(folder.isEmpty ? (typed.hasPrefix("/") ? "/" : ".") : folder)
    else {
      throw fail(
        "\(typed) lies in no folder of the project at \(project.root). The file of known debts is a part of it: its own problems are "
          + "reported with paths in the project, and it changes with the sheets that it speaks of.")
    }
    return inside.isEmpty ? String(name) : inside + "/" + name
  }

  private func fail(_ message: String) -> Exit {
    Console.log("error: " + message)
    return Exit(status: .setup)
  }
}

extension Session {
  /// The severities of this run: those of the command line over those of the configuration.
  func policy() throws -> SeverityPolicy {
    var overrides = analysis.configuration.severities
    overrides.merge(try report.overrides()) { _, line in line }
    return SeverityPolicy(overrides: overrides, warningsAsErrors: report.warningsAsErrors)
  }

  /// Whether a rule reports anything in this run: `--select`, `--ignore` and the severity `off` silence it, and its known debts with it.
  func activeRules() throws -> @Sendable (String) -> Bool {
    let (policy, selection) = (try policy(), try report.selection())
    let nowhere = Location(path: "", span: Span.at(0))
    let active = RuleCatalogue.all.filter { !selection.apply(policy.apply([Diagnostic($0, at: nowhere, "")])).isEmpty }
    let ids = Set(active.map(\.id))
    return { ids.contains($0) }
  }
}
