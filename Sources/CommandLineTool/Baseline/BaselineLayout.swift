import FrontMatter
import SourceText

/// Where the entries of a baseline stand, line by line, so that one can be taken out and the rest stays as it was written.
package struct BaselineLayout: Sendable {
  /// By the entries' numbers: whole lines, with the comments directly above. nil where entries share lines, as in `[{…}, {…}]`.
  let lines: [Int: Span]?
  /// The spaces before the hyphens.
  let indent: String

  static let none = BaselineLayout(lines: nil, indent: "")

  /// - Parameter root: the top of the file.
  static func of(_ file: SourceFile, _ root: Node, _ entries: [BaselineEntry]) -> BaselineLayout {
    guard root.form == .sequence else {
      // Only a file without any entry is a mapping here.
      return root.isBlank && root.form == .mapping ? BaselineLayout(lines: [:], indent: "") : .none
    }
    let table = LineTable(file)
    var lines: [Int: Span] = [:]
    var indent = ""
    var previousEnd = 0
    let headEnd = Self.endOfHead(file, table)
    for entry in entries {
      guard let hyphen = Self.hyphen(before: entry.span.start, in: file.bytes),
        let end = Self.lineEnd(after: entry.span.end, in: file.bytes)
      else { return .none }
      var line = table.line(at: hyphen)
      let first = table.span(ofLine: line)
      guard file.bytes[first.start..<hyphen].allSatisfy({ $0 == 0x20 }), first.start >= previousEnd else { return .none }
      if lines.isEmpty { indent = String(repeating: " ", count: hyphen - first.start) }
      while line > 1, Self.isComment(table.span(ofLine: line - 1), file),
        table.span(ofLine: line - 1).start >= max(previousEnd, headEnd)
      { line -= 1 }
      lines[entry.index] = Span(table.span(ofLine: line).start, end)
      previousEnd = end
    }
    return BaselineLayout(lines: lines, indent: indent)
  }

  /// The comment that a file begins with is about the whole file.
  private static func endOfHead(_ file: SourceFile, _ table: LineTable) -> Int {
    var line = 1
    while line <= table.lineCount, isComment(table.span(ofLine: line), file) { line += 1 }
    return line > table.lineCount ? file.bytes.count : table.span(ofLine: line).start
  }

  private static func isComment(_ span: Span, _ file: SourceFile) -> Bool {
    file.bytes[span.start..<span.end].first { $0 != 0x20 } == 0x23
  }

  /// The hyphen of an item, with nothing but spaces between it and the item.
  private static func hyphen(before start: Int, in bytes: [UInt8]) -> Int? {
    let place = bytes[..<start].lastIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
    return place.flatMap { bytes[$0] == 0x2D ? $0 : nil }
  }

  /// The end of the line that holds the last character before `end`; a block text may claim the empty lines behind it.
  private static func lineEnd(after end: Int, in bytes: [UInt8]) -> Int? {
    guard let last = bytes[..<end].lastIndex(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }) else { return nil }
    return bytes[last...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }
}
