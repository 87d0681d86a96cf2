import Markup
import SourceText

/// The Code Quality report of GitLab: a list of findings with fingerprints, by which a merge request tells new ones from old.
package struct GitLabFormat: Sendable {
  package init() {}

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var json = JSONWriter()
    var tables = ExcerptCache(lookup: lookup)
    var fingerprints = Fingerprints()
    json.array {
      for diagnostic in report.diagnostics {
        $0.lineBreak()
        $0.object {
          let words = PlainMessage.paragraphs(diagnostic) + PlainMessage.notes(diagnostic, &tables)
          $0.member("description", words.joined(separator: "\n"))
          $0.member("check_name", diagnostic.rule)
          $0.member("fingerprint", fingerprints.next(diagnostic))
          $0.member("severity", GitLabFormat.name(diagnostic.severity))
          $0.key("location")
          $0.object { location(diagnostic.location, &tables, into: &$0) }
        }
      }
      if !report.diagnostics.isEmpty { $0.lineBreak(closing: true) }
    }
    return json.text + "\n"
  }

  private func location(_ location: Location, _ tables: inout ExcerptCache, into json: inout JSONWriter) {
    json.member("path", location.path)
    guard !PlainMessage.isWholeFile(location), let lines = tables[location.path]?.lines else {
      json.key("lines")
      json.object { $0.member("begin", 1) }
      return
    }
    json.key("positions")
    json.object {
      for (name, offset) in [("begin", location.span.start), ("end", location.span.end)] {
        let position = lines.position(at: offset)
        $0.key(name)
        $0.object {
          $0.member("line", position.line)
          $0.member("column", position.column)
        }
      }
    }
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
