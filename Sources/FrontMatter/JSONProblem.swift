/// What can be wrong with the form of a JSON document.
enum JSONProblem: Equatable {
  case empty, behindTheEnd, valueMissing, trailingComma, commaMissing, colonMissing, singleQuotes, comment, textUnclosed
  case unclosed(isMapping: Bool)
  case wrongBracket(isMapping: Bool)
  case keyWithoutQuotes(String)
  case controlCharacter(UInt8)
  case unknownEscape(String)
  case halfCharacter(String)
  case number(String, hint: String)
  case word(String, meant: String?)

  /// What is wrong with a word that stands without quotes; nil for a number, `true`, `false` and `null`.
  static func inWord(_ word: UnsafeBufferPointer<UInt8>) -> JSONProblem? {
    if let first = word.first, (0x30...0x39).contains(first) || first == 0x2B || first == 0x2D || first == 0x2E {
      return inNumber(word)
    }
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "true", "false", "null": return nil
    case "True", "TRUE", "yes", "on": return .word(text, meant: "true")
    case "False", "FALSE", "no", "off": return .word(text, meant: "false")
    case "None", "Null", "NULL", "nil", "undefined", "NaN", "Infinity": return .word(text, meant: "null")
    default: return .word(text, meant: nil)
    }
  }

  private static func inNumber(_ word: UnsafeBufferPointer<UInt8>) -> JSONProblem? {
    var i = 0
    func problem(_ hint: String) -> JSONProblem { .number(String(decoding: word, as: UTF8.self), hint: hint) }
    func digits() -> Int {
      let from = i
      while i < word.count, (0x30...0x39).contains(word[i]) { i += 1 }
      return i - from
    }
    if word[0] == 0x2B { return problem("write it without the plus") }
    if word[0] == 0x2D { i = 1 }
    let first = i
    let whole = digits()
    if whole == 0 {
      return problem(
        i < word.count && word[i] == 0x2E ? "a digit stands before the point" : "a digit is missing behind the minus")
    }
    if whole > 1, word[first] == 0x30 { return problem("write it without the zero in front, or in quotes if it is a code") }
    if i < word.count, word[i] == 0x2E {
      i += 1
      if digits() == 0 { return problem("a digit stands behind the point") }
    }
    if i < word.count, word[i] | 0x20 == 0x65 {
      i += 1
      if i < word.count, word[i] == 0x2B || word[i] == 0x2D { i += 1 }
      if digits() == 0 { return problem("a digit stands behind the 'e'") }
    }
    return i == word.count ? nil : problem("a text stands in double quotes")
  }
}
