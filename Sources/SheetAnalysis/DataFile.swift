import Diagnostics
import SourceText

/// The rule about `Site/data/`.
package enum DataFile {
  package static let rule = Rule(
    id: "data-file", severity: .error,
    title: "The code lists and base maps of Site/data/ are there and can be read",
    why: """
      Countries, subdivisions and the maps come from files of the project, so that a build gives the same pages on every machine. A project without \
      them cannot check a country or draw a map; the run ends with status 2. Bring the file back, for example from a fresh copy of the project.
      """,
    bad: Example("Site/data/countries.csv", "code,name\nDK,Denmark\n"), good: Example(files: []))

  static func report(missing path: String) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: path, span: Span.at(0)), "Data file is missing", explanation: "\(path) is needed for every build.")
  }

  static func report(unreadable path: String, _ reason: String) -> Diagnostic {
    Diagnostic(rule, at: Location(path: path, span: Span.at(0)), "Data file cannot be read", explanation: "\(path): \(reason).")
  }
}
