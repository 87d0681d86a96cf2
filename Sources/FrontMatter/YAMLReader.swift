import CLibYAML
import Diagnostics
import SourceText

/// Reads YAML with libyaml's events into a `Tree`. The only file that knows libyaml.
///
/// A document with an error gives no tree: half of a mapping would make every later check complain about the other half.
package enum YAMLReader {
  /// What keeps hostile input small. libyaml is quadratic in depth, so the depth is checked at every event.
  package struct Limits: Sendable {
    package var depth = 64
    package var nodes = 400_000
    /// How many nodes all aliases together may stand for.
    package var aliasNodes = 10_000
    package init() {}
  }

  package static func read(
    _ file: SourceFile, span: Span? = nil, limits: Limits = Limits()
  ) -> (tree: Tree?, diagnostics: [Diagnostic]) {
    let span = (span ?? Span(file.hasByteOrderMark ? 3 : 0, file.bytes.count)).clamped(to: file.bytes.count)
    return file.bytes.withUnsafeBufferPointer { whole in
      let bytes = UnsafeBufferPointer(rebasing: whole[span.start..<span.end])
      var reading = Reading(file: file, base: span.start, bytes: bytes, limits: limits)
      let tree = reading.run()
      return (tree, reading.diagnostics)
    }
  }
}

/// An open collection.
private struct Frame {
  let index: Int
  let isMapping: Bool
  let isFlow: Bool
  let anchor: String?
  var childIndices: [Int] = []
}

private struct Reading {
  let file: SourceFile
  let base: Int
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: YAMLReader.Limits
  let offsets: CodePointIndex
  var builder: TreeBuilder
  var frames: [Frame] = []
  var anchors: [String: Range<Int>] = [:]
  var aliasNodes = 0
  var documents = 0
  var failed = false
  var diagnostics: [Diagnostic] = []

  init(file: SourceFile, base: Int, bytes: UnsafeBufferPointer<UInt8>, limits: YAMLReader.Limits) {
    self.file = file
    self.base = base
    self.bytes = bytes
    self.limits = limits
    offsets = CodePointIndex(bytes)
    builder = TreeBuilder(expecting: bytes.count)
  }

  mutating func run() -> Tree? {
    if !bytes.isEmpty, !readEvents() { return nil }
    if builder.nodeCount == 0 {
      let index = builder.open(.mapping, at: base)
      builder.close(index, count: 0, span: Span.at(base))
    }
    return builder.finish()
  }

