import ArgumentParser
import Diagnostics
import SheetModel

/// For commands that tell about the sheets: the day against which ages are told.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The day that counts as today; by default SOURCE_DATE_EPOCH, else the clock.", valueName: "yyyy-mm-dd"))
  var today: String?

  func validate() throws {
    if let today, CalendarDate(today) == nil { throw ValidationError("--today takes a day such as 2026-11-22, not '\(today)'.") }
  }

  /// Reads the whole project, drafts too. What is wrong with single sheets is not reported here; sheets that cannot be read are counted.
  func open(_ project: ProjectOptions) async throws -> Session {
    var report = ReportOptions.defaults
    report.today = today
    let session = try await Session.open(project, report, includesDrafts: true)
    let lost = session.analysis.sheetCount - session.analysis.atlas.sheets.count
    if lost > 0 {
      Console.log(
        "\(Wording.count(lost, "sheet")) cannot be read and \(lost == 1 ? "is" : "are") left out: see clusterbook check.")
    }
    return session
  }
}

extension Exit {
  /// Says what is wrong with the command line.
  static func usage(_ message: String) -> Exit {
    Console.log("error: " + message)
    return Exit(status: .setup)
  }
}
