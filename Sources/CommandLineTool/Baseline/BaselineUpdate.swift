import Diagnostics
import SheetModel
import SourceText

/// Writes a baseline anew: entries that still find something stay as they are, with their reasons and comments; the others go; what no entry
/// knows of is added at the end.
package struct BaselineUpdate: Sendable {
  package private(set) var text: String
  package private(set) var kept: Int
  package let added: Int
  package private(set) var removed: Int

  /// What a new file begins with.
  private static let head = """
    # Known debts: problems that `clusterbook check --baseline` does not report, and why they may stay for now. Every entry wants
    # a reason; `until: 2027-03-31` makes it end on a day. Entries find their problem by rule, sheet and pointer.

    """

  /// - Parameters:
  ///   - unknown: the problems to add.
  ///   - sheetPaths: the paths of all sheets: an id that two kinds have is written with its kind.
  package init(_ baseline: Baseline, used: Set<Int>, unknown: [Diagnostic], sheetPaths: [String]) {
    var ids: [String: Int] = [:]
    for path in sheetPaths { ids[SourceFile(path: path, bytes: []).stem, default: 0] += 1 }
    let new = Self.entries(for: unknown, ids)
    kept = baseline.entries.count { used.contains($0.index) }
    removed = baseline.entries.count - kept
    added = new.count
    var text: String
    var indent = ""
    if let lines = baseline.layout.lines {
      text = Self.text(of: baseline, without: lines.filter { !used.contains($0.key) }.map(\.value).sorted())
      indent = baseline.layout.indent
    } else {
      // Entries that share lines are written one below the other.
      text = Self.head + baseline.entries.filter { used.contains($0.index) }.map { Self.written($0) }.joined()
    }
    if text.allSatisfy(\.isWhitespace) { text = Self.head }
    if !text.hasSuffix("\n") { text += "\n" }
    for entry in new { text += entry.split(separator: "\n").map { indent + $0 + "\n" }.joined() }
    self.text = text
  }

  /// The same without the entries that a new one has made needless: it may know a problem exactly that an old one knew by its place alone.
  ///
  /// - Parameter matching: what a run finds with the file as it would be written.
  package func settled(_ matching: (Baseline) -> BaselineMatching) -> BaselineUpdate {
    let next = Baseline.read(SourceFile(path: "", text: text), rules: RuleCatalogue.all.map(\.id))
    let again = BaselineUpdate(next, used: matching(next).used, unknown: [], sheetPaths: [])
    guard again.removed > 0 else { return self }
    var settled = self
    settled.text = again.text
    settled.kept -= again.removed
    settled.removed += again.removed
    return settled
  }

  private static func text(of baseline: Baseline, without gone: [Span]) -> String {
    let bytes = baseline.file.bytes
    var kept: [UInt8] = []
    var offset = 0
    for span in gone {
      kept += bytes[offset..<max(offset, span.start)]
      offset = max(offset, span.end)
      // Of the empty lines before and behind, one is enough.
      if kept.suffix(2).elementsEqual([0x0A, 0x0A]), offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    }
    return String(decoding: kept + bytes[offset...], as: UTF8.self)
  }

  /// Equal problems without a pointer are one entry with a count.
  private static func entries(for unknown: [Diagnostic], _ ids: [String: Int]) -> [String] {
    var written: [String] = []
    var counts: [Int] = []
    var places: [String: Int] = [:]
    for diagnostic in unknown.sorted(by: Diagnostic.inReportOrder) {
      var lines = ["rule: \(diagnostic.rule)", target(of: diagnostic, ids)]
      if let pointer = diagnostic.pointer { lines.append("pointer: \(scalar(pointer))") }
      lines.append("message: \(scalar(diagnostic.message))")
      let entry = lines.joined(separator: "\n")
      if let place = places[entry] {
        counts[place] += 1
      } else {
        places[entry] = written.count
        written.append(entry)
        counts.append(1)
      }
    }
    return zip(written, counts).map { entry, count in
      let isCounted = count > 1 && !entry.contains("\npointer: ")
      return block(entry + (isCounted ? "\ncount: \(count)" : "") + "\nreason: \(BaselineEntry.noReasonYet)")
    }
  }

  private static func target(of diagnostic: Diagnostic, _ ids: [String: Int]) -> String {
    let path = diagnostic.location.path
    guard let kind = SheetKind(path: path) else { return "path: \(scalar(path))" }
    let id = SourceFile(path: path, bytes: []).stem
    return "sheet: " + scalar(ids[id, default: 0] > 1 ? "\(kind.rawValue):\(id)" : id)
  }

  private static func written(_ entry: BaselineEntry) -> String {
    var lines = ["rule: \(entry.rule)"]
    switch entry.target {
    case .path(let path): lines.append("path: \(scalar(path))")
    case .sheet: lines.append("sheet: \(scalar(entry.target.text))")
    }
    if let pointer = entry.pointer { lines.append("pointer: \(scalar(pointer))") }
    if let message = entry.message { lines.append("message: \(scalar(message))") }
    if let count = entry.count { lines.append("count: \(count)") }
    if let reason = entry.reason { lines.append("reason: \(scalar(reason.value))") }
    if let until = entry.until { lines.append("until: \(until.value.text)") }
    return block(lines.joined(separator: "\n"))
  }

  private static func block(_ lines: String) -> String {
    lines.split(separator: "\n").enumerated().map { ($0 == 0 ? "- " : "  ") + $1 + "\n" }.joined()
  }

  /// A text as YAML: plain where nothing in it could mean something else, else in double quotes.
  static func scalar(_ text: String) -> String {
    let letters = text.unicodeScalars.first.map { $0.isASCII && ($0.properties.isAlphabetic || $0 == "/") } ?? false
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x2F, 0x5F].contains($0)
    }
    // Some of these words are no texts to YAML, the others were none to its first version.
    let isWord = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    if letters, isPlain, !isWord { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default:
        if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
