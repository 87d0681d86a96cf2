import Diagnostics
import SourceText

/// A Markdown file cut in two: the YAML between its fences, read, and where the body lies.
package struct SheetHead: Sendable {
  /// nil where the head could not be read; the diagnostics say why.
  package let tree: Tree?
  /// The YAML between the fences.
  package let head: Span
  /// The Markdown after the closing fence.
  package let body: Span
  package let diagnostics: [Diagnostic]

  /// Reads the front matter of a file. Whatever is wrong is said in `diagnostics`; nothing throws.
  ///
  /// - Parameter maximumSize: files above this many bytes are refused, unread.
  package static func read(_ file: SourceFile, maximumSize: Int = 1 << 20) -> SheetHead {
    let end = Span.at(file.bytes.count)
    func nothing(_ diagnostics: [Diagnostic]) -> SheetHead {
      SheetHead(tree: nil, head: end, body: end, diagnostics: diagnostics)
    }
    func location(_ span: Span) -> Location { Location(path: file.path, span: span) }
    if file.bytes.count > maximumSize {
      return nothing([FileTooLarge.report(at: location(Span.at(0)), size: file.bytes.count, limit: maximumSize)])
    }
    if let bad = file.firstInvalidUTF8 { return nothing([InvalidUTF8.report(at: location(Span(bad, bad + 1)))]) }
    var diagnostics: [Diagnostic] = []
    var start = 0
    if file.hasByteOrderMark {
      diagnostics.append(ByteOrderMark.report(at: location(Span(0, 3))))
      start = 3
    }
    if let carriage = file.bytes.firstIndex(of: 0x0D) {
      diagnostics.append(CarriageReturn.report(at: location(Span(carriage, carriage + 1)), in: file))
    }
    guard file.bytes[start...].contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      return nothing(diagnostics + [EmptyFile.report(at: location(Span.at(0)))])
    }
    guard let opening = fence(in: file.bytes, at: start) else {
      return nothing(diagnostics + [missing(in: file, from: start)])
    }
    var line = opening
    while line < file.bytes.count {
      if let after = fence(in: file.bytes, at: line) {
        let read = YAMLReader.read(file, span: Span(opening, line))
        var tree = read.tree
        diagnostics += read.diagnostics
        if let root = tree?.root, !root.isMapping || root.isBlank {
          if root.isScalar || root.isMapping, root.isBlank {
            diagnostics.append(MissingFrontMatter.report(emptyAt: location(Span(start, start + 3))))
          } else {
            diagnostics.append(YAMLSyntax.report(notAMapping: location(root.span)))
          }
          tree = nil
        }
        return SheetHead(tree: tree, head: Span(opening, line), body: Span(after, file.bytes.count), diagnostics: diagnostics)
      }
      line = nextLine(in: file.bytes, after: line)
    }
    return nothing(diagnostics + [UnclosedFrontMatter.report(at: location(Span(start, start + 3)))])
  }

  /// What to say where the first line is no fence.
  private static func missing(in file: SourceFile, from start: Int) -> Diagnostic {
    func location(_ span: Span) -> Location { Location(path: file.path, span: span) }
    let bytes = file.bytes
    var first = start
    while first < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[first]) { first += 1 }
    if first > start, fence(in: bytes, at: first) != nil {
      return MissingFrontMatter.report(blankBefore: location(Span(start, first)))
    }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let line = file.text(Span(start, end)).filter { $0 != " " }
    // Two hyphens become a dash in some editors.
    let isFence = line.count > 1 && line.allSatisfy { "-–—".contains($0) } || line == "—"
    if isFence { return MissingFrontMatter.report(fence: location(Span(start, end))) }
    return MissingFrontMatter.report(at: location(Span(start, max(end, start + 1))))
  }

  /// The offset behind a line of three hyphens that starts at `offset`, or nil where the line is something else.
  private static func fence(in bytes: [UInt8], at offset: Int) -> Int? {
    guard offset + 3 <= bytes.count, bytes[offset] == 0x2D, bytes[offset + 1] == 0x2D, bytes[offset + 2] == 0x2D else {
      return nil
    }
    var i = offset + 3
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
    guard i == bytes.count || bytes[i] == 0x0A || bytes[i] == 0x0D else { return nil }
    return nextLine(in: bytes, after: i)
  }

  private static func nextLine(in bytes: [UInt8], after offset: Int) -> Int {
    var i = offset
    while i < bytes.count, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
    if i + 1 < bytes.count, bytes[i] == 0x0D, bytes[i + 1] == 0x0A { return i + 2 }
    return min(i + 1, bytes.count)
  }
}
