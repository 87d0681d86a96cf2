import Markup
import SourceText

/// One diagnostic as a JSON object: what `json` holds in a list and `jsonl` on a line.
struct DiagnosticJSON {
  var tables: ExcerptCache

  init(lookup: @escaping SourceLookup) { tables = ExcerptCache(lookup: lookup) }

  mutating func write(_ diagnostic: Diagnostic, into json: inout JSONWriter) {
    json.object {
      $0.member("rule", diagnostic.rule)
      $0.member("severity", diagnostic.severity.rawValue)
      $0.member("message", diagnostic.message)
      if let explanation = diagnostic.explanation { $0.member("explanation", explanation) }
      place(diagnostic.location, into: &$0)
      if let sheet = diagnostic.sheet { $0.member("sheet", sheet) }
      if let pointer = diagnostic.pointer { $0.member("pointer", pointer) }
      $0.key("notes")
      $0.array {
        for note in diagnostic.notes {
          $0.object {
            place(note.location, into: &$0)
            $0.member("message", note.message)
          }
        }
      }
      $0.key("fixes")
      $0.array {
        for fix in diagnostic.fixes { write(fix, into: &$0) }
      }
    }
  }

  private mutating func write(_ fix: Fix, into json: inout JSONWriter) {
    json.object {
      $0.member("title", fix.title)
      $0.member("applicability", fix.applicability.rawValue)
      $0.key("edits")
      $0.array {
        for edit in fix.edits {
          $0.object {
            place(edit.location, into: &$0)
            $0.member("text", edit.text)
          }
        }
      }
    }
  }

  private mutating func place(_ location: Location, into json: inout JSONWriter) {
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
