import SourceText

/// The report for people at a terminal: headline, place, excerpt with carets, notes, explanation, how to learn more.
package struct TextFormat: Sendable {
  /// More than this many in one file are counted instead of shown.
  package static let shownPerFile = 50

  private let style: TerminalStyle

  package init(colour: Bool = false) { style = TerminalStyle(enabled: colour) }

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var out = ""
    var start = 0
    let all = report.diagnostics
    while start < all.count {
      let path = all[start].location.path
      var end = start
      while end < all.count, all[end].location.path == path { end += 1 }
      var excerpts = ExcerptCache(lookup: lookup)
      for diagnostic in all[start..<min(end, start + Self.shownPerFile)] {
        render(diagnostic, excerpts: &excerpts, into: &out)
        out += "\n"
      }
      if end - start > Self.shownPerFile {
        out += "and \(Wording.grouped(end - start - Self.shownPerFile)) more in \(TerminalText.printable(path))\n\n"
      }
      start = end
    }
    return out
  }

  /// The closing line: `250 sheets, 3 errors, 12 warnings, 0.21 s`.
  package func summary(_ report: Report, seconds: Double?) -> String {
    var parts = [Wording.count(report.sheets, report.unit)]
    let errors = report.count(.error)
    let warnings = report.count(.warning)
    let notes = report.count(.note)
    parts.append(errors == 0 ? "no errors" : style.paint(Wording.count(errors, "error"), .error))
    if warnings > 0 { parts.append(style.paint(Wording.count(warnings, "warning"), .warning)) }
    if notes > 0 { parts.append(Wording.count(notes, "note")) }
    if let seconds { parts.append(TextFormat.seconds(seconds)) }
    return parts.joined(separator: ", ")
  }

  /// Seconds with two decimals: `0.21 s`.
  package static func seconds(_ seconds: Double) -> String {
    let hundredths = Int((max(0, min(seconds, 1e9)) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
  }

  private func render(_ diagnostic: Diagnostic, excerpts: inout ExcerptCache, into out: inout String) {
    out += style.paint(diagnostic.severity.rawValue, diagnostic.severity)
    out += style.bold(": \(TerminalText.printable(diagnostic.message))") + style.dim(" [\(diagnostic.rule)]") + "\n"
    let picture = Picture(diagnostic, excerpts: &excerpts, style: style)
    picture.draw(into: &out)
    let margin = picture.margin + style.dim(" = ")
    for remark in picture.remarks { out += margin + remark + "\n" }
    if let explanation = diagnostic.explanation {
      for (i, line) in TextFormat.wrapped(explanation, width: 96).enumerated() {
        out += (i == 0 ? margin : picture.margin + "   ") + TerminalText.printable(line) + "\n"
      }
    }
    for fix in diagnostic.fixes where !TextFormat.isSaid(fix, by: diagnostic.label) {
      out += margin + "fix: \(TerminalText.printable(fix.title))" + (fix.applicability == .safe ? "" : " (needs review)") + "\n"
    }
    out += picture.margin + style.dim(" = help: clusterbook explain \(diagnostic.rule)") + "\n"
  }

  /// Whether the label at the carets names the fix already: `did you mean 'x'?`
  private static func isSaid(_ fix: Fix, by label: String?) -> Bool {
    guard let label, let edit = fix.edits.first, fix.edits.count == 1, !edit.text.isEmpty else { return false }
    return label.contains("'\(edit.text)'")
  }

  /// Running text broken into lines of at most `width` characters; paragraphs stay apart.
  package static func paragraphs(_ text: String, width: Int) -> String { wrapped(text, width: width).joined(separator: "\n") }

  /// Text broken into lines at spaces.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > max(width, 20) {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " " + word
      }
      lines.append(line)
    }
    return lines
  }
}
