/// A pattern as instructions for a machine that is in many places at once (Thompson).
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case set(Int)
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case wordBoundary(Bool)
    /// Goes on where the look-around with this number holds.
    case look(Int)
    case match
  }

  struct Look: Sendable {
    /// Of a look-ahead: for reading backwards.
    let instructions: [Instruction]
    let isBehind: Bool
    let isNegated: Bool
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  /// Those within others come before them.
  private(set) var looks: [Look] = []
  /// Whether sequences are written out from their end.
  private var isBackward = false
  /// How many instructions the look-arounds have.
  private var countOfLooks = 0

  /// What a pattern may grow to when its counted repetitions are written out.
  static let limit = 5000

  init(_ pattern: ParsedPattern) throws(PatternProblem) {
    for look in pattern.looks {
      isBackward = !look.isBehind
      try emit(look.piece)
      instructions.append(.match)
      looks.append(Look(instructions: instructions, isBehind: look.isBehind, isNegated: look.isNegated))
      countOfLooks += instructions.count
      instructions = []
    }
    isBackward = false
    try emit(pattern.piece)
    instructions.append(.match)
  }

  private mutating func append(_ instruction: Instruction) throws(PatternProblem) {
    if instructions.count + countOfLooks >= Self.limit {
      throw PatternProblem(offset: 0, message: "pattern is too large once its repetitions are written out", isUnsupported: true)
    }
    instructions.append(instruction)
  }

  private mutating func emit(_ piece: PatternPiece) throws(PatternProblem) {
    switch piece {
    case .empty: break
    case .set(let set):
      try append(.set(sets.count))
      sets.append(set)
    case .sequence(let pieces): for piece in isBackward ? pieces.reversed() : pieces { try emit(piece) }
    case .choice(let branches):
      var exits: [Int] = []
      for (i, branch) in branches.enumerated() {
        if i == branches.count - 1 {
          try emit(branch)
          break
        }
        let split = instructions.count
        try append(.split(split + 1, 0))
        try emit(branch)
        exits.append(instructions.count)
        try append(.jump(0))
        instructions[split] = .split(split + 1, instructions.count)
      }
      for exit in exits { instructions[exit] = .jump(instructions.count) }
    case .repeated(let piece, let least, let most):
      for _ in 0..<least { try emitOnce(piece) }
      if let most {
        var exits: [Int] = []
        for _ in least..<most {
          exits.append(instructions.count)
          try append(.split(instructions.count + 1, 0))
          try emitOnce(piece)
        }
        for exit in exits { instructions[exit] = .split(exit + 1, instructions.count) }
      } else {
        let split = instructions.count
        try append(.split(split + 1, 0))
        try emit(piece)
        try append(.jump(split))
        instructions[split] = .split(split + 1, instructions.count)
      }
    case .start: try append(.start)
    case .end: try append(.end)
    case .wordBoundary(let isBoundary): try append(.wordBoundary(isBoundary))
    case .look(let number): try append(.look(number))
    }
  }

  /// A piece without instructions counts too, else `(){1000}{1000}{1000}` would take for ever.
  private mutating func emitOnce(_ piece: PatternPiece) throws(PatternProblem) {
    let before = instructions.count
    try emit(piece)
    if instructions.count == before { try append(.jump(before + 1)) }
  }
}
