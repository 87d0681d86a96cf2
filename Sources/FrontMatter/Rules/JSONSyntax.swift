import Diagnostics
import SourceText

package enum JSONSyntax {
  package static let rule = Rule(
    id: "json-syntax", severity: .error,
    title: "A JSON file has the form of JSON",
    why: """
      Keys and texts stand in double quotes, a colon behind each key, a comma between two items and none behind the last, no comments: \
      `{"name": "Example", "years": [1990, 2000]}`. Programs that read JSON agree on nothing less.
      """,
    bad: Example(files: []), good: Example(files: []))

  /// - Parameter beginning: the bracket that is open.
  static func report(_ problem: JSONProblem, at location: Location, beginning: Location?) -> Diagnostic {
    let (message, label) = sentence(for: problem)
    var fixes: [Fix] = []
    switch problem {
    case .trailingComma: fixes = [Fix("Take the comma away", .safe, [TextEdit(location, "")])]
    case .keyWithoutQuotes(let key) where key.utf8.allSatisfy(isPlain):
      fixes = [Fix("Put it in quotes", .safe, [TextEdit(location, "\"\(key)\"")])]
    case .word(_, let meant?): fixes = [.replace(location, with: meant, .needsReview)]
    case .word(let word, nil) where word.utf8.allSatisfy(isPlain):
      fixes = [Fix("Put it in quotes", .needsReview, [TextEdit(location, "\"\(word)\"")])]
    default: break
    }
    return Diagnostic(
      rule, at: location, message, label: label, notes: beginning.map { [Note(at: $0, "this bracket is open")] } ?? [],
      fixes: fixes)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D
  }

  private static func sentence(for problem: JSONProblem) -> (String, String?) {
    switch problem {
    case .empty: ("File is empty", nil)
    case .behindTheEnd: ("Document goes on behind its end", "one value is all that a JSON file holds")
    case .valueMissing: ("Value is missing", "a value was expected here")
    case .trailingComma: ("Comma stands behind the last item", "take it away")
    case .commaMissing: ("Comma is missing before this", nil)
    case .colonMissing: ("Colon is missing behind this key", "write \"key\": value")
    case .singleQuotes: ("Single quotes are not JSON", "write double quotes")
    case .comment: ("Comments are not JSON", "take it away")
    case .textUnclosed: ("Text is never closed", "a double quote is missing at its end; a line break is written \\n")
    case .unclosed(let isMapping): ("Bracket is never closed", isMapping ? "a '}' is missing" : "a ']' is missing")
    case .wrongBracket(let isMapping):
      ("Bracket is not the one that is open", isMapping ? "'}' was expected" : "']' was expected")
    case .keyWithoutQuotes(let key): ("Key \(Wording.quoted(key)) must stand in double quotes", nil)
    case .controlCharacter(let byte):
      (
        "Control character stands in a text",
        byte == 9 ? "write \\t" : "write \\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      )
    case .unknownEscape(let escape):
      ("Escape \(Wording.quoted(escape)) is unknown", "a backslash is written \\\\")
    case .halfCharacter(let escape):
      ("Escape \(Wording.quoted(escape)) is half of a character", "the other half must stand beside it")
    case .number(let number, let hint): ("Number \(Wording.quoted(number)) is not written as in JSON", hint)
    case .word(let word, let meant):
      ("Word \(Wording.quoted(word)) is not JSON", meant.map { "did you mean \($0)?" } ?? "a text stands in double quotes")
    }
  }
}
