import Diagnostics
import SourceText

/// A Markdown file that says what a rule must report: cases, each with files and the exact report.
///
/// A case is a heading of level 2. Its files are fenced blocks whose info string is `file` and a path; the report is a fenced block `report` in the
/// short form, empty where nothing must be said. A fenced block `without` lists files and folders (with a slash at the end) that the project lacks.
package struct Spec: Sendable {
  package struct Case: Sendable {
    package let title: String
    package let files: [(path: String, text: String)]
    package let without: [String]
    package let report: String
    /// The line of the heading, for messages.
    package let line: Int
  }

  package let cases: [Case]

  package init(_ text: String) {
    var cases: [Case] = []
    var title = ""
    var line = 0
    var files: [(path: String, text: String)] = []
    var without: [String] = []
    var report: String?
    var block: (fence: String, info: String, lines: [Substring])?
    func finish() {
      if let report { cases.append(Case(title: title, files: files, without: without, report: report, line: line)) }
    }
    // Line by line in bytes: of CR LF, Swift makes one character, and a file of a case may hold them.
    for (number, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let current = Substring(bytes)
      if var open = block {
        if current == open.fence {
          let content = open.lines.map { $0 + "\n" }.joined()
          if open.info == "report" {
            report = content
          } else if open.info == "without" {
            without += open.lines.map(String.init)
          } else if open.info.hasPrefix("file ") {
            files.append((String(open.info.dropFirst(5)), content))
          }
          block = nil
        } else {
          open.lines.append(current)
          block = open
        }
      } else if current.hasPrefix("```") {
        let fence = String(current.prefix { $0 == "`" })
        block = (fence, String(current.dropFirst(fence.count)), [])
      } else if current.hasPrefix("## ") {
        finish()
        title = String(current.dropFirst(3))
        line = number + 1
        files = []
        without = []
        report = nil
      }
    }
    finish()
    self.cases = cases
  }
}
