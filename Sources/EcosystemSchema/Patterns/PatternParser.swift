/// Reads a regular expression as ECMA-262 writes it with the `u` flag; a needless backslash before punctuation is let pass.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var looks: [LookAround] = []

  /// Each look-around is one more pass over the text, and remembers a bit for every place in it.
  private static let mostLooks = 50

  static func parse(_ pattern: String) throws(PatternProblem) -> ParsedPattern {
    var parser = PatternParser(scalars: Array(pattern.unicodeScalars))
    let piece = try parser.choice()
    if parser.position < parser.scalars.count { throw parser.problem("closing parenthesis has no opening one") }
    return ParsedPattern(piece: piece, looks: parser.looks)
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private func problem(_ message: String, at place: Int? = nil, isUnsupported: Bool = false) -> PatternProblem {
    let end = min(place ?? position, scalars.count)
    let offset = scalars[..<end].reduce(0) { $0 + UTF8.width($1) }
    return PatternProblem(offset: offset, message: message, isUnsupported: isUnsupported)
  }

  private mutating func choice() throws(PatternProblem) -> PatternPiece {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { throw problem("groups are nested more than 100 deep") }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternPiece {
    var pieces: [PatternPiece] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let start = position
      let piece = try term()
      pieces.append(try quantified(piece, from: start))
    }
    return pieces.count == 1 ? pieces[0] : pieces.isEmpty ? .empty : .sequence(pieces)
  }

  private mutating func term() throws(PatternProblem) -> PatternPiece {
    guard let scalar = next else { return .empty }
    let start = position
    position += 1
    switch scalar {
    case "^": return .start
    case "$": return .end
    case ".": return .set(.anyButLineEnd)
    case "(": return try group(from: start)
    case "[": return .set(try set(from: start))
    case "\\": return try escape(from: start)
    case "*", "+", "?": throw problem("'\(scalar)' has nothing before it to repeat", at: start)
    case "{", "}", "]": throw problem("'\(scalar)' stands alone; write '\\\(scalar)' for the character itself", at: start)
    default: return .set(ScalarSet([scalar.value...scalar.value]))
    }
  }

  private mutating func group(from start: Int) throws(PatternProblem) -> PatternPiece {
    if take("?") {
      for (mark, isBehind, isNegated) in [("=", false, false), ("!", false, true), ("<=", true, false), ("<!", true, true)]
      where take(mark) {
        return try look(isBehind: isBehind, isNegated: isNegated, from: start)
      }
      if take("<") {
        let from = position
        while let scalar = next, scalar != ">" {
          guard scalar == "_" || scalar == "$" || scalar.properties.isIDContinue else {
            throw problem("group has a bad name", at: from)
          }
          position += 1
        }
        if position == from || !take(">") { throw problem("group has a bad name", at: from) }
      } else if !take(":") {
        throw problem("'(?' is not followed by ':'", at: start)
      }
    }
    let piece = try choice()
    if !take(")") { throw problem("group is never closed", at: start) }
    // A group may be repeated, whatever is in it.
    return .sequence([piece])
  }

  private mutating func look(isBehind: Bool, isNegated: Bool, from start: Int) throws(PatternProblem) -> PatternPiece {
    let piece = try choice()
    if !take(")") { throw problem("group is never closed", at: start) }
    if looks.count >= Self.mostLooks {
      throw problem("more than \(Self.mostLooks) look-aheads and look-behinds are not supported", at: start, isUnsupported: true)
    }
    looks.append(LookAround(piece: piece, isBehind: isBehind, isNegated: isNegated))
    return .look(looks.count - 1)
  }

  private mutating func quantified(_ piece: PatternPiece, from start: Int) throws(PatternProblem) -> PatternPiece {
    let mark = position
    let least: Int
    let most: Int?
    if take("*") {
      (least, most) = (0, nil)
    } else if take("+") {
      (least, most) = (1, nil)
    } else if take("?") {
      (least, most) = (0, 1)
    } else if take("{") {
      guard let from = number() else { throw problem("'{' stands alone; write '\\{' for the character itself", at: mark) }
      least = from
      if take(",") { most = number() } else { most = from }
      if !take("}") { throw problem("repetition is never closed", at: mark) }
      if let most, most < least { throw problem("repetition ends before it begins", at: mark) }
      if max(least, most ?? 0) > 1000 {
        throw problem("repetition counts above 1000 are not supported", at: mark, isUnsupported: true)
      }
    } else {
      return piece
    }
    _ = take("?")
    switch piece {
    case .start, .end, .wordBoundary, .look: throw problem("a place between characters cannot be repeated", at: start)
    default: break
    }
    if let next, ["*", "+", "?"].contains(next) { throw problem("'\(next)' has nothing before it to repeat") }
    return .repeated(piece, least: least, most: most)
  }

  private mutating func number() -> Int? {
    let from = position
    var value = 0
    while let scalar = next, ("0"..."9").contains(scalar) {
      value = min(value * 10 + Int(scalar.value - 0x30), 1_000_000)
      position += 1
    }
    return position > from ? value : nil
  }

  // MARK: Sets

  private mutating func set(from start: Int) throws(PatternProblem) -> ScalarSet {
    var set = ScalarSet()
    let isNegated = take("^")
    while true {
      guard let scalar = next else { throw problem("bracket is never closed", at: start) }
      let from = position
      position += 1
      if scalar == "]" { return isNegated ? set.inverted : set }
      let first = scalar == "\\" ? try setEscape(from: from) : ScalarSet([scalar.value...scalar.value])
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        set.formUnion(first)
        continue
      }
      position += 1
      let from2 = position
      let second = scalars[position]
      position += 1
      let last = second == "\\" ? try setEscape(from: from2) : ScalarSet([second.value...second.value])
      guard let low = first.single, let high = last.single else { throw problem("range begins or ends with a class", at: from) }
      if low > high { throw problem("range ends before it begins", at: from) }
      set.insert(low...high)
    }
  }

  private mutating func setEscape(from start: Int) throws(PatternProblem) -> ScalarSet {
    if take("b") { return ScalarSet([8...8]) }
    if take("B") { throw problem("'\\B' has no meaning in brackets", at: start) }
    guard case .set(let set) = try escape(from: start) else { return ScalarSet() }
    return set
  }

  // MARK: Escapes

  private mutating func escape(from start: Int) throws(PatternProblem) -> PatternPiece {
    guard let scalar = next else { throw problem("backslash is the last character", at: start) }
    position += 1
    func one(_ value: UInt32) -> PatternPiece { .set(ScalarSet([value...value])) }
    switch scalar {
    case "d": return .set(.digit)
    case "D": return .set(ScalarSet.digit.inverted)
    case "w": return .set(.word)
    case "W": return .set(ScalarSet.word.inverted)
    case "s": return .set(.space)
    case "S": return .set(ScalarSet.space.inverted)
    case "b": return .wordBoundary(true)
    case "B": return .wordBoundary(false)
    case "t": return one(0x09)
    case "n": return one(0x0A)
    case "v": return one(0x0B)
    case "f": return one(0x0C)
    case "r": return one(0x0D)
    case "p", "P": return .set(try property(isNegated: scalar == "P", from: start))
    case "x": return one(try hex(digits: 2, from: start))
    case "u": return one(try unicode(from: start))
    case "c":
      guard let letter = next, letter.isASCII, letter.properties.isAlphabetic else {
        throw problem("'\\c' needs a letter", at: start)
      }
      position += 1
      return one(letter.value % 32)
    case "0":
      if let digit = next, ("0"..."9").contains(digit) { throw problem("octal escapes are not supported", at: start) }
      return one(0)
    case "1"..."9", "k":
      throw problem(
        "references to groups are not supported, because matching them can take for ever", at: start, isUnsupported: true)
    case "a"..."z", "A"..."Z": throw problem("'\\\(scalar)' is not a known escape", at: start)
    default: return one(scalar.value)
    }
  }

  private mutating func property(isNegated: Bool, from start: Int) throws(PatternProblem) -> ScalarSet {
    guard take("{") else { throw problem("'\\p' needs a name in braces, such as \\p{L}", at: start) }
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard take("}") else { throw problem("'\\p{' is never closed", at: start) }
    if let known = UnicodeClass(named: name) { return ScalarSet(known, isNegated: isNegated) }
    if name.hasPrefix("Script") || name.hasPrefix("sc") {
      throw problem("scripts are not supported, only general categories such as \\p{L}", at: start, isUnsupported: true)
    }
    throw problem("'\(name)' is not a known class of characters", at: start)
  }

  private mutating func hex(digits: Int, from start: Int) throws(PatternProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let scalar = next, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
        throw problem("escape needs \(digits) hexadecimal digits", at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private mutating func unicode(from start: Int) throws(PatternProblem) -> UInt32 {
    if take("{") {
      var value: UInt32 = 0
      let from = position
      while let scalar = next, scalar.isASCII, let digit = Character(scalar).hexDigitValue, value <= 0x10FFFF {
        value = value << 4 | UInt32(digit)
        position += 1
      }
      if position == from || !take("}") || value > 0x10FFFF {
        throw problem("'\\u{' needs a number up to 10FFFF and a brace", at: start)
      }
      return value
    }
    let value = try hex(digits: 4, from: start)
    if (0xD800...0xDBFF).contains(value), take("\\u") {
      let low = try hex(digits: 4, from: start)
      if (0xDC00...0xDFFF).contains(low) { return 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) }
      throw problem("half of a pair of surrogates stands alone", at: start)
    }
    return value
  }
}

extension ScalarSet {
  /// The one scalar that it holds.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, let range = ranges.first, range.lowerBound == range.upperBound, contains(range.lowerBound) else {
      return nil
    }
    return range.lowerBound
  }

  private func contains(_ value: UInt32) -> Bool { Unicode.Scalar(value).map(contains) ?? true }
}
