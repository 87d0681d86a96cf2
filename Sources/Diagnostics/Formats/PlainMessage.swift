import SourceText

/// A diagnostic in running words, for formats that have one field for all of them.
enum PlainMessage {
  /// Headline and label: `Theme 'x' does not exist: did you mean 'y'?`
  static func line(_ diagnostic: Diagnostic) -> String {
    printable(diagnostic.message + (diagnostic.label.map { ": \($0)" } ?? ""))
  }

  /// The line, then what else there is to say, a paragraph each.
  static func paragraphs(_ diagnostic: Diagnostic) -> [String] {
    [line(diagnostic)] + (diagnostic.explanation.map { [printable($0)] } ?? [])
  }

  /// `first declared here (Sheets/clusters/x.md:3:1)`, for formats without a field for other places.
  static func notes(_ diagnostic: Diagnostic, _ tables: inout ExcerptCache) -> [String] {
    diagnostic.notes.map { note in
      let position = isWholeFile(note.location) ? nil : tables[note.location.path]?.lines.position(at: note.location.span.start)
      let place = position.map { ":\($0.line):\($0.column)" } ?? ""
      return printable("\(note.message) (\(note.location.path)\(place))")
    }
  }

  /// Whether a place stands for a file as a whole, not for a piece of its text.
  static func isWholeFile(_ location: Location) -> Bool { location.span == Span.at(0) }

  private static func printable(_ text: String) -> String { TerminalText.printable(text) }
}
