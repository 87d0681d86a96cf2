/// A pattern worked out for ASCII texts: one look into a table per byte. Nothing where the pattern would need too large a table or asks for
/// word boundaries or looks around.
struct PatternTable: Sendable {
  /// By byte: characters that no set of the pattern tells apart share a class.
  private var classes: [UInt8]
  private var classCount: Int
  /// By state and class: the state that follows.
  private var steps: [UInt16] = []
  /// By state: whether the text may end here.
  private var accepting: [Bool] = []

  /// A match is certain, whatever follows.
  private static let found: UInt16 = 0
  /// No match can follow.
  private static let lost: UInt16 = 1
  private static let first: UInt16 = 2
  private static let limit = 200

  init?(_ program: PatternProgram) {
    if program.instructions.count > 300 { return nil }
    for case .wordBoundary in program.instructions { return nil }
    if !program.looks.isEmpty { return nil }
    let (classes, samples) = Self.classes(of: program)
    self.classes = classes
    classCount = samples.count
    steps = [UInt16](repeating: Self.found, count: classCount) + [UInt16](repeating: Self.lost, count: classCount)
    accepting = [true, false]

    let restart = Self.closure(of: [0], in: program, atStart: false, atEnd: false)
    var numbers: [[Int]: UInt16] = [:]
    var waiting: [[Int]] = []
    func number(_ places: [Int], _ accepting: inout [Bool], _ steps: inout [UInt16], _ count: Int) -> UInt16? {
      if places.contains(where: { if case .match = program.instructions[$0] { true } else { false } }) { return Self.found }
      if places.isEmpty { return Self.lost }
      if let known = numbers[places] { return known }
      guard accepting.count < Self.limit else { return nil }
      let new = UInt16(accepting.count)
      numbers[places] = new
      accepting.append(Self.endsInMatch(places, in: program, atStart: false))
      steps += [UInt16](repeating: Self.lost, count: count)
      waiting.append(places)
      return new
    }
    let start = Self.closure(of: [0], in: program, atStart: true, atEnd: false)
    // The first state has a number of its own, because `^` holds there and nowhere else.
    accepting.append(Self.endsInMatch(start, in: program, atStart: true))
    steps += [UInt16](repeating: Self.lost, count: classCount)
    isFoundAtOnce = start.contains { if case .match = program.instructions[$0] { true } else { false } }
    waiting.append(start)
    var state = Int(Self.first)
    var done = 0
    while done < waiting.count {
      let places = waiting[done]
      done += 1
      for (index, sample) in samples.enumerated() {
        var reached: [Int] = []
        for place in places {
          if case .set(let set) = program.instructions[place], program.sets[set].contains(sample) { reached.append(place + 1) }
        }
        let next = Self.merged(Self.closure(of: reached, in: program, atStart: false, atEnd: false), restart)
        guard let target = number(next, &accepting, &steps, classCount) else { return nil }
        steps[state * classCount + index] = target
      }
      state += 1
    }
  }

  private var isFoundAtOnce = false

  /// Whether the pattern is found in the text, or nil where the text is not ASCII.
  func finds(in text: UnsafeBufferPointer<UInt8>) -> Bool? {
    if isFoundAtOnce { return true }
    var state = Self.first
    for byte in text {
      if byte >= 0x80 { return nil }
      state = steps[Int(state) * classCount + Int(classes[Int(byte)])]
      if state == Self.found { return true }
      if state == Self.lost { return false }
    }
    return accepting[Int(state)]
  }

  private static func classes(of program: PatternProgram) -> (classes: [UInt8], samples: [Unicode.Scalar]) {
    var known: [[Bool]: UInt8] = [:]
    var samples: [Unicode.Scalar] = []
    let classes = (0..<128).map { value -> UInt8 in
      let scalar = Unicode.Scalar(UInt8(value))
      let signature = program.sets.map { $0.contains(scalar) }
      if let number = known[signature] { return number }
      let number = UInt8(samples.count)
      known[signature] = number
      samples.append(scalar)
      return number
    }
    return (classes, samples)
  }

  private static func merged(_ a: [Int], _ b: [Int]) -> [Int] { a.isEmpty ? b : b.isEmpty ? a : Set(a).union(b).sorted() }

  private static func endsInMatch(_ places: [Int], in program: PatternProgram, atStart: Bool) -> Bool {
    closure(of: places, in: program, atStart: atStart, atEnd: true).contains {
      if case .match = program.instructions[$0] { true } else { false }
    }
  }

  /// The places that matter among those that can be reached without reading: sets, ends and matches, in order.
  private static func closure(of places: [Int], in program: PatternProgram, atStart: Bool, atEnd: Bool) -> [Int] {
    var seen = Set<Int>()
    var stack = places
    var kept: [Int] = []
    while let place = stack.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch program.instructions[place] {
      case .set, .match: kept.append(place)
      case .jump(let target): stack.append(target)
      case .split(let first, let second): stack += [first, second]
      case .start: if atStart { stack.append(place + 1) }
      case .end:
        kept.append(place)
        if atEnd { stack.append(place + 1) }
      case .wordBoundary, .look: break
      }
    }
    return kept.sorted()
  }
}
