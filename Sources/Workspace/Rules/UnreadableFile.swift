import Diagnostics
import SourceText

package enum UnreadableFile {
  package static let rule = Rule(
    id: "unreadable-file", severity: .error,
    title: "Every file and folder of the project can be read",
    why:
      "A file that may not be read, a link to nowhere, a device or a socket cannot be part of a site. Mend its permissions, or take it away.",
    bad: Example(files: []), good: Example(files: []))

  /// - Parameter reason: half a sentence, `it is a link that leads nowhere`.
  static func report(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(rule, at: Location(path: path, span: Span.at(0)), "File cannot be read", explanation: Wording.sentence(reason))
  }

  /// A whole folder, of which nobody knows what lies in it.
  static func report(folder: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: folder, span: Span.at(0)), "Folder cannot be read",
      explanation: Wording.sentence(reason) + " What refers to files in it is not reported.")
  }
}
