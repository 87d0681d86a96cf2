import Markup
import SourceText

/// SARIF 2.1.0 (OASIS): what code scanning services and editors read.
///
/// Addresses are relative to the project, under the base `PROJECTROOT`, which has no address of its own: the same sources give the same
/// bytes in every folder. Columns count UTF-16 code units from 1; the byte offsets count from 0.
package struct SARIFFormat: Sendable {
  private static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private let toolVersion: String
  private let toolAddress: String?
  private let rules: [Rule]

  /// - Parameters:
  ///   - toolAddress: where one reads about the program, if that is known.
  ///   - rules: every rule there is; those that report something are described in the file.
  package init(toolVersion: String, toolAddress: String? = nil, rules: [Rule]) {
    self.toolVersion = toolVersion
    self.toolAddress = toolAddress
    self.rules = rules
  }

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    let described = SARIFRules(reportedBy: report, known: rules)
    var json = JSONWriter()
    json.object {
      $0.member("$schema", SARIFFormat.schema)
      $0.member("version", "2.1.0")
      $0.key("runs")
      $0.array { $0.object { run(report, described, lookup, into: &$0) } }
    }
    return json.text + "\n"
  }

  private func run(_ report: Report, _ described: SARIFRules, _ lookup: @escaping SourceLookup, into json: inout JSONWriter) {
    json.key("tool")
    json.object {
      $0.key("driver")
      $0.object {
        $0.member("name", "clusterbook")
        $0.member("version", toolVersion)
        if let toolAddress { $0.member("informationUri", toolAddress) }
        $0.key("rules")
        described.write(into: &$0)
      }
    }
    json.key("originalUriBaseIds")
    json.object {
      $0.key(SARIFPlaces.base)
      $0.object {
        $0.key("description")
        $0.object { $0.member("text", "The folder of the project, which holds Site/site.yaml.") }
      }
    }
    json.member("columnKind", "utf16CodeUnits")
    json.key("results")
    json.array {
      var places = SARIFPlaces(lookup: lookup)
      var fingerprints = Fingerprints()
      for diagnostic in report.diagnostics {
        $0.lineBreak()
        result(diagnostic, described, &places, fingerprints.next(diagnostic), into: &$0)
      }
      if !report.diagnostics.isEmpty { $0.lineBreak(closing: true) }
    }
  }

  private func result(
    _ diagnostic: Diagnostic, _ described: SARIFRules, _ places: inout SARIFPlaces, _ fingerprint: String,
    into json: inout JSONWriter
  ) {
    json.object {
      $0.member("ruleId", diagnostic.rule)
      if let index = described.index(of: diagnostic.rule) { $0.member("ruleIndex", index) }
      $0.member("level", diagnostic.severity.rawValue)
      SARIFFormat.message(PlainMessage.paragraphs(diagnostic).joined(separator: "\n\n"), into: &$0)
      $0.key("locations")
      $0.array { $0.object { places.physical(diagnostic.location, into: &$0) } }
      let notes = SARIFFormat.distinct(diagnostic.notes) { "\($0.location) \($0.message)" }
      if !notes.isEmpty {
        $0.key("relatedLocations")
        $0.array {
          for note in notes {
            $0.object {
              places.physical(note.location, into: &$0)
              SARIFFormat.message(note.message, into: &$0)
            }
          }
        }
      }
      $0.key("partialFingerprints")
      $0.object { $0.member("clusterbook/v1", fingerprint) }
      let fixes = SARIFFormat.distinct(diagnostic.fixes.filter { !$0.edits.isEmpty }) { "\($0)" }
      if !fixes.isEmpty {
        $0.key("fixes")
        $0.array {
          for fix in fixes { places.fix(fix, into: &$0) }
        }
      }
      properties(diagnostic, into: &$0)
    }
  }

  private func properties(_ diagnostic: Diagnostic, into json: inout JSONWriter) {
    guard diagnostic.sheet != nil || diagnostic.pointer != nil else { return }
    json.key("properties")
    json.object {
      if let sheet = diagnostic.sheet { $0.member("sheet", sheet) }
      if let pointer = diagnostic.pointer { $0.member("pointer", pointer) }
    }
  }

  /// The first of those that are the same: SARIF's schema allows none twice.
  private static func distinct<Item>(_ items: [Item], by key: (Item) -> String) -> [Item] {
    var seen: Set<String> = []
    return items.filter { seen.insert(key($0)).inserted }
  }

  /// A message object. Braces would be placeholders (SARIF 2.1.0, section 3.11.5), and brackets before parentheses a link (3.11.6).
  static func message(_ text: String, named key: String = "message", into json: inout JSONWriter) {
    let hasLink = text.contains("](")
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}": shown.unicodeScalars.append(scalar)
      case "[" where hasLink, "]" where hasLink: shown.unicodeScalars.append("\\")
      default: break
      }
      shown.unicodeScalars.append(scalar)
    }
    json.key(key)
    json.object { $0.member("text", shown) }
  }
}
