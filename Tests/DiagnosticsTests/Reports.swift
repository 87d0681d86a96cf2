import Diagnostics
import SourceText

/// A rule for tests about reports.
let testRule = Rule(id: "test-rule", severity: .error, title: "", why: "", bad: Example(files: []), good: Example(files: []))
let testWarning = Rule(
  id: "test-warning", severity: .warning, title: "", why: "", bad: Example(files: []), good: Example(files: []))

/// The text with the piece between `«` and `»` marked, and where that piece is.
func marked(_ text: String, path: String = "a.md") -> (file: SourceFile, location: Location) {
  let parts = text.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
  let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
  let start = parts[0].utf8.count
  let file = SourceFile(path: path, text: "\(parts[0])\(rest[0])\(rest[1])")
  return (file, Location(path: path, span: Span(start, start + rest[0].utf8.count)))
}

/// The text format of one diagnostic at the marked piece.
func rendered(_ text: String, label: String? = nil, explanation: String? = nil, fixes: [Fix] = [], colour: Bool = false) -> String
{
  let (file, location) = marked(text)
  let diagnostic = Diagnostic(testRule, at: location, "Thing is wrong", label: label, explanation: explanation, fixes: fixes)
  return TextFormat(colour: colour).render(Report(diagnostics: [diagnostic], sheets: 1)) { $0 == file.path ? file : nil }
}

/// Only the lines of the picture.
func picture(_ text: String, label: String? = nil) -> String {
  rendered(text, label: label).split(separator: "\n").dropFirst().prefix { !$0.contains("= help") }.joined(separator: "\n")
}
