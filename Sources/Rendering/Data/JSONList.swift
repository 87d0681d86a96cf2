import Markup

/// A JSON object whose last member is a long list: made in parts, an item a line.
struct JSONList {
  private var waiting: [UInt8]
  private var isFirst = true

  /// - Parameter head: writes the members before the list; at least one.
  init(_ list: String, head: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object {
      head(&$0)
      $0.key(list)
      $0.array { _ in }
    }
    // `]}` is taken off the end, and written when the items are through.
    waiting = Array(json.take().dropLast(2))
  }

  /// Adds an object; hands over what is ready, now and then.
  mutating func add(_ item: (inout JSONWriter) -> Void) -> [UInt8]? {
    var json = JSONWriter()
    json.object(item)
    if !isFirst { waiting.append(0x2C) }
    isFirst = false
    waiting.append(0x0A)
    waiting += json.take()
    guard waiting.count > 64 << 10 else { return nil }
    defer { waiting = [] }
    return waiting
  }

  /// The end of the document.
  func end() -> [UInt8] { waiting + Array((isFirst ? "" : "\n").utf8) + Array("]}\n".utf8) }
}
