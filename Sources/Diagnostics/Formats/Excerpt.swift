import SourceText

/// One line of a file, cut to what a terminal shows, and where in it the carets stand.
struct Excerpt {
  /// The columns of text shown.
  private static let window = 100

  private(set) var text = ""
  /// Terminal columns before the carets.
  private(set) var indent = 0
  /// How many carets; at least one.
  private(set) var width = 1

  var isEmpty: Bool { text.isEmpty }

  init(file: SourceFile, lines: LineTable, line: Int, span: Span) {
    let whole = lines.span(ofLine: line)
    let start = min(max(span.start, whole.start), whole.end)
    let end = min(max(span.end, start), whole.end)
    // A very long line is cut in bytes first, so that a line of 10 MB costs nothing.
    let from = max(whole.start, start - 4 * Self.window)
    let to = min(whole.end, start + 8 * Self.window)
    let before = Excerpt.printable(file.text(Span(from, start)))
    let marked = Excerpt.printable(file.text(Span(start, min(end, to))))
    let after = Excerpt.printable(file.text(Span(min(end, to), to)))
    var lead = before
    if DisplayWidth.of(lead) > Self.window * 2 / 3 || from > whole.start {
      lead = "…" + Excerpt.suffix(lead, width: Self.window / 2)
    }
    let leadWidth = DisplayWidth.of(lead)
    let room = max(Self.window - leadWidth, 20)
    let rest = marked + after
    let shown = DisplayWidth.of(rest) > room ? Excerpt.prefix(rest, width: room - 1) + "…" : rest
    text = lead + shown
    indent = leadWidth
    width = max(1, min(DisplayWidth.of(marked), DisplayWidth.of(shown)))
  }

  /// Tabs and invisible characters made visible, each one column wide.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { DisplayWidth.isInvisible($0) }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" ? " " : DisplayWidth.isInvisible($0) ? "\u{FFFD}" : $0 }))
  }

  private static func prefix(_ text: String, width: Int) -> String {
    var left = width
    var out = ""
    for character in text {
      left -= DisplayWidth.of(character)
      if left < 0 { break }
      out.append(character)
    }
    return out
  }

  private static func suffix(_ text: String, width: Int) -> String {
    String(prefix(String(text.reversed()), width: width).reversed())
  }
}

/// How many columns of a terminal a text takes: two for East Asian wide characters (Unicode TR 11), none for marks that combine.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x300...0x36F, 0x200B...0x200F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Control and format characters, which would move the cursor or reorder the line.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0xFEFF
  }
}
