/// A half-open range of UTF-8 offsets into one whole file: `start..<end`. The only form in which a position is stored.
package struct Span: Hashable, Comparable, Sendable {
  private let lower: UInt32
  private let upper: UInt32

  /// Offsets below zero count as zero, and an end before its start as the start.
  package init(_ start: Int, _ end: Int) {
    lower = UInt32(clamping: start)
    upper = max(lower, UInt32(clamping: end))
  }

  package var start: Int { Int(lower) }
  package var end: Int { Int(upper) }
  package var length: Int { Int(upper - lower) }
  package var isEmpty: Bool { lower == upper }

  package static func at(_ offset: Int) -> Span { Span(offset, offset) }

  package static func < (a: Span, b: Span) -> Bool {
    (a.lower, a.upper) < (b.lower, b.upper)
  }

  /// The smallest span that holds both.
  package func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  package func clamped(to count: Int) -> Span { Span(min(start, count), min(end, count)) }
}

/// A span in a named file.
package struct Location: Hashable, Comparable, Sendable {
  package let path: String
  package let span: Span

  package init(path: String, span: Span) {
    self.path = path
    self.span = span
  }

  package static func < (a: Location, b: Location) -> Bool {
    a.path == b.path ? a.span < b.span : a.path < b.path
  }
}
