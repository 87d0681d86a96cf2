import SourceText

/// The part of a report that shows the text: the place, the lines with their numbers, carets under the wrong piece, and the notes.
///
/// Notes in the same file are drawn into the same picture, in the order of the lines; those in other files follow with their own
/// place. A diagnostic about a whole file (an empty span at its start) shows no line.
struct Picture {
  private struct Mark {
    let line: Int
    let excerpt: Excerpt
    let label: String?
    /// nil for a note.
    let severity: Severity?
  }

  private struct Section {
    let place: String
    var marks: [Mark] = []
  }

  /// Blanks as wide as the line numbers.
  let margin: String
  /// What could not be drawn, for the list below the picture.
  private(set) var remarks: [String] = []
  private var sections: [Section] = []
  private let style: TerminalStyle

  init(_ diagnostic: Diagnostic, excerpts: inout ExcerptCache, style: TerminalStyle) {
    self.style = style
    var sections: [Section] = []
    var remarks: [String] = []
    func place(_ location: Location, _ lines: LineTable?) -> String {
      let path = TerminalText.printable(location.path)
      guard let lines, !Picture.isWholeFile(location) else { return path }
      let position = lines.position(at: location.span.start)
      return "\(path):\(position.line):\(position.column)"
    }
    func mark(_ location: Location, _ label: String?, _ severity: Severity?, _ found: (file: SourceFile, lines: LineTable)?)
      -> Mark?
    {
      guard let found, !Picture.isWholeFile(location) else { return nil }
      let line = found.lines.line(at: location.span.start)
      let excerpt = Excerpt(file: found.file, lines: found.lines, line: line, span: location.span)
      return Mark(line: line, excerpt: excerpt, label: label.map { TerminalText.printable($0) }, severity: severity)
    }
    let found = excerpts[diagnostic.location.path]
    var first = Section(place: place(diagnostic.location, found?.lines))
    if let main = mark(diagnostic.location, diagnostic.label, diagnostic.severity, found) {
      first.marks.append(main)
    } else if let label = diagnostic.label {
      remarks.append(TerminalText.printable(label))
    }
    for note in diagnostic.notes {
      let there = excerpts[note.location.path]
      let drawn = mark(note.location, note.message, nil, there)
      if let drawn, note.location.path == diagnostic.location.path, !first.marks.isEmpty {
        first.marks.append(drawn)
      } else if let drawn {
        sections.append(Section(place: place(note.location, there?.lines), marks: [drawn]))
      } else {
        remarks.append("note: \(TerminalText.printable(note.message)): \(place(note.location, there?.lines))")
      }
    }
    // Stable for marks on one line: the diagnostic's own stands first.
    first.marks = first.marks.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    self.sections = [first] + sections
    self.remarks = remarks
    let widest = self.sections.flatMap(\.marks).map { String($0.line).utf8.count }.max() ?? 1
    margin = String(repeating: " ", count: widest + 1)
  }

  func draw(into out: inout String) {
    for (i, section) in sections.enumerated() {
      out += String(margin.dropLast()) + style.dim(i == 0 ? " --> " : " ::: ") + section.place + "\n"
      guard !section.marks.isEmpty else { continue }
      out += margin + style.dim(" |") + "\n"
      var last: Int?
      for mark in section.marks {
        if let last, mark.line > last + 1 { out += style.dim("...") + "\n" }
        if mark.line != last { line(mark, into: &out) }
        carets(mark, into: &out)
        last = mark.line
      }
      if i + 1 < sections.count { out += margin + style.dim(" |") + "\n" }
    }
  }

  private func line(_ mark: Mark, into out: inout String) {
    let number = String(mark.line)
    let blanks = String(repeating: " ", count: margin.utf8.count - number.utf8.count)
    out += blanks + style.dim("\(number) |") + (mark.excerpt.text.isEmpty ? "" : " \(mark.excerpt.text)") + "\n"
  }

  private func carets(_ mark: Mark, into out: inout String) {
    let carets = String(repeating: mark.severity == nil ? "-" : "^", count: mark.excerpt.width)
    let text = carets + (mark.label.map { " " + $0 } ?? "")
    out += margin + style.dim(" |") + " " + String(repeating: " ", count: mark.excerpt.indent)
    out += style.paint(text, mark.severity ?? .note) + "\n"
  }

  private static func isWholeFile(_ location: Location) -> Bool { location.span == Span.at(0) }
}
