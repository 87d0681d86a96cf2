import SourceText

/// What keeps hostile input away from cmark, which is superlinear in all of this (seconds for 20 KB at worst).
///
/// Everything is counted in one pass over the bytes. The counts know nothing of code blocks; they are so far from what people write
/// that this does not matter. A "stretch" is a run of lines without a blank one between them.
struct InputLimits {
  var lineLength = 100_000
  /// Bars in one line.
  var columns = 100
  /// Columns times rows, over all tables: short rows are filled up with cells.
  var cells = 50_000
  /// Block quotes and lists that begin in one line; also half the indentation of a line that begins a list item.
  var containers = 50
  /// Square brackets open at once in a stretch.
  var brackets = 100
  /// Runs of `*` and `_` in a stretch.
  var emphasis = 10_000
  /// Those times the brackets of the stretch: at each link cmark goes back over the emphasis that is still open.
  var emphasisTimesBrackets = 20_000_000
  /// What the lines cost that look like the line below a table's head: each one makes cmark read its stretch again, in a time that
  /// grows with the square of the lines so far and with their bytes. Over the whole body.
  var delimiterCost = 100_000_000
  /// `<?` and `<![` in the body.
  var instructions = 100
  /// Bytes of the longest stretch with a definition `[x]: address` times the opening brackets of the body.
  var definitionBytes = 50_000_000
  /// Blocks and inlines inside each other, counted in cmark's tree.
  var depth = 100

  /// The first limit that a body breaks.
  struct Breach {
    enum Kind {
      case lineLength, columns, cells, containers, brackets, emphasis, delimiterRows, instructions, definitions, depth, references
    }
    let kind: Kind
    let limit: Int
    let span: Span
  }

  /// - Parameter base: the offset of `bytes` in the file.
  func check(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) -> Breach? {
    var stretch = Stretch()
    var total = Total()
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if let (kind, limit, place) = check(line, at: start, &stretch, &total) {
        return Breach(kind: kind, limit: limit, span: Span(base + start + place, base + min(start + place + 1, end)))
      }
      start = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
    }
    total.close(stretch)
    if total.definitions > 0, total.definitions * total.brackets > definitionBytes {
      return Breach(
        kind: .definitions, limit: definitionBytes / max(total.brackets, 1), span: Span.at(base + total.definitionStart))
    }
    return nil
  }

  private struct Stretch {
    var lines = 0
    var bytes = 0
    var openBrackets = 0
    var brackets = 0
    var emphasis = 0
    /// Columns of the last delimiter row.
    var columns = 0
    var definesAt: Int?
  }

  private struct Total {
    var cells = 0
    var delimiterCost = 0
    var instructions = 0
    var brackets = 0
    var definitions = 0
    var definitionStart = 0
    mutating func close(_ stretch: Stretch) {
      guard let start = stretch.definesAt, stretch.bytes > definitions else { return }
      definitions = stretch.bytes
      definitionStart = start
    }
  }

  private func check(
    _ line: UnsafeBufferPointer<UInt8>, at start: Int, _ stretch: inout Stretch, _ total: inout Total
  ) -> (Breach.Kind, Int, Int)? {
    if line.count > lineLength { return (.lineLength, lineLength, lineLength) }
    let prefix = Prefix(line)
    if prefix.containers > containers { return (.containers, containers, min(prefix.length, line.count) - 1) }
    if prefix.length == line.count, !prefix.hasListItem {
      total.close(stretch)
      stretch = Stretch()
      return nil
    }
    stretch.lines += 1
    stretch.bytes += line.count + 1
    var bars = 0
    let special = ByteSet("|\\[]*_<")
    var i = prefix.length
    while i < line.count {
      let byte = line[i]
      i += 1
      if !special.contains(byte) { continue }
      switch byte {
      case .ascii("|"): bars += 1
      case .ascii("\\"):
        // An escaped bar counts all the same: cmark has to look at it.
        if i < line.count, line[i] == .ascii("[") || line[i] == .ascii("]") || line[i] == .ascii("\\") { i += 1 }
      case .ascii("["):
        stretch.openBrackets += 1
        total.brackets += 1
        stretch.brackets += 1
        if stretch.openBrackets > brackets { return (.brackets, brackets, i - 1) }
      case .ascii("]"):
        stretch.openBrackets = max(stretch.openBrackets - 1, 0)
        if stretch.definesAt == nil, i < line.count, line[i] == .ascii(":") { stretch.definesAt = start }
      case .ascii("*"), .ascii("_"):
        if i < 2 || line[i - 2] != byte { stretch.emphasis += 1 }
        if stretch.emphasis > emphasis { return (.emphasis, emphasis, i - 1) }
        if stretch.emphasis * stretch.brackets > emphasisTimesBrackets { return (.emphasis, stretch.emphasis - 1, i - 1) }
      case .ascii("<"):
        if i < line.count, line[i] == .ascii("?") || line[i] == .ascii("!") && i + 1 < line.count && line[i + 1] == .ascii("[") {
          total.instructions += 1
          if total.instructions > instructions { return (.instructions, instructions, i - 1) }
        }
      default: break
      }
    }
    if bars > columns { return (.columns, columns, line.count - 1) }
    if isDelimiterRow(line, prefix) {
      stretch.columns = max(stretch.columns, bars + 1)
      total.delimiterCost += stretch.lines * stretch.lines + stretch.bytes
      if total.delimiterCost > delimiterCost { return (.delimiterRows, delimiterCost, 0) }
    }
    total.cells += stretch.columns
    if total.cells > cells { return (.cells, cells, 0) }
    return nil
  }

  /// Whether a line holds nothing but hyphens, colons and bars.
  private func isDelimiterRow(_ line: UnsafeBufferPointer<UInt8>, _ prefix: Prefix) -> Bool {
    var hasHyphen = prefix.hasHyphen
    for byte in line[prefix.length...] {
      switch byte {
      case .ascii("-"): hasHyphen = true
      case .ascii("|"), .ascii(":"), 0x20, 0x09: break
      default: return false
      }
    }
    return hasHyphen
  }

  /// The signs of block quotes and list items with which a line begins.
  private struct Prefix {
    var containers = 0
    var length = 0
    var hasHyphen = false
    /// An empty list item does not end a paragraph, so its line is not blank.
    var hasListItem = false

    init(_ line: UnsafeBufferPointer<UInt8>) {
      var i = 0
      var indentation = 0
      while i < line.count {
        let byte = line[i]
        let isLast = i + 1 == line.count
        if byte == 0x20 {
          indentation += 1
        } else if byte == 0x09 {
          indentation += 4
        } else if byte == .ascii(">") {
          containers += 1
        } else if byte == .ascii("-") || byte == .ascii("*") || byte == .ascii("+"), isLast || line[i + 1].isSpaceOrTab {
          hasHyphen = hasHyphen || byte == .ascii("-")
          hasListItem = true
          containers += 1
        } else if byte.isDigit {
          var j = i
          while j < line.count, j < i + 9, line[j].isDigit { j += 1 }
          guard j < line.count, line[j] == .ascii(".") || line[j] == .ascii(")"), j + 1 == line.count || line[j + 1].isSpaceOrTab
          else {
            break
          }
          containers += 1
          hasListItem = true
          i = j
        } else {
          break
        }
        i += 1
      }
      length = i
      if containers > 0 { containers += indentation / 2 }
    }
  }
}
