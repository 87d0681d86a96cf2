/// Markup as it is written in the program's source, with values escaped where they stand: `"<td>\(name)</td>"`.
///
/// Literal pieces can only come from the source; a `String` that is put in is text, an `HTML` is markup.
extension HTML: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = HTML()

    package init(literalCapacity: Int, interpolationCount: Int) { html.reserve(literalCapacity + interpolationCount * 24) }

    package mutating func appendLiteral(_ literal: String) { html.appendSource(literal) }

    /// Text, escaped; it may stand in content and in quoted attributes.
    package mutating func appendInterpolation(_ text: String) { html.text(text) }
    package mutating func appendInterpolation(_ text: Substring) { html.text(String(text)) }
    package mutating func appendInterpolation(_ number: Int) { html.number(number) }
    package mutating func appendInterpolation(_ markup: HTML) { html.append(markup) }
  }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.html }

  package init(stringLiteral literal: String) {
    self.init()
    appendSource(literal)
  }

  package static func += (html: inout HTML, other: HTML) { html.append(other) }

  package static func + (a: HTML, b: HTML) -> HTML {
    var both = a
    both.append(b)
    return both
  }
}

extension Sequence<HTML> {
  /// All of them, with something between each two.
  package func joined(_ separator: HTML = HTML()) -> HTML {
    var all = HTML()
    var isFirst = true
    for part in self {
      if !isFirst { all.append(separator) }
      isFirst = false
      all.append(part)
    }
    return all
  }
}
