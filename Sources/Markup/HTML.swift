/// Bytes of HTML or SVG into which text can only get escaped.
///
/// Markup comes from string literals of the program (`raw`), from another `HTML`, or from the Markdown renderer
/// (`init(trusted:)`); everything else goes through `text` or an attribute, which escape.
package struct HTML: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Markup written in the program's source.
  package init(_ markup: StaticString) { raw(markup) }

  /// Markup that a renderer in this package made; never a string from a sheet.
  package init(trusted bytes: [UInt8]) { self.bytes = bytes }

  package static func escaping(_ text: String) -> HTML {
    var html = HTML()
    html.text(text)
    return html
  }

  package var isEmpty: Bool { bytes.isEmpty }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends markup written in the program's source.
  package mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends text, escaped for content and for quoted attributes alike.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  /// Appends a literal of the program; only `HTMLLiteral` calls it.
  mutating func appendSource(_ literal: String) {
    var literal = literal
    literal.withUTF8 { bytes.append(contentsOf: $0) }
  }

  package mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends ` name="value"`, the value escaped.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  /// Appends `<tag name="value" …>`; attributes without a value are left out.
  package mutating func open(_ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
    raw("<")
    raw(tag)
    for (name, value) in attributes {
      if let value { attribute(name, value) }
    }
    raw(">")
  }

  package mutating func close(_ tag: StaticString) {
    raw("</")
    raw(tag)
    raw(">")
  }

  /// Appends an element that holds only text.
  package mutating func element(_ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: String)
  {
    open(tag, attributes)
    text(content)
    close(tag)
  }

  /// Appends an element whose content the closure writes.
  package mutating func element(
    _ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: (inout HTML) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// Takes away spaces and line breaks at the end.
  package mutating func dropTrailingSpace() {
    while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
  }

  package mutating func newline() { bytes.append(0x0A) }

  private mutating func escape(_ buffer: UnsafeBufferPointer<UInt8>) {
    var from = 0
    for i in 0..<buffer.count {
      let replacement: StaticString
      switch buffer[i] {
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0x22: replacement = "&quot;"
      case 0x27: replacement = "&#39;"
      default: continue
      }
      bytes.append(contentsOf: buffer[from..<i])
      raw(replacement)
      from = i + 1
    }
    bytes.append(contentsOf: buffer[from...])
  }
}

extension HTML {
  /// Appends a whole number.
  package mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }
}