  /// Whether the text was read to its end.
  mutating func readEvents() -> Bool {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return false }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    var event = yaml_event_t()
    while !failed {
      guard yaml_parser_parse(&parser, &event) == 1 else {
        diagnostics.append(problem(parser))
        return false
      }
      let type = event.type
      handle(event)
      yaml_event_delete(&event)
      if type == YAML_STREAM_END_EVENT { break }
    }
    return !failed
  }

  func problem(_ parser: yaml_parser_t) -> Diagnostic {
    if parser.error == YAML_READER_ERROR {
      let start = base + Int(parser.problem_offset)
      var end = min(start + 1, file.bytes.count)
      while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
      return ControlCharacter.report(at: location(Span(start, end)), in: file)
    }
    let bracket = frames.last.flatMap { $0.isFlow ? builder.start(of: $0.index) : nil }
    return YAMLProblem(
      file: file, text: Span(base, base + bytes.count), problem: parser.problem.map { String(cString: $0) } ?? "unknown problem",
      context: parser.context.map { String(cString: $0) } ?? "", at: offset(parser.problem_mark),
      contextAt: offset(parser.context_mark), bracket: bracket
    ).diagnostic
  }

  func offset(_ mark: yaml_mark_t) -> Int { base + offsets.byteOffset(of: mark.index) }
  func span(_ event: yaml_event_t) -> Span { Span(offset(event.start_mark), offset(event.end_mark)) }
  func location(_ span: Span) -> Location { Location(path: file.path, span: span) }

  mutating func fail(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    failed = true
  }

  mutating func handle(_ event: yaml_event_t) {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 { fail(MultipleDocuments.report(at: location(span(event)))) }
    case YAML_SCALAR_EVENT: scalar(event)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      noteTag(data.tag, event)
      open(
        event, isMapping: false, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, anchor: data.anchor, isTagged: data.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      noteTag(data.tag, event)
      open(event, isMapping: true, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, anchor: data.anchor, isTagged: data.tag != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(event)
    case YAML_ALIAS_EVENT: alias(event)
    default: break
    }
  }

  mutating func begin(_ span: Span) {
    if builder.nodeCount >= limits.nodes { fail(TooManyNodes.report(at: location(span), limit: limits.nodes)) }
    guard let frame = frames.indices.last else { return }
    frames[frame].childIndices.append(builder.nodeCount)
  }

  mutating func scalar(_ event: yaml_event_t) {
    let data = event.data.scalar
    noteTag(data.tag, event)
    var span = span(event)
    let form: Form
    switch data.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: form = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: form = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: form = .literal
    case YAML_FOLDED_SCALAR_STYLE: form = .folded
    default: form = .plain
    }
    if data.tag != nil || data.anchor != nil { span = Span(withoutProperties(span.start, upTo: span.end), span.end) }
    if form == .literal || form == .folded {
      var end = span.end
      while end > span.start, isBlank(end - 1) { end -= 1 }
      span = Span(span.start, end)
    }
    begin(span)
    let index = builder.nodeCount
    builder.scalar(UnsafeBufferPointer(start: data.value, count: data.length), form: form, span: span)
    if let anchor = data.anchor { anchors[String(cString: anchor)] = index..<builder.nodeCount }
  }

  /// Where the value begins behind the `!tag` and `&anchor` before it, comments and line ends between them included.
  func withoutProperties(_ start: Int, upTo end: Int) -> Int {
    var i = start
    while i < end {
      switch file.bytes[i] {
      case 0x26, 0x21: while i < end, !isBlank(i) { i += 1 }
      case 0x23: while i < end, file.bytes[i] != 0x0A, file.bytes[i] != 0x0D { i += 1 }
      case _ where isBlank(i): i += 1
      default: return i
      }
    }
    return i
  }

  func isBlank(_ i: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[i]) }

  mutating func noteTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t) {
    guard tag != nil else { return }
    let end = base + bytes.count
    var start = offset(event.start_mark)
    // An anchor may stand before the tag.
    while start < end, file.bytes[start] != 0x21 {
      if file.bytes[start] == 0x26 { while start < end, !isBlank(start) { start += 1 } } else { start += 1 }
    }
    var stop = start
    while stop < end, !isBlank(stop) { stop += 1 }
    diagnostics.append(ExplicitTag.report(file.text(Span(start, stop)), at: location(Span(start, stop))))
  }

  mutating func open(
    _ event: yaml_event_t, isMapping: Bool, isFlow: Bool, anchor: UnsafeMutablePointer<yaml_char_t>?, isTagged: Bool
  ) {
    var start = offset(event.start_mark)
    if anchor != nil || isTagged { start = withoutProperties(start, upTo: base + bytes.count) }
    let span = Span(start, max(start, offset(event.end_mark)))
    begin(span)
    if failed { return }
    if frames.count >= limits.depth { return fail(TooDeep.report(at: location(span), limit: limits.depth)) }
    let form: Form = isMapping ? (isFlow ? .flowMapping : .mapping) : (isFlow ? .flowSequence : .sequence)
    let index = builder.open(form, at: start)
    frames.append(Frame(index: index, isMapping: isMapping, isFlow: isFlow, anchor: anchor.map { String(cString: $0) }))
  }

  mutating func close(_ event: yaml_event_t) {
    guard let frame = frames.popLast() else { return }
    var start = builder.start(of: frame.index)
    var end = offset(event.end_mark)
    if !frame.isFlow {
      // libyaml ends a block where the next one begins.
      if frame.isMapping, let first = frame.childIndices.first { start = builder.start(of: first) }
      end = frame.childIndices.last.map(builder.end) ?? start
    }
    builder.close(
      frame.index, count: frame.isMapping ? frame.childIndices.count / 2 : frame.childIndices.count, span: Span(start, end))
    if frame.isMapping { checkKeys(frame) }
    if let anchor = frame.anchor { anchors[anchor] = frame.index..<builder.nodeCount }
  }

  mutating func checkKeys(_ frame: Frame) {
    var keys = stride(from: 0, to: frame.childIndices.count, by: 2).map { frame.childIndices[$0] }
    for key in keys where builder.isCollection(key) {
      diagnostics.append(ComplexKey.report(at: location(Span(builder.start(of: key), builder.end(of: key)))))
    }
    keys.removeAll(where: builder.isCollection)
    for key in keys where builder.end(of: key) - builder.start(of: key) == 2 && builder.string(key) == "<<" {
      diagnostics.append(MergeKey.report(at: location(Span(builder.start(of: key), builder.end(of: key)))))
    }
    for (key, first) in builder.twins(among: keys) { duplicate(key, first: first) }
  }

  mutating func duplicate(_ key: Int, first: Int) {
    diagnostics.append(
      DuplicateKey.report(
        builder.string(key), at: location(Span(builder.start(of: key), builder.end(of: key))),
        first: location(Span(builder.start(of: first), builder.end(of: first)))))
  }

  mutating func alias(_ event: yaml_event_t) {
    let span = span(event)
    let name = String(cString: event.data.alias.anchor)
    guard let range = anchors[name] else {
      let line = YAMLLine(file, at: span.start, within: Span(base, base + bytes.count))
      let value = Span(span.start, max(span.end, line.contentEnd(in: file, from: span.start)))
      return fail(
        UnknownAlias.report(
          name, at: location(span), known: anchors.keys.sorted(),
          text: frames.last?.isFlow ?? false ? nil : (location(value), file.text(value))))
    }
    aliasNodes += range.count
    if aliasNodes > limits.aliasNodes { return fail(AliasLimit.report(name, at: location(span), limit: limits.aliasNodes)) }
    begin(span)
    builder.copy(range, at: span)
  }
}
