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
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    var event = yaml_event_t()
    while !failed {
      guard yaml_parser_parse(&parser, &event) == 1 else {
        diagnostics.append(YAMLProblem(parser: parser, path: file.path, offset: offset, bytes: bytes).diagnostic)
        return nil
      }
      let type = event.type
      handle(event)
      yaml_event_delete(&event)
      if type == YAML_STREAM_END_EVENT { break }
    }
    if failed { return nil }
    if builder.nodeCount == 0 {
      let index = builder.open(.mapping, at: base)
      builder.close(index, count: 0, span: Span.at(base))
    }
    return builder.finish()
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
      open(event, isMapping: false, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, anchor: data.anchor)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      noteTag(data.tag, event)
      open(event, isMapping: true, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, anchor: data.anchor)
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
    if data.tag != nil || data.anchor != nil { span = withoutProperties(span) }
    if form == .literal || form == .folded {
      var end = span.end
      while end > span.start, [0x20, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
      span = Span(span.start, end)
    }
    begin(span)
    let index = builder.nodeCount
    builder.scalar(UnsafeBufferPointer(start: data.value, count: data.length), form: form, span: span)
    if let anchor = data.anchor { anchors[String(cString: anchor)] = index..<builder.nodeCount }
  }

  /// The span of a scalar without the `!tag` and `&anchor` before it.
  func withoutProperties(_ span: Span) -> Span {
    var start = span.start
    while start < span.end, file.bytes[start] == 0x26 || file.bytes[start] == 0x21 {
      while start < span.end, ![0x20, 0x0A, 0x0D].contains(file.bytes[start]) { start += 1 }
      while start < span.end, [0x20, 0x0A, 0x0D].contains(file.bytes[start]) { start += 1 }
    }
    return Span(start, span.end)
  }

  mutating func noteTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t) {
    guard let tag else { return }
    let start = offset(event.start_mark)
    var end = start
    while end < file.bytes.count, ![0x20, 0x0A, 0x0D].contains(file.bytes[end]) { end += 1 }
    diagnostics.append(ExplicitTag.report(String(cString: tag), at: location(Span(start, end))))
  }

  mutating func open(_ event: yaml_event_t, isMapping: Bool, isFlow: Bool, anchor: UnsafeMutablePointer<yaml_char_t>?) {
    let span = span(event)
    begin(span)
    if frames.count >= limits.depth { return fail(TooDeep.report(at: location(span), limit: limits.depth)) }
    let form: Form = isMapping ? (isFlow ? .flowMapping : .mapping) : (isFlow ? .flowSequence : .sequence)
    let index = builder.open(form, at: span.start)
    frames.append(Frame(index: index, isMapping: isMapping, isFlow: isFlow, anchor: anchor.map { String(cString: $0) }))
  }

  mutating func close(_ event: yaml_event_t) {
    guard let frame = frames.popLast() else { return }
    let start = frame.isFlow ? builder.start(of: frame.index) : frame.childIndices.first.map(builder.start) ?? builder.start(of: frame.index)
    let end = frame.isFlow ? offset(event.end_mark) : frame.childIndices.last.map(builder.end) ?? start
    let from = frame.isMapping ? start : min(start, builder.start(of: frame.index))
    builder.close(frame.index, count: frame.isMapping ? frame.childIndices.count / 2 : frame.childIndices.count, span: Span(from, end))
    if frame.isMapping { checkKeys(frame) }
    if let anchor = frame.anchor { anchors[anchor] = frame.index..<builder.nodeCount }
  }

  mutating func checkKeys(_ frame: Frame) {
    let keys = stride(from: 0, to: frame.childIndices.count, by: 2).map { frame.childIndices[$0] }
    for key in keys where builder.isCollection(key) {
      diagnostics.append(ComplexKey.report(at: location(Span(builder.start(of: key), builder.end(of: key)))))
    }
    for key in keys where !builder.isCollection(key) && builder.end(of: key) - builder.start(of: key) == 2 && builder.string(key) == "<<" {
      diagnostics.append(MergeKey.report(at: location(Span(builder.start(of: key), builder.end(of: key)))))
    }
    if keys.count <= 24 {
      for (i, key) in keys.enumerated() {
        if let first = keys[..<i].first(where: { builder.sameText($0, key) }) { duplicate(key, first: first) }
      }
    } else {
      var seen: [String: Int] = [:]
      for key in keys {
        let text = builder.string(key)
        if let first = seen[text] { duplicate(key, first: first) } else { seen[text] = key }
      }
    }
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
      let start = span.start - base
      let value = PlainValue(around: start, in: bytes, base: base, path: file.path)
      return fail(
        UnknownAlias.report(
          name, at: location(span), known: anchors.keys.sorted(), value: value.flatMap { $0.location.span.start == span.start ? $0 : nil }))
    }
    aliasNodes += range.count
    if aliasNodes > limits.aliasNodes { return fail(AliasLimit.report(name, at: location(span), limit: limits.aliasNodes)) }
    begin(span)
    builder.copy(range)
  }
}
