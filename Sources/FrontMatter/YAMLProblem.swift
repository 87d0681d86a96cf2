import CLibYAML
import Diagnostics
import SourceText

/// What libyaml says when it gives up, in words for an author, at the place that the author has to change.
struct YAMLProblem {
  let diagnostic: Diagnostic

  init(
    parser: yaml_parser_t, path: String, offset: (yaml_mark_t) -> Int, bytes: UnsafeBufferPointer<UInt8>
  ) {
    func location(_ span: Span) -> Location { Location(path: path, span: span) }
    let problem = parser.problem.map { String(cString: $0) } ?? "unknown problem"
    let context = parser.context.map { String(cString: $0) } ?? ""
    if parser.error == YAML_READER_ERROR {
      let base = offset(yaml_mark_t()) + Int(parser.problem_offset)
      diagnostic = ControlCharacter.report(at: location(Span(base, base + 1)))
      return
    }
    let base = offset(yaml_mark_t())
    let at = offset(parser.problem_mark)
    let contextAt = offset(parser.context_mark)
    let relative = at - base
    func line(_ offset: Int) -> Range<Int> {
      var start = min(offset, bytes.count)
      while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      return start..<end
    }
    let here = line(relative)
    // A tab is the cause wherever one stands in the indentation, whatever libyaml then stumbles over.
    for range in [here, line(contextAt - base)] {
      let indentation = range.prefix { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
      if let tab = indentation.first(where: { bytes[$0] == 0x09 }) {
        diagnostic = TabIndentation.report(
          at: location(Span(base + tab, base + tab + 1)),
          all: Self.tabsInIndentation(bytes).map { location(Span(base + $0, base + $0 + 1)) })
        return
      }
    }
    let opening = location(Span(contextAt, min(contextAt + 1, base + bytes.count)))
    switch context {
    case "while scanning a quoted scalar":
      diagnostic = UnclosedQuote.report(at: opening, found: location(Span.at(at)))
      return
    case "while parsing a flow mapping" where relative < bytes.count && bytes[relative] == 0x3A:
      if let value = PlainValue(around: relative, in: bytes, base: base, path: path) {
        diagnostic = ColonInText.report(value)
        return
      }
      fallthrough
    case "while parsing a flow sequence", "while parsing a flow mapping":
      diagnostic = UnclosedBracket.report(
        at: opening, bracket: contextAt - base < bytes.count && bytes[contextAt - base] == 0x7B ? "{" : "[",
        found: location(Span(at, min(at + 1, base + bytes.count))))
      return
    default: break
    }
    if problem == "did not find expected <document start>" {
      diagnostic = MultipleDocuments.report(at: location(Span(at, max(base + here.upperBound, at))))
      return
    }
    let value = PlainValue(around: relative, in: bytes, base: base, path: path)
    if problem == "mapping values are not allowed in this context", let value, value.location.span.start < at {
      diagnostic = ColonInText.report(value)
      return
    }
    if problem == "found character that cannot start any token", relative < bytes.count {
      let begins = value.map { $0.location.span.start == at } ?? false
      diagnostic = ReservedCharacter.report(
        String(decoding: bytes[relative...relative], as: UTF8.self), at: location(Span(at, at + 1)), value: begins ? value : nil)
      return
    }
    let place: Span
    var end = relative
    while end < here.upperBound, bytes[end] != 0x20, bytes[end] != 0x3A { end += 1 }
    place = Span(at, max(base + end, min(at + 1, base + bytes.count)))
    diagnostic = YAMLSyntax.report(
      problem: problem, at: location(place), context: contextAt < at ? location(Span.at(contextAt)) : nil)
  }

  /// The offsets of the tabs that stand where a line's indentation is.
  private static func tabsInIndentation(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var tabs: [Int] = []
    var isIndentation = true
    for (i, byte) in bytes.enumerated() {
      if byte == 0x09, isIndentation { tabs.append(i) }
      isIndentation = byte == 0x0A || (isIndentation && (byte == 0x20 || byte == 0x09))
    }
    return tabs
  }
}
