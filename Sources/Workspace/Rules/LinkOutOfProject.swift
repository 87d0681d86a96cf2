import Diagnostics
import SourceText

package enum LinkOutOfProject {
  package static let rule = Rule(
    id: "link-out-of-project", severity: .error,
    title: "Symbolic links stay inside the project",
    why: """
      A link that leads out of the project would publish a file that nobody put into it, and break on every other machine. Copy the file into the \
      project.
      """,
    bad: Example(files: []), good: Example(files: []))

  static func report(_ path: String) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: path, span: Span.at(0)), "Symbolic link leads out of the project",
      explanation: "It was not read. Copy the file it points to into the project.")
  }
}
