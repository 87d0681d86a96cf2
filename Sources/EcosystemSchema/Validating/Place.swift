import FrontMatter

/// A value on the way down from the root, with the key or number under which it stands.
final class Place {
  let node: Node
  let key: Node?
  /// The number among the items of a list; 0 elsewhere.
  let position: Int
  /// The schema that describes this place.
  let schema: Int
  let parent: Place?

  init(_ node: Node, schema: Int, key: Node? = nil, position: Int = 0, parent: Place? = nil) {
    self.node = node
    self.schema = schema
    self.key = key
    self.position = position
    self.parent = parent
  }

  /// RFC 6901.
  var pointer: String {
    guard let parent else { return "" }
    return parent.pointer + "/" + (key.map { Node.escapedPointerPart($0.text) } ?? String(position))
  }

  /// As people write it: `sources[2].year`; empty for the root.
  var dotted: String {
    guard let parent else { return "" }
    guard let key else { return parent.dotted + "[\(position)]" }
    return parent.parent == nil ? key.text : parent.dotted + "." + key.text
  }

  /// What a reader can see of the place when the value itself is nothing to point at: its key, else its first key, else the value.
  var sign: Node {
    if let key { return key }
    if node.isMapping, let first = node.entries.first(where: { _ in true }) { return first.key }
    return node
  }
}
