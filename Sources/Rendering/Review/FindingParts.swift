import Diagnostics
import Markup
import SourceText

/// Writes findings: headline, place, the line with carets, notes, fixes, and the rule behind them.
struct FindingWriter {
  private let desk: ReviewDesk
  private var files: [String: (file: SourceFile, lines: LineTable)?] = [:]

  init(_ desk: ReviewDesk) { self.desk = desk }

  mutating func article(_ finding: Diagnostic, anchor: String) -> HTML {
    let rule = desk.review.rules[finding.rule]
    var html: HTML = """
      <article class="finding is-\(finding.severity.rawValue)" id="\(anchor)">
      <h4><span class="severity">\(finding.severity.rawValue)</span> \(finding.message)</h4>
      <p class="where">\(place(finding.location))</p>

      """
    html += excerpt(finding.location, label: finding.label) ?? finding.label.map { "<p class=\"label\">\($0)</p>\n" } ?? HTML()
    for note in finding.notes {
      html += "<p class=\"where\">\(note.message): \(place(note.location))</p>\n"
      html += excerpt(note.location, label: nil) ?? HTML()
    }
    if let explanation = finding.explanation { html += "<p class=\"explanation\">\(explanation)</p>\n" }
    for fix in finding.fixes {
      html += "<p class=\"fix\">Fix: \(fix.title)\(fix.applicability == .safe ? "" : " (needs review)")</p>\n"
    }
    let title: HTML = rule.map { ": \($0.title)" } ?? HTML()
    html +=
      "<p class=\"rule\"><a href=\"\(desk.href(.byRule, anchor: "rule-" + finding.rule))\">\(finding.rule)</a>\(title)</p>\n</article>\n"
    return html
  }

  /// `Sheets/clusters/biom.md:7:8`; the path alone where the whole file is meant.
  mutating func place(_ location: Location) -> String {
    let path = TerminalText.printable(location.path)
    guard location.span != Span.at(0), let lines = open(location.path)?.lines else { return path }
    let position = lines.position(at: location.span.start)
    return "\(path):\(position.line):\(position.column)"
  }

  /// The line, from 1; nil where the whole file is meant.
  mutating func line(_ location: Location) -> Int? {
    guard location.span != Span.at(0) else { return nil }
    return open(location.path)?.lines.line(at: location.span.start)
  }

  private mutating func excerpt(_ location: Location, label: String?) -> HTML? {
    guard location.span != Span.at(0), let (file, lines) = open(location.path) else { return nil }
    let line = SourceLine(file, lines, location.span)
    let number = String(line.number)
    let blanks = String(repeating: " ", count: number.utf8.count + 3 + line.indent)
    let carets = String(repeating: "^", count: line.width) + (label.map { " " + TerminalText.printable($0) } ?? "")
    return """
      <pre class="excerpt" tabindex="0"><code><span class="ln">\(number) |</span> \(line.lead)<mark>\(line.marked)</mark>\(line.rest)
      \(blanks)<span class="carets">\(carets)</span></code></pre>

      """
  }

  private mutating func open(_ path: String) -> (file: SourceFile, lines: LineTable)? {
    if let known = files[path] { return known }
    // Pages go file by file; the texts of a whole atlas need not stay.
    if files.count >= 64 { files.removeAll(keepingCapacity: true) }
    let found = desk.review.source(path).map { ($0, LineTable($0)) }
    files[path] = .some(found)
    return found
  }
}

/// The line that a span begins in, cut to what a page shows of it.
struct SourceLine {
  /// Characters before the span, and from its start on.
  private static let before = 60
  private static let after = 90

  let number: Int
  let lead: String
  let marked: String
  let rest: String
  /// Columns before the carets, and how many carets; at least one.
  let indent: Int
  let width: Int

  init(_ file: SourceFile, _ lines: LineTable, _ span: Span) {
    number = lines.line(at: span.start)
    let whole = lines.span(ofLine: number)
    let start = min(max(span.start, whole.start), whole.end)
    let end = min(max(span.end, start), whole.end)
    // A very long line is cut in bytes first, so that a line of 10 MB costs nothing; a character has at most four.
    let from = SourceLine.boundary(file, max(whole.start, start - 4 * Self.before))
    let to = SourceLine.boundary(file, min(whole.end, start + 4 * Self.after))
    let lead = TerminalText.printable(file.text(Span(from, start)))
    self.lead = lead.count > Self.before || from > whole.start ? "…" + lead.suffix(Self.before - 1) : lead
    let said = TerminalText.printable(file.text(Span(start, min(end, to))))
    let more = TerminalText.printable(file.text(Span(min(end, to), to)))
    marked = said.count > Self.after ? said.prefix(Self.after - 1) + "…" : said
    let room = max(0, Self.after - marked.count)
    rest = more.count > room || to < whole.end && end < to ? more.prefix(max(0, room - 1)) + "…" : more
    indent = TerminalText.width(self.lead)
    width = max(1, TerminalText.width(marked))
  }

  /// An offset moved on to the beginning of a character.
  private static func boundary(_ file: SourceFile, _ offset: Int) -> Int {
    var offset = offset
    while offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
