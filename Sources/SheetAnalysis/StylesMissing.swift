import Diagnostics
import SourceText
import Workspace

package enum StylesMissing {
  package static let rule = Rule(
    id: "styles-missing", severity: .warning,
    title: "The site has styles",
    why: """
      What the pages look like lies in Site/styles/. Without a style in it the pages are complete, but a reader's browser shows them in its own plain \
      letters, with maps as black as ink. Bring the folder back, for example from a fresh copy of the project.
      """,
    bad: Example(files: []), good: Example(files: []))

  /// A folder that is not there and one whose files hold nothing but space come to the same.
  static func check(_ sources: SourceSet) -> [Diagnostic] {
    let isBlank = { (file: SourceFile) in file.bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
    guard sources.styles.allSatisfy(isBlank) else { return [] }
    let path = sources.styles.first?.path ?? "Site/styles"
    return [
      Diagnostic(
        rule, at: Location(path: path, span: Span.at(0)),
        sources.styles.isEmpty ? "Folder Site/styles holds no style" : "Styles are empty",
        explanation: "The site would be published without any: readable, but plain.")
    ]
  }
}
