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
  /// A look-ahead or look-behind, by its number in `ParsedPattern.looks`.
  case look(Int)
}

/// What a look-ahead or look-behind asks for at a place between two characters.
struct LookAround: Sendable {
  let piece: PatternPiece
  let isBehind: Bool
  let isNegated: Bool
}

/// A regular expression that has been read.
struct ParsedPattern: Sendable {
  let piece: PatternPiece
  /// Those within others come before them.
  let looks: [LookAround]
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
