/// Runs a pattern over a text, in all its places at once: the time grows with the length of the text, never faster.
struct PatternMachine {
  private let program: PatternProgram
  private var current: [Int] = []
  private var following: [Int] = []
  private var marks: [Int]
  private var generation = 0
  private var stack: [Int] = []

  init(_ program: PatternProgram) {
    self.program = program
    marks = [Int](repeating: 0, count: program.instructions.count)
  }

  /// Whether the pattern is found anywhere in the text. Bytes that are not UTF-8 are read as U+FFFD.
  mutating func finds(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var decoder = UTF8()
    var iterator = text.makeIterator()
    func read() -> Unicode.Scalar? {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): scalar
      case .error: "\u{FFFD}"
      case .emptyInput: nil
      }
    }
    var previous: Unicode.Scalar?
    var next = read()
    generation += 1
    while true {
      if enter(0, before: previous, after: next) { return true }
      guard let scalar = next else { return false }
      swap(&current, &following)
      next = read()
      previous = scalar
      generation += 1
      following.removeAll(keepingCapacity: true)
      for place in current {
        if case .set(let set) = program.instructions[place], program.sets[set].contains(scalar) {
          if enter(place + 1, before: scalar, after: next) { return true }
        }
      }
    }
  }

  /// Adds to `following` a place and all that can be reached from it without reading; true where that is a match.
  private mutating func enter(_ place: Int, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
    stack.append(place)
    while let place = stack.popLast() {
      if marks[place] == generation { continue }
      marks[place] = generation
      switch program.instructions[place] {
      case .set: following.append(place)
      case .jump(let target): stack.append(target)
      case .split(let first, let second):
        stack.append(second)
        stack.append(first)
      case .start: if before == nil { stack.append(place + 1) }
      case .end: if after == nil { stack.append(place + 1) }
      case .wordBoundary(let wanted):
        let isBoundary = (before.map(ScalarSet.word.contains) ?? false) != (after.map(ScalarSet.word.contains) ?? false)
        if isBoundary == wanted { stack.append(place + 1) }
      case .match:
        stack.removeAll(keepingCapacity: true)
        return true
      }
    }
    return false
  }
}
