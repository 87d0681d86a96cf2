/// A regular expression as a tree.
indirect enum PatternPiece: Sendable {
  case empty
  case set(ScalarSet)
  case sequence([PatternPiece])
  case choice([PatternPiece])
  case repeated(PatternPiece, least: Int, most: Int?)
  case start
  case end
  case wordBoundary(Bool)
}

/// What is wrong with a pattern.
struct PatternProblem: Error, Equatable, Sendable {
  /// In UTF-8 bytes from the start of the pattern.
  let offset: Int
  /// A clause for a headline: `group is never closed`.
  let message: String
  /// Good ECMAScript that this engine does not know.
  var isUnsupported = false
}
