import Diagnostics
import Publishing
import SourceText

/// Puts a report into the forms that a run wants, on the screen and into files.
struct ReportWriter {
  let options: ReportOptions
  /// The paths of all sheets that were read.
  let sheets: [String]
  let lookup: SourceLookup
  /// For the closing line.
  let stopwatch: Stopwatch
  /// Whether standard output holds something else, so that the report goes where all else is said.
  var isBesideOutput = false
  /// Writes the pages for reviewers: without a path one self-contained page to standard output (`--format html`), else a folder of pages
  /// (`--output-file html=DIR`). nil where there is no project to make them of.
  var reviewPages: ((_ report: Report, _ path: String?) throws -> Void)?

  /// Writes everything that was asked for. Ends the run with status 2 where a file cannot be written.
  func write(_ report: Report) throws {
    try show(report)
    for file in options.outputFile { try write(report, to: file) }
  }

  private func show(_ report: Report) throws {
    let format = ReportFormat.chosen(options.format)
    switch format {
    case .html: return try pages(report, nil)
    case .text:
      let text = TextFormat(colour: options.colour && !isBesideOutput)
      let say = isBesideOutput ? Console.log : Console.out
      say(text.render(report, lookup: lookup))
      if !options.quiet { say(text.summary(report, seconds: stopwatch.seconds)) }
    default: Console.out(render(report, format))
    }
    if format == .github { addJobSummary(report) }
    if format == .short || format == .github, !options.quiet {
      Console.log(TextFormat().summary(report, seconds: stopwatch.seconds))
    }
  }

  private func write(_ report: Report, to file: OutputFileOption) throws {
    guard file.format != .html else { return try pages(report, file.path) }
    do throws(PublishingError) {
      try ReportFile.replace(file.path, bytes: Array(render(report, file.format).utf8))
    } catch {
      throw ReportWriter.refuse(error)
    }
  }

  private func render(_ report: Report, _ format: ReportFormat) -> String {
    switch format {
    case .text: TextFormat().render(report, lookup: lookup) + TextFormat().summary(report, seconds: nil) + "\n"
    case .short: ShortFormat().render(report, lookup: lookup)
    case .json: JSONFormat(toolVersion: clusterbookVersion).render(report, lookup: lookup)
    case .jsonl: JSONLinesFormat().render(report, lookup: lookup)
    case .sarif: SARIFFormat(toolVersion: clusterbookVersion, rules: RuleCatalogue.all).render(report, lookup: lookup)
    case .github: GitHubFormat().render(report, lookup: lookup)
    case .gitlab: GitLabFormat().render(report, lookup: lookup)
    case .junit: JUnitFormat(files: sheets).render(report, lookup: lookup)
    case .rdjson: RDJSONFormat().render(report, lookup: lookup)
    case .html: ""
    }
  }

  /// GitHub shows what is in this file on the page of the job; without one there is no such page. Nobody asked for it by name, so a run does
  /// not fail for want of it.
  private func addJobSummary(_ report: Report) {
    guard let path = Console.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return }
    do throws(PublishingError) {
      try ReportFile.append(path, bytes: Array(GitHubSummary().render(report, lookup: lookup).utf8))
    } catch _ {
      Console.log("The summary of the job was not written: \(path), which GITHUB_STEP_SUMMARY names, cannot be written.")
    }
  }

  private func pages(_ report: Report, _ path: String?) throws {
    guard let reviewPages else {
      Console.log("error: there are review pages of a project only: use another format here")
      throw Exit(status: .setup)
    }
    try reviewPages(report, path)
  }

  private static func refuse(_ error: PublishingError) -> Exit {
    // The sentence of that error is about the site's folder.
    if case .cannotWrite(let path, let reason) = error {
      Console.log("error: the report cannot be written to '\(path)': \(reason)")
    } else {
      Console.log("error: the report cannot be written: \(error.description)")
    }
    return Exit(status: .setup)
  }
}
