import Markup
import SourceText

/// The report as one JSON document; the shape is documented in CONTRIBUTING.md and changes only with its `version`.
package struct JSONFormat: Sendable {
  private let toolVersion: String

  package init(toolVersion: String) { self.toolVersion = toolVersion }

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var json = JSONWriter()
    var tables = ExcerptCache(lookup: lookup)
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
          write(diagnostic, into: &$0, tables: &tables)
        }
        if !report.diagnostics.isEmpty { $0.lineBreak(closing: true) }
      }
    }
    return json.text + "\n"
  }

  private func write(_ diagnostic: Diagnostic, into json: inout JSONWriter, tables: inout ExcerptCache) {
    json.object {
      $0.member("rule", diagnostic.rule)
      $0.member("severity", diagnostic.severity.rawValue)
      $0.member("message", diagnostic.message)
      if let explanation = diagnostic.explanation { $0.member("explanation", explanation) }
      place(diagnostic.location, into: &$0, tables: &tables)
      if let sheet = diagnostic.sheet { $0.member("sheet", sheet) }
      if let pointer = diagnostic.pointer { $0.member("pointer", pointer) }
      $0.key("notes")
      $0.array {
        for note in diagnostic.notes {
          $0.object {
            place(note.location, into: &$0, tables: &tables)
            $0.member("message", note.message)
          }
        }
      }
      $0.key("fixes")
      $0.array {
        for fix in diagnostic.fixes { write(fix, into: &$0, tables: &tables) }
      }
    }
  }

  private func write(_ fix: Fix, into json: inout JSONWriter, tables: inout ExcerptCache) {
    json.object {
      $0.member("title", fix.title)
      $0.member("applicability", fix.applicability.rawValue)
      $0.key("edits")
      $0.array {
        for edit in fix.edits {
          $0.object {
            place(edit.location, into: &$0, tables: &tables)
            $0.member("text", edit.text)
          }
        }
      }
    }
  }

  private func place(_ location: Location, into json: inout JSONWriter, tables: inout ExcerptCache) {
    let lines = tables[location.path]?.lines ?? LineTable([])
    json.member("path", location.path)
    position(lines.position(at: location.span.start), "start", into: &json)
    position(lines.position(at: location.span.end), "end", into: &json)
  }

  private func position(_ position: Position, _ name: String, into json: inout JSONWriter) {
    json.key(name)
    json.object {
      $0.member("line", position.line)
      $0.member("column", position.column)
      $0.member("offset", position.offset)
      $0.member("utf16", position.utf16)
    }
  }
}
