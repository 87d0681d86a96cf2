import Diagnostics
import SourceText

/// Finds the tags of a template, and says what is wrong with their spelling.
struct TagScanner {
  private let file: SourceFile
  private let bytes: [UInt8]
  private(set) var tags: [Tag] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Goes through the file once.
  init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    var i = 0
    while i + 1 < bytes.count {
      if bytes[i] == 0x7B, bytes[i + 1] == 0x7B { i = tag(at: i) } else { i += 1 }
    }
  }

  /// Reads the tag that begins at `start`, and returns where to go on.
  private mutating func tag(at start: Int) -> Int {
    var i = start + 2
    let sigilAt = skipSpace(i)
    if sigilAt > i, sigilAt < bytes.count, "#^/!{&><$=%".utf8.contains(bytes[sigilAt]) {
      report(.spaceBeforeSigil(bytes[sigilAt]), Span(i, sigilAt))
      i = sigilAt
    }
    let sigil = i < bytes.count ? bytes[i] : 0
    if sigil == 0x21 { return comment(from: start) }
    let isTriple = sigil == 0x7B
    if "#^/{&><$=%".utf8.contains(sigil) { i += 1 }

    guard let end = closing(from: i) else { return unclosed(start, from: i) }
    let inside = Span(i, end)
    let hasThird = end + 2 < bytes.count && bytes[end + 2] == 0x7D
    let span = Span(start, end + (hasThird ? 3 : 2))
    if let mark = combiningMark(at: span.end) {
      report(.combiningMark, mark)
      return mark.end
    }
    if isTriple != hasThird {
      report(.bracesDiffer(before: isTriple ? 3 : 2, behind: hasThird ? 3 : 2), span)
      return span.end
    }
    switch sigil {
    case 0x3D: report(.unsupported("Other braces than {{ and }}"), span)
    case 0x25: report(.unsupported("Pragma"), span)
    case 0x23: add(.section, inside, span)
    case 0x5E: add(.inverted, inside, span)
    case 0x2F: add(.close, inside, span)
    case 0x3E: add(.partial, inside, span)
    case 0x7B, 0x26: add(.unescaped, inside, span)
    case 0x3C, 0x24:
      report(.unsupported(sigil == 0x3C ? "Inheritance of templates" : "Block of an inherited template"), span)
      add(.unsupportedOpening, inside, span)
    default: add(.variable, inside, span)
    }
    return span.end
  }

  /// A scalar that makes one character with the brace before it, which the library would then not take for a brace.
  private func combiningMark(at offset: Int) -> Span? {
    guard offset < bytes.count, bytes[offset] >= 0x80 else { return nil }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let joined = String(decoding: bytes[offset - 1..<end], as: UTF8.self)
    return joined.count == 1 ? Span(offset, end) : nil
  }

  private mutating func add(_ kind: Tag.Kind, _ inside: Span, _ span: Span) {
    let start = skipSpace(inside.start, until: inside.end)
    var end = inside.end
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    let nameSpan = Span(start, end)
    let name = file.text(nameSpan)
    let isSilent = kind == .unsupportedOpening || kind == .close
    if start == end {
      report(.emptyTag, span)
    } else if kind == .partial, bytes[start] == 0x2A {
      report(.unsupported("Partial whose name is a slot"), nameSpan)
    } else if isSilent || isName(nameSpan, isPath: kind == .partial) {
      tags.append(Tag(kind: kind, name: name, nameSpan: nameSpan, span: span))
    } else {
      switch name {
      case ".": report(.unsupported("Tag for the whole row"), nameSpan)
      case _ where name.utf8.contains(0x28): report(.unsupported("Transformation of a value"), nameSpan)
      case _ where name.utf8.contains(0x2E): report(.unsupported("Name with a dot"), nameSpan)
      default: report(.badName(name), nameSpan)
      }
      // It opens a section all the same, and its end would be reported besides.
      if kind == .section || kind == .inverted {
        tags.append(Tag(kind: .unsupportedOpening, name: name, nameSpan: nameSpan, span: span))
      }
    }
  }

  private mutating func comment(from start: Int) -> Int {
    var i = start + 2
    while i + 1 < bytes.count {
      if bytes[i] == 0x7D, bytes[i + 1] == 0x7D {
        if let mark = combiningMark(at: i + 2) { report(.combiningMark, mark) }
        return i + 2
      }
      i += 1
    }
    report(.unclosedTag, Span(start, min(start + 3, bytes.count)))
    return bytes.count
  }

  /// Where `}}` is, unless another tag begins before it.
  private func closing(from start: Int) -> Int? {
    var i = start
    while i + 1 < bytes.count {
      if bytes[i] == 0x7D, bytes[i + 1] == 0x7D { return i }
      if bytes[i] == 0x7B, bytes[i + 1] == 0x7B { return nil }
      i += 1
    }
    return nil
  }

  private mutating func unclosed(_ start: Int, from inside: Int) -> Int {
    var end = skipSpace(inside)
    while end < bytes.count, !isSpace(bytes[end]), bytes[end] != 0x3C, bytes[end] != 0x7B { end += 1 }
    report(.unclosedTag, Span(start, end))
    return max(end, inside)
  }

  private mutating func report(_ problem: TemplateSyntax.Problem, _ span: Span) {
    diagnostics.append(TemplateSyntax.report(problem, at: Location(path: file.path, span: span)))
  }

  private func isName(_ span: Span, isPath: Bool) -> Bool {
    bytes[span.start..<span.end].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
      case 0x2E, 0x2F: isPath
      default: false
      }
    }
  }

  private func skipSpace(_ start: Int, until end: Int? = nil) -> Int {
    var i = start
    while i < end ?? bytes.count, isSpace(bytes[i]) { i += 1 }
    return i
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
