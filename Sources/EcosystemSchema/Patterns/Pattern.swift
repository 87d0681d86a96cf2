/// A regular expression of `pattern` and `patternProperties`, compiled once: ECMA-262 with the `u` flag, without references to groups.
/// It is found anywhere in a text unless `^` and `$` say otherwise.
final class Pattern: Sendable {
  let source: String
  private let program: PatternProgram
  private let table: PatternTable?

  init(_ source: String) throws(PatternProblem) {
    self.source = source
    program = try PatternProgram(try PatternParser.parse(source))
    table = PatternTable(program)
  }

  /// Whether ASCII texts are looked up.
  var hasTable: Bool { table != nil }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if let known = table?.finds(in: text) { return known }
    var machine = PatternMachine(program)
    return machine.finds(in: text)
  }

  func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }
}
