import Markup
import SourceText

/// One diagnostic a line, each a JSON object with the members that it has in `json`; nothing where there is nothing to say.
package struct JSONLinesFormat: Sendable {
  package init() {}

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var out = ""
    var writer = DiagnosticJSON(lookup: lookup)
    for diagnostic in report.diagnostics {
      var json = JSONWriter()
      writer.write(diagnostic, into: &json)
      out += json.text + "\n"
    }
    return out
  }
}
