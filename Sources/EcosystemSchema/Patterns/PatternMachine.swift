/// Runs a pattern over a text, in all its places at once: the time grows with the length of the text times the size of the pattern, never faster.
///
/// Whether a look-ahead or look-behind holds depends on the place in the text alone. So each is worked out for all places in one pass before it is
/// asked for, inner ones first: a look-behind by running forward, a look-ahead by running its reverse from the end of the text.
struct PatternMachine {
  private let program: PatternProgram
  private var scalars: [Unicode.Scalar] = []
  /// By look-around and place between two characters: whether it holds.
  private var looks: [[Bool]] = []
  private var current: [Int] = []
  private var following: [Int] = []
  private var marks: [Int] = []
  private var generation = 0
  private var stack: [Int] = []

  init(_ program: PatternProgram) { self.program = program }

  /// Whether the pattern is found anywhere in the text. Bytes that are not UTF-8 are read as U+FFFD.
  mutating func finds(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    scalars = Self.scalars(of: text)
    looks.removeAll(keepingCapacity: true)
    for look in program.looks {
      var holds = [Bool](repeating: look.isNegated, count: scalars.count + 1)
      run(look.instructions, backward: !look.isBehind) { place in
        holds[place] = !look.isNegated
        return true
      }
      looks.append(holds)
    }
    var isFound = false
    run(program.instructions, backward: false) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  private static func scalars(of text: UnsafeBufferPointer<UInt8>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.count)
    var decoder = UTF8()
    var iterator = text.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): scalars.append(scalar)
      case .error: scalars.append("\u{FFFD}")
      case .emptyInput: return scalars
      }
    }
  }

  /// Reads the text once, in either direction, and begins anew at every place. `found` gets each place up to which the instructions match, and
  /// says whether to go on.
  private mutating func run(
    _ instructions: [PatternProgram.Instruction], backward: Bool, found: (_ place: Int) -> Bool
  ) {
    marks = [Int](repeating: 0, count: instructions.count)
    generation = 1
    following.removeAll(keepingCapacity: true)
    var place = backward ? scalars.count : 0
    let last = backward ? 0 : scalars.count
    var isMatch = enter(0, of: instructions, at: place)
    while true {
      if isMatch, !found(place) { return }
      if place == last { return }
      let scalar = scalars[backward ? place - 1 : place]
      place += backward ? -1 : 1
      swap(&current, &following)
      following.removeAll(keepingCapacity: true)
      generation += 1
      isMatch = enter(0, of: instructions, at: place)
      for index in current {
        if case .set(let set) = instructions[index], program.sets[set].contains(scalar) {
          if enter(index + 1, of: instructions, at: place) { isMatch = true }
        }
      }
    }
  }

  /// Adds to `following` an instruction and all that can be reached from it without reading; true where a match is among them.
  private mutating func enter(_ index: Int, of instructions: [PatternProgram.Instruction], at place: Int) -> Bool {
    var isMatch = false
    stack.append(index)
    while let index = stack.popLast() {
      if marks[index] == generation { continue }
      marks[index] = generation
      switch instructions[index] {
      case .set: following.append(index)
      case .jump(let target): stack.append(target)
      case .split(let first, let second):
        stack.append(second)
        stack.append(first)
      case .start: if place == 0 { stack.append(index + 1) }
      case .end: if place == scalars.count { stack.append(index + 1) }
      case .wordBoundary(let wanted):
        let before = place > 0 && ScalarSet.word.contains(scalars[place - 1])
        let after = place < scalars.count && ScalarSet.word.contains(scalars[place])
        if (before != after) == wanted { stack.append(index + 1) }
      case .look(let look): if looks[look][place] { stack.append(index + 1) }
      case .match: isMatch = true
      }
    }
    return isMatch
  }
}
