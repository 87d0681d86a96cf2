import SourceText

/// The whole report as a Markdown table, for the page of a job: what GitHub reads from the file named by `GITHUB_STEP_SUMMARY`.
package struct GitHubSummary: Sendable {
  /// GitHub takes a mebibyte a step; the rest of the table is counted.
  static let limit = 900_000

  package init() {}

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var out = "## clusterbook: \(TextFormat().summary(report, seconds: nil))\n\n"
    guard !report.diagnostics.isEmpty else { return out }
    out += "| | Place | Finding | Rule |\n| --- | --- | --- | --- |\n"
    var tables = ExcerptCache(lookup: lookup)
    let worstFirst = report.diagnostics.enumerated().sorted { a, b in
      a.element.severity == b.element.severity ? a.offset < b.offset : a.element.severity > b.element.severity
    }
    for (shown, (_, diagnostic)) in worstFirst.enumerated() {
      let line = row(diagnostic, &tables)
      guard out.utf8.count + line.utf8.count < GitHubSummary.limit else {
        out += "\n\(Wording.count(report.diagnostics.count - shown, "more finding")) would not fit on this page.\n"
        break
      }
      out += line
    }
    return out + "\n"
  }

  private func row(_ diagnostic: Diagnostic, _ tables: inout ExcerptCache) -> String {
    var place = diagnostic.location.path
    if !PlainMessage.isWholeFile(diagnostic.location), let lines = tables[diagnostic.location.path]?.lines {
      place += ":\(lines.position(at: diagnostic.location.span.start).line)"
    }
    return "| \(diagnostic.severity.rawValue) | \(cell(place)) | \(cell(PlainMessage.line(diagnostic))) | \(diagnostic.rule) |\n"
  }

  /// Text that Markdown shows as it stands.
  private func cell(_ text: String) -> String {
    var out = ""
    for scalar in TerminalText.printable(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      // An @ would name a person, and tell them.
      case "@": out += "&#64;"
      case "|", "\\", "`", "*", "_", "[", "]", "#", "~", "!": out += "\\" + String(Character(scalar))
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
