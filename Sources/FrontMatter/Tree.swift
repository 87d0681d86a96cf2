import SourceText

/// A YAML or JSON document in which every key and value has a span in the whole file.
///
/// The nodes lie in one array in document order (a collection, then all it holds), sixteen bytes each, and the text of the scalars
/// in another; a sheet of 750 nodes takes some 20 KB and two allocations.
package final class Tree: Sendable {
  /// One node; `TreeBuilder` writes them, `Node` reads them.
  struct Record: Sendable {
    var start: UInt32
    var end: UInt32
    /// Scalars: where the text starts in `text`. Collections: the index behind the last descendant.
    var link: UInt32
    /// Scalars: the length of the text. Collections: the number of items or entries. The lowest four bits hold the form.
    var count: UInt32
  }

  let records: [Record]
  let text: [UInt8]

  init(records: [Record], text: [UInt8]) {
    self.records = records
    self.text = text
  }

  /// The top of the document; an empty document is an empty mapping.
  package var root: Node { Node(tree: self, index: 0) }

  /// How many nodes there are, keys included.
  package var count: Int { records.count }
}

/// How a node was written.
package enum Form: UInt32, Sendable {
  case plain, singleQuoted, doubleQuoted, literal, folded, sequence, mapping
  /// A flow collection: `[a, b]` and `{a: b}`.
  case flowSequence, flowMapping
}

/// A node of a tree: a cheap cursor.
package struct Node: Sendable {
  package let tree: Tree
  /// Its number in the order of the document, from 0.
  package let index: Int

  package init(tree: Tree, index: Int) {
    self.tree = tree
    self.index = index
  }

  private var record: Tree.Record { tree.records[index] }

  /// Where the node stands in the file: quotes and brackets included, anchors and tags not; of a block collection from its first to
  /// its last item. A value that an alias stands for is where the alias is; what it holds is where it was written.
  package var span: Span { Span(Int(record.start), Int(record.end)) }

  package var form: Form { Form(rawValue: record.count & 15) ?? .plain }

  package var isScalar: Bool { form.rawValue <= Form.folded.rawValue }
  package var isSequence: Bool { form == .sequence || form == .flowSequence }
  package var isMapping: Bool { form == .mapping || form == .flowMapping }

  /// The number of items of a sequence, of entries of a mapping, 0 for a scalar.
  package var count: Int { isScalar ? 0 : Int(record.count >> 4) }

  /// The text of a scalar as written, unquoted and unescaped; empty for a collection.
  package var text: String {
    guard isScalar else { return "" }
    let start = Int(record.link)
    return String(decoding: tree.text[start..<start + Int(record.count >> 4)], as: UTF8.self)
  }

  /// The bytes of a scalar's text, without copying.
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    tree.text.withUnsafeBufferPointer { buffer in
      guard isScalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
      return body(UnsafeBufferPointer(rebasing: buffer[Int(record.link)..<Int(record.link) + Int(record.count >> 4)]))
    }
  }

  /// Whether the scalar's text is exactly this.
  package func textEquals(_ other: String) -> Bool {
    guard isScalar, Int(record.count >> 4) == other.utf8.count else { return false }
    return tree.text[Int(record.link)..<Int(record.link) + Int(record.count >> 4)].elementsEqual(other.utf8)
  }

  /// The index of the node behind this one and all it holds.
  var next: Int { isScalar ? index + 1 : Int(record.link) }

  /// The items of a sequence; nothing for other nodes.
  package var items: Items { Items(tree: tree, index: index + 1, left: isSequence ? count : 0) }

  /// The entries of a mapping, in the order of the file; nothing for other nodes.
  package var entries: Entries { Entries(tree: tree, index: index + 1, left: isMapping ? count : 0) }

  /// The value under a key of a mapping.
  package subscript(key: String) -> Node? {
    for entry in entries where entry.key.textEquals(key) { return entry.value }
    return nil
  }

  /// The value at a dotted path of keys, `location.seat`.
  package func at(_ path: String) -> Node? {
    path.split(separator: ".").reduce(self as Node?) { node, key in node?[String(key)] }
  }
}

/// A key and its value.
package struct Entry: Sendable {
  package let key: Node
  package let value: Node

  /// From the key to the end of the value.
  package var span: Span { key.span.union(value.span) }
}

package struct Items: Sequence, IteratorProtocol, Sendable {
  let tree: Tree
  var index: Int
  var left: Int

  package mutating func next() -> Node? {
    guard left > 0 else { return nil }
    let node = Node(tree: tree, index: index)
    index = node.next
    left -= 1
    return node
  }
}

package struct Entries: Sequence, IteratorProtocol, Sendable {
  let tree: Tree
  var index: Int
  var left: Int

  package mutating func next() -> Entry? {
    guard left > 0 else { return nil }
    let key = Node(tree: tree, index: index)
    let value = Node(tree: tree, index: key.next)
    index = value.next
    left -= 1
    return Entry(key: key, value: value)
  }
}

extension Node {
  /// The JSON pointer of this node (RFC 6901), found by walking down from the root.
  package var pointer: String {
    var path = ""
    var node = tree.root
    while node.index != index {
      var found: (step: String, node: Node)?
      if node.isSequence {
        for (i, item) in node.items.enumerated() where item.index <= index && index < item.next { found = (String(i), item) }
      } else {
        for entry in node.entries where entry.key.index <= index && index < entry.value.next {
          found = (Node.escapedPointerPart(entry.key.text), entry.value)
          if entry.key.index == index { return path + "/" + Node.escapedPointerPart(entry.key.text) }
        }
      }
      guard let found else { return path }
      path += "/" + found.step
      node = found.node
    }
    return path
  }

  /// `~` and `/` as RFC 6901 writes them.
  package static func escapedPointerPart(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return key }
    return key.unicodeScalars.reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
  }
}

extension Entries {
  /// The same mapping's cursor, at its end: for a mapping that may be missing.
  package var none: Entries { Entries(tree: tree, index: index, left: 0) }
}

extension Tree {
  /// A document that holds nothing.
  package static let empty: Tree = {
    var builder = TreeBuilder(expecting: 0)
    let index = builder.open(.mapping, at: 0)
    builder.close(index, count: 0, span: Span.at(0))
    return builder.finish()
  }()
}
