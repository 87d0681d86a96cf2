import Diagnostics
import SourceText

package enum StrayFile {
  package static let rule = Rule(
    id: "stray-file", severity: .warning,
    title: "Every file under Sheets/ is a sheet, a schema or a sheet's picture",
    why: """
      A file that lies in the wrong folder, or ends in something else than .md, is not read, and would be missing from the site without a word. The \
      folder says what kind of sheet it is: Sheets/clusters, policies, initiatives, concepts, regions, case-studies. Names that begin with a dot are \
      left alone.
      """,
    bad: Example(files: []), good: Example(files: []))

  static func report(_ path: String, _ place: String) -> Diagnostic {
    Diagnostic(rule, at: Location(path: path, span: Span.at(0)), "File is not part of the site", explanation: "It was not read: \(place).")
  }

  static func report(folder: String, known: [String], nearest: [String]) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: folder, span: Span.at(0)), "Folder is no kind of sheet", label: Wording.didYouMean(nearest),
      explanation: "What lies in it was not read. The kinds are \(Wording.list(known)).")
  }
}
