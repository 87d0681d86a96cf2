import Diagnostics
import SourceText

package enum StrayFile {
  package static let rule = Rule(
    id: "stray-file", severity: .warning,
    title: "Every file under Sheets/, Themes/ and Site/ has a use",
    why: """
      A file that lies in the wrong folder, or has another ending than the files there, is not read, and would be missing from the site without a \
      word. The folder says what kind of sheet it is: Sheets/clusters, policies, initiatives, concepts, regions, case-studies. Names that begin \
      with a dot are left alone.
      """,
    bad: Example(files: []), good: Example(files: []))

  static func report(_ path: String, _ place: String) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: path, span: Span.at(0)), "File has no use here",
      explanation: Wording.sentence("it was not read: " + place))
  }

  static func report(folder: String, known: [String], nearest: [String]) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: folder, span: Span.at(0)), "Folder has no use here", label: Wording.didYouMean(nearest),
      explanation: "What lies in it was not read. The folders are \(Wording.list(known)).")
  }
}
