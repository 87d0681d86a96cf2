import Diagnostics
import SourceText

/// What libyaml says when it gives up, at the place that the author has to change.
///
/// libyaml names the place where it noticed; the slip is often further up: at the bracket that was left open, or on the line before.
struct YAMLProblem {
  let file: SourceFile
  /// The text that was being read.
  let text: Span
  /// libyaml's own words, which do not change any more.
  let problem: String
  let context: String
  /// Where it noticed, and where began what it was reading.
  let at: Int
  let contextAt: Int
  /// The innermost bracket that is open.
  let bracket: Int?

  var diagnostic: Diagnostic {
    let here = line(at: at)
    if context == "while scanning a quoted scalar" { return UnclosedQuote.report(at: location(character(contextAt))) }
    let suspect = context == "while scanning a simple key" ? line(at: contextAt) : here
    if let separator = lineSeparator(in: suspect) { return ControlCharacter.report(lineSeparator: location(separator), in: file) }
    if let tab = here.tabs(in: file, at: at) { return TabIndentation.report(at: location(tab)) }
    switch context {
    case "while parsing a quoted scalar":
      let backslash = (here.start...at).last { byte($0) == 0x5C } ?? at
      return syntax(.escape, Span(backslash, max(character(at).end, min(backslash + 2, here.end))))
    case "while parsing a flow sequence", "while parsing a flow mapping": return unclosed(contextAt)
    case "while parsing a flow node":
      if byte(at) == 0x2C { return syntax(.emptyItem, character(at)) }
      if let bracket { return unclosed(bracket) }
    case "while scanning a simple key": return missingColon(line(at: contextAt), from: contextAt)
    case "while scanning an alias", "while scanning an anchor", "while scanning a tag": return forbidden(contextAt)
    default: break
    }
    switch problem {
    case "found character that cannot start any token": return forbidden(at)
    case "mapping values are not allowed in this context": return unexpectedColon(here)
    case "block sequence entries are not allowed in this context": return syntax(.listOnKeyLine, character(at))
    case "did not find expected comment or line break": return syntax(.afterBlockSign, Span(at, here.end))
    case "did not find expected <document start>":
      return isAfterDots(here)
        ? MultipleDocuments.report(at: location(word(here))) : YAMLSyntax.report(notAMapping: location(word(here)))
    case "did not find expected key", "did not find expected '-' indicator": return misplaced(here)
    case "did not find expected node content": return isClosingBracket ? misplaced(here) : forbidden(at)
    default: return syntax(.other(problem), word(here))
    }
  }

  // MARK: What it may be

  private func unclosed(_ opening: Int) -> Diagnostic {
    cutInBrackets(opening)
      ?? UnclosedBracket.report(
        at: location(character(opening)), bracket: byte(opening) == 0x7B ? "{" : "[", found: location(character(at)))
  }

  /// A bracket that is closed on its line, were it not for a comment that was not meant as one, or a second colon.
  private func cutInBrackets(_ opening: Int) -> Diagnostic? {
    let here = line(at: opening)
    guard let flow = FlowLine(file, opening: opening, end: here.end) else { return nil }
    // A word that may be a key is one, and a comma is missing before it.
    if byte(at) == 0x3A, at < here.end, let value = flow.value(around: at), !isWordOfKey(before: at, from: value.start) {
      return YAMLSyntax.report(.secondColon, at: location(character(at)), fix: quoting(value))
    }
    let places = (opening + 1..<here.end).lazy.filter { byte($0) == 0x23 && byte($0 - 1) == 0x20 }
    guard at >= here.end, let (place, value) = places.compactMap({ place in flow.value(around: place).map { (place, $0) } }).first
    else { return nil }
    return YAMLSyntax.report(.commentInBrackets, at: location(Span(place, value.end)), fix: quoting(value))
  }

  private func isWordOfKey(before colon: Int, from start: Int) -> Bool {
    var first = colon
    while first > start, let byte = byte(first - 1), byte == 0x5F || (0x61...0x7A).contains(byte) { first -= 1 }
    return first < colon && (first == start || byte(first - 1) == 0x20)
  }

  private func missingColon(_ line: YAMLLine, from start: Int) -> Diagnostic {
    let key = Span(start, max(start, line.contentEnd(in: file, from: start)))
    // `key:value` is one word to YAML.
    let colon = (key.start..<key.end).first { byte($0) == 0x3A }
    return YAMLSyntax.report(keyWithoutColon: location(key), colon: colon.map { location(Span.at($0 + 1)) })
  }

