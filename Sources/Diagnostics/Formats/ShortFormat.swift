import SourceText

/// One line a diagnostic, as compilers write it and editors' problem matchers read it: `path:line:col: error: message [rule]`.
package struct ShortFormat: Sendable {
  package init() {}

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var out = ""
    var tables = ExcerptCache(lookup: lookup)
    for diagnostic in report.diagnostics {
      let position = tables[diagnostic.location.path]?.lines.position(at: diagnostic.location.span.start)
      out += "\(TerminalText.printable(diagnostic.location.path)):\(position?.line ?? 1):\(position?.column ?? 1): "
      out += "\(diagnostic.severity.rawValue): \(TerminalText.printable(diagnostic.message)) [\(diagnostic.rule)]\n"
    }
    return out
  }
}
