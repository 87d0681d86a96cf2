import Markup
import SheetModel

/// The whole difference for programs; nothing is cut. The shape changes only with its `version`.
package struct DifferenceJSON: Sendable {
  private let toolVersion: String

  package init(toolVersion: String) { self.toolVersion = toolVersion }

  package func render(_ difference: Difference) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("version", 1)
      $0.key("tool")
      $0.object {
        $0.member("name", "clusterbook")
        $0.member("version", toolVersion)
      }
      $0.member("before", difference.before)
      $0.member("after", difference.after)
      $0.key("summary")
      $0.object { for kind in ChangeKind.allCases { $0.member(kind.rawValue, difference.count(kind)) } }
      $0.key("sheets")
      $0.array {
        for sheet in difference.sheets {
          $0.lineBreak()
          write(sheet, into: &$0)
        }
        if !difference.sheets.isEmpty { $0.lineBreak(closing: true) }
      }
      $0.key("files")
      $0.array {
        for file in difference.files {
          $0.lineBreak()
          $0.object {
            $0.member("change", file.kind.rawValue)
            $0.member("sort", file.sort.rawValue)
            $0.member("path", file.path)
          }
        }
        if !difference.files.isEmpty { $0.lineBreak(closing: true) }
      }
    }
    return json.text + "\n"
  }

  private func write(_ sheet: SheetChange, into json: inout JSONWriter) {
    json.object {
      $0.member("change", sheet.kind.rawValue)
      $0.member("kind", sheet.id.kind.rawValue)
      $0.member("id", sheet.id.id)
      $0.member("name", sheet.name)
      $0.member("path", sheet.path)
      if let theme = sheet.theme { $0.member("theme", theme) }
      if !sheet.countries.isEmpty { $0.member("countries", sheet.countries) }
      if let former = sheet.formerID, let path = sheet.formerPath, let evidence = sheet.evidence {
        $0.key("former")
        $0.object {
          $0.member("kind", former.kind.rawValue)
          $0.member("id", former.id)
          $0.member("path", path)
          $0.member("evidence", evidence)
        }
      }
      if let problem = sheet.problemBefore { $0.member("unreadable_before", problem) }
      if let problem = sheet.problemAfter { $0.member("unreadable_after", problem) }
      $0.key("fields")
      $0.array { for change in sheet.fields { write(change, into: &$0) } }
      if let body = sheet.body {
        $0.key("text")
        $0.object {
          $0.member("words_added", body.wordsAdded)
          $0.member("words_removed", body.wordsRemoved)
          $0.member("headings_added", body.headingsAdded)
          $0.member("headings_removed", body.headingsRemoved)
        }
      }
    }
  }

  private func write(_ change: FieldChange, into json: inout JSONWriter) {
    json.object {
      $0.member("topic", change.topic.rawValue)
      $0.member("path", change.path)
      $0.member("titles", change.titles)
      if let before = change.before {
        $0.key("before")
        before.write(into: &$0)
      }
      if let after = change.after {
        $0.key("after")
        after.write(into: &$0)
      }
    }
  }
}
