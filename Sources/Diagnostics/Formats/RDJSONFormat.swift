import Markup
import SourceText

/// The Reviewdog Diagnostic Format (`rdjson`), which reviewdog turns into review comments with suggestions. Columns count bytes from 1.
package struct RDJSONFormat: Sendable {
  package init() {}

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var json = JSONWriter()
    var tables = ExcerptCache(lookup: lookup)
    json.object {
      $0.key("source")
      $0.object { $0.member("name", "clusterbook") }
      $0.key("diagnostics")
      $0.array {
        for diagnostic in report.diagnostics {
          $0.lineBreak()
          write(diagnostic, &tables, into: &$0)
        }
        if !report.diagnostics.isEmpty { $0.lineBreak(closing: true) }
      }
    }
    return json.text + "\n"
  }

  private func write(_ diagnostic: Diagnostic, _ tables: inout ExcerptCache, into json: inout JSONWriter) {
    json.object {
      let words = PlainMessage.paragraphs(diagnostic) + PlainMessage.notes(diagnostic, &tables)
      $0.member("message", words.joined(separator: "\n"))
      $0.key("location")
      $0.object {
        $0.member("path", diagnostic.location.path)
        if !PlainMessage.isWholeFile(diagnostic.location), let lines = tables[diagnostic.location.path]?.lines {
          range(diagnostic.location.span, lines, into: &$0)
        }
      }
      $0.member("severity", RDJSONFormat.name(diagnostic.severity))
      $0.key("code")
      $0.object { $0.member("value", diagnostic.rule) }
      suggestions(diagnostic, &tables, into: &$0)
    }
  }

  /// A suggestion is one change in the file of the finding: fixes that need more cannot be said.
  private func suggestions(_ diagnostic: Diagnostic, _ tables: inout ExcerptCache, into json: inout JSONWriter) {
    let edits = diagnostic.fixes.compactMap { fix -> TextEdit? in
      guard let edit = fix.edits.first, fix.edits.count == 1, edit.location.path == diagnostic.location.path else { return nil }
      return edit
    }
    guard !edits.isEmpty, let lines = tables[diagnostic.location.path]?.lines else { return }
    json.key("suggestions")
    json.array {
      for edit in edits {
        $0.object {
          range(edit.location.span, lines, into: &$0)
          $0.member("text", edit.text)
        }
      }
    }
  }

  private func range(_ span: Span, _ lines: LineTable, into json: inout JSONWriter) {
    json.key("range")
    json.object {
      for (name, offset) in [("start", span.start), ("end", span.end)] {
        let position = lines.position(at: offset)
        $0.key(name)
        $0.object {
          $0.member("line", position.line)
          $0.member("column", lines.byteColumn(of: position))
        }
      }
    }
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
