import SourceText

/// One line of a file, cut to what a terminal shows, and where in it the carets stand.
struct Excerpt {
  /// The columns of text shown.
  private static let window = 100

  let text: String
  /// Terminal columns before the carets.
  let indent: Int
  /// How many carets; at least one.
  let width: Int

  init(file: SourceFile, lines: LineTable, line: Int, span: Span) {
    let whole = lines.span(ofLine: line)
    let start = min(max(span.start, whole.start), whole.end)
    let end = min(max(span.end, start), whole.end)
    // A very long line is cut in bytes first, so that a line of 10 MB costs nothing.
    let from = max(whole.start, start - 4 * Self.window)
    let to = min(whole.end, start + 8 * Self.window)
    var lead = Excerpt.shown(file.text(Span(from, start)))
    let marked = Excerpt.shown(file.text(Span(start, min(end, to))))
    let after = Excerpt.shown(file.text(Span(min(end, to), to)))
    if TerminalText.width(lead) > Self.window * 2 / 3 || from > whole.start {
      lead = TerminalText.suffix(lead, width: Self.window / 2)
    }
    indent = TerminalText.width(lead)
    let shown = TerminalText.prefix(marked + after, width: max(Self.window - indent, 20))
    text = lead + shown
    width = max(1, min(TerminalText.width(marked), TerminalText.width(shown)))
  }

  /// Tabs are shown: in YAML they are most often what is wrong.
  private static func shown(_ text: String) -> String { TerminalText.printable(text, tab: "→") }
}

/// The files that one file's diagnostics and notes need, read once each.
struct ExcerptCache {
  /// So many files are kept: reports go file by file, and the texts of 10,000 sheets need not stay.
  private static let capacity = 32

  let lookup: SourceLookup
  private var files: [String: (SourceFile, LineTable)?] = [:]

  init(lookup: @escaping SourceLookup) { self.lookup = lookup }

  subscript(path: String) -> (file: SourceFile, lines: LineTable)? {
    mutating get {
      if let known = files[path] { return known }
      if files.count >= Self.capacity { files.removeAll(keepingCapacity: true) }
      let found = lookup(path).map { ($0, LineTable($0)) }
      files[path] = .some(found)
      return found
    }
  }
}
