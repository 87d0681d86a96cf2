/// A file in pieces that are made one after the other, so that a book of a thousand pages is never in memory as a whole.
package struct RenderedPieces: Sequence, Sendable {
  package let count: Int
  private let make: @Sendable (Int) -> [UInt8]

  init(count: Int, _ make: @escaping @Sendable (Int) -> [UInt8]) {
    self.count = count
    self.make = make
  }

  /// All of them, for those who want the whole in memory.
  package var bytes: [UInt8] { reduce(into: []) { $0 += $1 } }

  /// As a file of the site, each piece gone from memory before the next.
  package var file: RenderedFile {
    .stream { emit in for piece in self { try emit(piece) } }
  }

  package struct Iterator: IteratorProtocol {
    fileprivate let pieces: RenderedPieces
    fileprivate var index = 0

    package mutating func next() -> [UInt8]? {
      guard index < pieces.count else { return nil }
      defer { index += 1 }
      return pieces.make(index)
    }
  }

  package func makeIterator() -> Iterator { Iterator(pieces: self) }
}
