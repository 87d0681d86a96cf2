import SourceText

/// Writes the records of a tree in document order.
struct TreeBuilder {
  private var records: [Tree.Record] = []
  private var text: [UInt8] = []

  init(expecting bytes: Int) {
    records.reserveCapacity(bytes / 16 + 8)
    text.reserveCapacity(bytes)
  }

  var nodeCount: Int { records.count }

  mutating func scalar(_ bytes: UnsafeBufferPointer<UInt8>, form: Form, span: Span) {
    records.append(
      Tree.Record(
        start: UInt32(clamping: span.start), end: UInt32(clamping: span.end), link: UInt32(text.count),
        count: UInt32(bytes.count) << 4 | form.rawValue))
    text.append(contentsOf: bytes)
  }

  /// Begins a collection; `close` with its index ends it.
  mutating func open(_ form: Form, at start: Int) -> Int {
    records.append(Tree.Record(start: UInt32(clamping: start), end: UInt32(clamping: start), link: 0, count: form.rawValue))
    return records.count - 1
  }

  mutating func close(_ index: Int, count: Int, span: Span) {
    records[index].start = UInt32(clamping: span.start)
    records[index].end = UInt32(clamping: span.end)
    records[index].link = UInt32(records.count)
    records[index].count |= UInt32(count) << 4
  }

  func isCollection(_ index: Int) -> Bool { (records[index].count & 15) > Form.folded.rawValue }

  func start(of index: Int) -> Int { Int(records[index].start) }
  func end(of index: Int) -> Int { Int(records[index].end) }

  /// The index behind a node and all it holds.
  func next(after index: Int) -> Int {
    isCollection(index) ? Int(records[index].link) : index + 1
  }

  /// Whether two scalars have the same text.
  func sameText(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (records[a], records[b])
    guard x.count >> 4 == y.count >> 4 else { return false }
    return text[bytes(of: x)].elementsEqual(text[bytes(of: y)])
  }

  func string(_ index: Int) -> String { String(decoding: text[bytes(of: records[index])], as: UTF8.self) }

  private func bytes(of record: Tree.Record) -> Range<Int> { Int(record.link)..<Int(record.link) + Int(record.count >> 4) }

  /// Appends a copy of the nodes in `range`, which hold one whole node: what an alias stands for. The node itself gets the span of
  /// the alias; what it holds stays where it was written.
  mutating func copy(_ range: Range<Int>, at span: Span) {
    let index = records.count
    let shift = UInt32(records.count - range.lowerBound)
    for i in range {
      var record = records[i]
      if isCollection(i) { record.link += shift }
      records.append(record)
    }
    records[index].start = UInt32(clamping: span.start)
    records[index].end = UInt32(clamping: span.end)
  }

  /// Of these keys, those whose text one before them has, each with the first that has it.
  func twins(among keys: [Int]) -> [(key: Int, first: Int)] {
    var twins: [(key: Int, first: Int)] = []
    if keys.count <= 24 {
      for (i, key) in keys.enumerated() {
        if let first = keys[..<i].first(where: { sameText($0, key) }) { twins.append((key, first)) }
      }
      return twins
    }
    var known: [ArraySlice<UInt8>: Int] = [:]
    for key in keys {
      let text = text[bytes(of: records[key])]
      if let first = known[text] { twins.append((key, first)) } else { known[text] = key }
    }
    return twins
  }

  func finish() -> Tree { Tree(records: records, text: text) }
}
