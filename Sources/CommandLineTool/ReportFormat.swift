import ArgumentParser
import Diagnostics
import SourceText

/// The forms of a report that can be asked for.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, short, json, jsonl, sarif, github, gitlab, junit, rdjson
  /// The pages for reviewers.
  case html

  static var allValueStrings: [String] { allCases.map(\.rawValue) }

  /// The form of this run: what was asked for, else what the place wants.
  static func chosen(_ asked: ReportFormat?) -> ReportFormat {
    asked ?? (Console.environment("GITHUB_ACTIONS") == "true" ? .github : .text)
  }
}

/// `FORMAT=PATH`: a report in a file, beside the one on the screen.
struct OutputFileOption {
  let format: ReportFormat
  /// Relative to the folder in which the program was started.
  let path: String

  @Sendable static func parse(_ argument: String) throws -> OutputFileOption {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ValidationError("it takes FORMAT=PATH, for example sarif=report.sarif.")
    }
    guard let format = ReportFormat(rawValue: parts[0]) else {
      let formats = ReportFormat.allValueStrings
      let near = Wording.didYouMean(NearestWords.of(parts[0], among: formats)) ?? "the formats are \(Wording.list(formats))."
      throw ValidationError("there is no format '\(parts[0])'; \(near)")
    }
    return OutputFileOption(format: format, path: parts[1])
  }

  /// Two reports in one file would leave the second only.
  static func checkForClashes(_ files: [OutputFileOption]) throws {
    var paths: Set<String> = []
    for file in files where !paths.insert(file.path).inserted {
      throw ValidationError("--output-file names '\(file.path)' twice.")
    }
  }
}
