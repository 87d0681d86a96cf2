import SourceText

/// JUnit's XML, for services that show test results: each file is a test, and one with errors has failed.
///
/// A test has one failure, whatever the number of its errors, because most readers show no more; its text lists them all. Warnings and notes are
/// what the test printed. There is no time in it: the same sources give the same bytes.
package struct JUnitFormat: Sendable {
  private let files: [String]

  /// - Parameter files: the paths of all sheets, also of those without findings: these are the tests that passed.
  package init(files: [String]) { self.files = files }

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var tables = ExcerptCache(lookup: lookup)
    let found = Dictionary(grouping: report.diagnostics, by: \.location.path)
    let paths = Set(files).union(found.keys).sorted()
    let failed = found.values.count { $0.contains { $0.severity == .error } }
    let counts = "tests=\"\(paths.count)\" failures=\"\(failed)\" errors=\"0\""
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"clusterbook\" \(counts)>\n"
    out += "  <testsuite name=\"clusterbook check\" \(counts) skipped=\"0\">\n"
    for path in paths { out += testCase(path, found[path] ?? [], &tables) }
    return out + "  </testsuite>\n</testsuites>\n"
  }

  private func testCase(_ path: String, _ found: [Diagnostic], _ tables: inout ExcerptCache) -> String {
    let folder = path.split(separator: "/").dropLast().joined(separator: ".")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let head = "    <testcase classname=\"\(escaped(folder))\" name=\"\(escaped(name))\" file=\"\(escaped(path))\""
    guard !found.isEmpty else { return head + "/>\n" }
    let errors = found.filter { $0.severity == .error }
    let others = found.filter { $0.severity != .error }
    var out = head + ">\n"
    if let first = errors.first {
      let more = errors.count > 1 ? " (and \(Wording.count(errors.count - 1, "more error")))" : ""
      out += "      <failure type=\"\(escaped(first.rule))\" message=\"\(escaped(PlainMessage.line(first) + more))\">"
      out += list(errors, &tables) + "</failure>\n"
    }
    if !others.isEmpty { out += "      <system-out>" + list(others, &tables) + "</system-out>\n" }
    return out + "    </testcase>\n"
  }

  private func list(_ found: [Diagnostic], _ tables: inout ExcerptCache) -> String {
    var lines: [String] = []
    for diagnostic in found {
      let position = tables[diagnostic.location.path]?.lines.position(at: diagnostic.location.span.start)
      let place = "\(diagnostic.location.path):\(position?.line ?? 1):\(position?.column ?? 1)"
      lines.append("\(place): \(diagnostic.severity.rawValue): \(PlainMessage.line(diagnostic)) [\(diagnostic.rule)]")
      lines += (PlainMessage.paragraphs(diagnostic).dropFirst() + PlainMessage.notes(diagnostic, &tables)).map { "  " + $0 }
    }
    return lines.map(escaped).joined(separator: "\n")
  }

  /// Text without what XML 1.0 cannot hold, also as a reference: control characters and two code points that are none (section 2.2).
  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
