import Markup
import SourceText

/// The report as one JSON document; the shape is documented in CONTRIBUTING.md and changes only with its `version`.
package struct JSONFormat: Sendable {
  private let toolVersion: String

  package init(toolVersion: String) { self.toolVersion = toolVersion }

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var json = JSONWriter()
    var writer = DiagnosticJSON(lookup: lookup)
    json.object {
      $0.member("version", 1)
      $0.key("tool")
      $0.object {
        $0.member("name", "clusterbook")
        $0.member("version", toolVersion)
      }
      $0.key("summary")
      $0.object {
        $0.member("sheets", report.sheets)
        $0.member("errors", report.count(.error))
        $0.member("warnings", report.count(.warning))
        $0.member("notes", report.count(.note))
      }
      $0.key("diagnostics")
      $0.array {
        for diagnostic in report.diagnostics {
          $0.lineBreak()
          writer.write(diagnostic, into: &$0)
        }
        if !report.diagnostics.isEmpty { $0.lineBreak(closing: true) }
      }
    }
    return json.text + "\n"
  }
}