  /// A second colon on a line, or a key that stands too far in and was taken for more of the text above.
  private func unexpectedColon(_ here: YAMLLine) -> Diagnostic {
    guard let value = here.valueStart(in: file, before: at) else {
      if let above = wordAbove(here) { return missingColon(above, from: above.first) }
      return syntax(.indentation, Span(here.first, max(at, here.first + 1)))
    }
    let span = Span(value, here.contentEnd(in: file, from: value))
    return YAMLSyntax.report(.secondColon, at: location(character(at)), fix: quoting(span))
  }

  private func forbidden(_ offset: Int) -> Diagnostic {
    let here = line(at: offset)
    var before = offset
    while before > here.first, byte(before - 1) == 0x20 { before -= 1 }
    let isValue =
      bracket == nil && before < offset && before > here.first && (byte(before - 1) == 0x3A || byte(before - 1) == 0x2D)
    let span = Span(offset, here.contentEnd(in: file, from: offset))
    return YAMLSyntax.report(
      .cannotBegin(file.text(character(offset))), at: location(character(offset)), fix: isValue ? quoting(span) : nil)
  }

  private func misplaced(_ here: YAMLLine) -> Diagnostic {
    if isClosingBracket { return syntax(.bracketOpensNowhere(file.text(character(at))), character(at)) }
    guard at > here.first else { return syntax(.indentation, word(here)) }
    var before = at - 1
    while before > here.first, byte(before) == 0x20 { before -= 1 }
    let isQuote = byte(before) == 0x22 || byte(before) == 0x27
    return syntax(isQuote ? .afterQuote : .afterValue, Span(at, here.contentEnd(in: file, from: at)))
  }

  /// Whether a line of three dots, which ends a document, stands further up.
  private func isAfterDots(_ here: YAMLLine) -> Bool {
    var above = here.above(in: file, within: text)
    while let line = above {
      if line.indent == 0, file.text(Span(line.first, min(line.first + 3, line.end))) == "..." { return true }
      above = line.above(in: file, within: text)
    }
    return false
  }

  // MARK: Where it is

  private func syntax(_ kind: YAMLSyntax.Kind, _ span: Span) -> Diagnostic { YAMLSyntax.report(kind, at: location(span)) }

  private func location(_ span: Span) -> Location { Location(path: file.path, span: span) }

  private func byte(_ offset: Int) -> UInt8? { text.contains(offset) ? file.bytes[offset] : nil }

  private var isClosingBracket: Bool { byte(at) == 0x5D || byte(at) == 0x7D }

  /// One character, or nothing at the end of the text.
  private func character(_ offset: Int) -> Span {
    var end = min(offset + 1, text.end)
    while end < text.end, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(offset, end)
  }

  /// From the problem to the next space or colon.
  private func word(_ here: YAMLLine) -> Span {
    var end = at
    while end < here.end, file.bytes[end] != 0x20, file.bytes[end] != 0x3A { end += 1 }
    return end > at ? Span(at, end) : character(at)
  }

  private func line(at offset: Int) -> YAMLLine { YAMLLine(file, at: min(offset, text.end), within: text) }

  /// The line before, where it is a lone word among keys: not more of a value that began further up.
  private func wordAbove(_ here: YAMLLine) -> YAMLLine? {
    guard let above = here.above(in: file, within: text), above.indent == here.indent,
      above.valueStart(in: file, before: above.end) == nil,
      byte(above.contentEnd(in: file, from: above.first) - 1) != 0x3A
    else { return nil }
    var parent = above.above(in: file, within: text)
    while let line = parent, line.indent >= above.indent { parent = line.above(in: file, within: text) }
    guard let parent else { return above }
    return byte(parent.contentEnd(in: file, from: parent.first) - 1) == 0x3A ? above : nil
  }

  /// NEL, LS and PS end a line for libyaml, and for nobody else.
  private func lineSeparator(in here: YAMLLine) -> Span? {
    (here.start..<min(at + 1, here.end)).lazy.compactMap { i -> Span? in
      if file.bytes[i] == 0xC2, i + 1 < here.end, file.bytes[i + 1] == 0x85 { return Span(i, i + 2) }
      guard file.bytes[i] == 0xE2, i + 2 < here.end, file.bytes[i + 1] == 0x80 else { return nil }
      return file.bytes[i + 2] == 0xA8 || file.bytes[i + 2] == 0xA9 ? Span(i, i + 3) : nil
    }.first
  }

  private func quoting(_ value: Span) -> Fix {
    let text = file.text(value)
    let needsSingle = text.contains { $0 == "\"" || $0 == "\\" }
    let quoted = needsSingle ? "'" + text.replacing("'", with: "''") + "'" : "\"\(text)\""
    return Fix("Put the value in quotes", .safe, [TextEdit(location(value), quoted)])
  }
}
