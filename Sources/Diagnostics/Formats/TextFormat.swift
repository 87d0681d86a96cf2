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
        out += "\(path): and \(Wording.grouped(end - start - Self.shownPerFile)) more\n\n"
      }
      start = end
    }
    return out
  }

  /// The closing line: `250 sheets, 3 errors, 12 warnings, 0.21 s`.
  package func summary(_ report: Report, seconds: Double?) -> String {
    var parts = [Wording.count(report.sheets, "sheet")]
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
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
  }

  private func render(_ diagnostic: Diagnostic, excerpts: inout ExcerptCache, into out: inout String) {
    out += style.paint(diagnostic.severity.rawValue, diagnostic.severity) + style.bold(": \(diagnostic.message)")
    out += style.dim(" [\(diagnostic.rule)]") + "\n"
    let gutter = excerpt(diagnostic.location, label: diagnostic.label, severity: diagnostic.severity, excerpts: &excerpts, into: &out)
    let margin = String(repeating: " ", count: gutter)
    for note in diagnostic.notes {
      out += margin + style.dim(" = ") + style.paint("note", .note) + ": \(note.message)\n"
      excerpt(note.location, label: nil, severity: .note, excerpts: &excerpts, into: &out)
    }
    if let explanation = diagnostic.explanation {
      let prefix = margin + style.dim(" = ")
      for (i, line) in TextFormat.wrapped(explanation, width: 96 - gutter).enumerated() {
        out += (i == 0 ? prefix : margin + "   ") + line + "\n"
      }
    }
    for fix in diagnostic.fixes where diagnostic.label == nil {
      out += margin + style.dim(" = ") + "fix: \(fix.title)" + (fix.applicability == .safe ? "" : " (needs review)") + "\n"
    }
    out += margin + style.dim(" = help: clusterbook explain \(diagnostic.rule)") + "\n"
  }

  /// Writes place and excerpt; gives the width of the line numbers.
  @discardableResult
  private func excerpt(
    _ location: Location, label: String?, severity: Severity, excerpts: inout ExcerptCache, into out: inout String
  ) -> Int {
    guard let (file, lines) = excerpts[location.path] else {
      out += style.dim("  --> ") + location.path + "\n"
      return 1
    }
    let start = lines.position(at: location.span.start)
    let number = String(start.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    out += margin + style.dim(" --> ") + "\(location.path):\(start.line):\(start.column)\n"
    let excerpt = Excerpt(file: file, lines: lines, line: start.line, span: location.span)
    guard !excerpt.isEmpty else { return number.utf8.count }
    let bar = style.dim("|")
    out += " \(margin) \(bar)\n"
    out += " " + style.dim("\(number) |") + " \(excerpt.text)\n"
    let carets = String(repeating: "^", count: excerpt.width)
    out += " \(margin) \(bar) " + String(repeating: " ", count: excerpt.indent)
    out += style.paint(carets, severity) + (label.map { " " + style.paint($0, severity) } ?? "") + "\n"
    return number.utf8.count + 1
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

/// The files that one file's diagnostics and notes need, read once each.
struct ExcerptCache {
  let lookup: SourceLookup
  private var files: [String: (SourceFile, LineTable)?] = [:]

  init(lookup: @escaping SourceLookup) { self.lookup = lookup }

  subscript(path: String) -> (file: SourceFile, lines: LineTable)? {
    mutating get {
      if let known = files[path] { return known }
      let found = lookup(path).map { ($0, LineTable($0)) }
      files[path] = .some(found)
      return found
    }
  }
}
