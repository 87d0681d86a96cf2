import FrontMatter

/// Writes a text as a YAML scalar, in quotes only where it needs them.
enum YAMLText {
  static func scalar(_ text: String, inFlow: Bool = true) -> String {
    needsQuotes(text, inFlow: inFlow) ? quoted(text) : text
  }

  /// In double quotes, as YAML and JSON have them.
  static func quoted(_ text: String) -> String { "\"" + text.reduce(into: "") { $0 += escaped($1) } + "\"" }

  private static func needsQuotes(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, text.unicodeScalars.last != " ", text.unicodeScalars.last != ":" else {
      return true
    }
    if "-?:,[]{}#&*!|>'\"%@` ".unicodeScalars.contains(first) { return true }
    if text.contains(": ") || text.contains(" #") { return true }
    return text.unicodeScalars.contains { $0.value < 0x20 || (inFlow && ",[]{}".unicodeScalars.contains($0)) }
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    default: String(character)
    }
  }
}
