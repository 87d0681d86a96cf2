import Markup
import SourceText

/// The places of a SARIF file: addresses, regions and the pieces that a fix replaces.
struct SARIFPlaces {
  /// The name of the folder to which all addresses are relative.
  static let base = "PROJECTROOT"

  private var tables: ExcerptCache

  init(lookup: @escaping SourceLookup) { tables = ExcerptCache(lookup: lookup) }

  /// The member `physicalLocation`; a file as a whole has no region.
  mutating func physical(_ location: Location, into json: inout JSONWriter) {
    json.key("physicalLocation")
    json.object {
      artifact(location.path, into: &$0)
      guard !PlainMessage.isWholeFile(location), let lines = tables[location.path]?.lines else { return }
      region("region", location.span, lines, into: &$0)
    }
  }

  /// A fix, its edits file by file in the order of their first edit.
  mutating func fix(_ fix: Fix, into json: inout JSONWriter) {
    var paths: [String] = []
    for edit in fix.edits where !paths.contains(edit.location.path) { paths.append(edit.location.path) }
    json.object {
      SARIFFormat.message(fix.title, named: "description", into: &$0)
      $0.key("artifactChanges")
      $0.array {
        for path in paths {
          $0.object {
            artifact(path, into: &$0)
            $0.key("replacements")
            $0.array {
              for edit in fix.edits where edit.location.path == path { replacement(edit, into: &$0) }
            }
          }
        }
      }
      $0.key("properties")
      $0.object { $0.member("applicability", fix.applicability.rawValue) }
    }
  }

  private mutating func replacement(_ edit: TextEdit, into json: inout JSONWriter) {
    let lines = tables[edit.location.path]?.lines ?? LineTable([])
    json.object {
      region("deletedRegion", edit.location.span, lines, into: &$0)
      $0.key("insertedContent")
      $0.object { $0.member("text", edit.text) }
    }
  }

  private func artifact(_ path: String, into json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object {
      $0.member("uri", PercentEncoding.path(path))
      $0.member("uriBaseId", SARIFPlaces.base)
    }
  }

  private func region(_ name: String, _ span: Span, _ lines: LineTable, into json: inout JSONWriter) {
    let start = lines.position(at: span.start)
    let end = lines.position(at: span.end)
    json.key(name)
    json.object {
      $0.member("startLine", start.line)
      $0.member("startColumn", start.utf16Column)
      $0.member("endLine", end.line)
      $0.member("endColumn", end.utf16Column)
      $0.member("byteOffset", start.offset)
      $0.member("byteLength", end.offset - start.offset)
    }
  }
}
