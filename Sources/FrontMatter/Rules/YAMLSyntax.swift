import Diagnostics
import SourceText

package enum YAMLSyntax {
  package static let rule = Rule(
    id: "yaml-syntax", severity: .error,
    title: "The front matter is YAML that can be read",
    why: """
      The lines between the two fences are YAML: `key: value`, lists with `- `, and two spaces more for what belongs to the key above. \
      A value that contains `: ` or ` #`, or begins with one of `[ ] { } @ * & ! | > % '` stands in quotes.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example: a concept\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: \"Example: a concept\"\n---\n"))

  /// What kind of slip it seems to be.
  enum Kind {
    case secondColon, commentInBrackets, indentation, listOnKeyLine, afterBlockSign, afterQuote, afterValue, emptyItem, escape
    case cannotBegin(String)
    case bracketOpensNowhere(String)
    /// libyaml's own words, where there are none better.
    case other(String)
  }

  static func report(_ kind: Kind, at location: Location, fix: Fix? = nil) -> Diagnostic {
    let (message, label, explanation) = words(for: kind)
    return Diagnostic(rule, at: location, message, label: label, explanation: explanation, fixes: fix.map { [$0] } ?? [])
  }

  static func report(notAMapping location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Keys and values are missing",
      explanation: "What stands here is one text or one list. Write lines of `key: value`, beginning with `aim:` and `name:`.")
  }

  static func report(keyWithoutColon location: Location, colon: Location?) -> Diagnostic {
    if let colon {
      return Diagnostic(
        rule, at: colon, "Space is missing after a colon", label: "write `key: value`",
        fixes: [Fix("Put a space after the colon", .needsReview, [TextEdit(colon, " ")])])
    }
    return Diagnostic(
      rule, at: location, "Colon is missing after a key",
      explanation:
        "Every key is written `key: value`. If this line belongs to the text above it, it must stand further in than its key.")
  }

  private static func words(for kind: Kind) -> (message: String, label: String?, explanation: String?) {
    switch kind {
    case .secondColon:
      (
        "Colon begins a second value on one line", "put the text in quotes",
        "A text with a colon and a space in it stands in quotes: `name: \"Example: a concept\"`. A new key begins on a line of its own."
      )
    case .commentInBrackets:
      (
        "Text is cut at '#' before its bracket closes", "put the whole text in quotes",
        "A `#` after a space begins a comment: nothing behind it is read, the closing bracket neither."
      )
    case .indentation:
      (
        "Indentation does not fit the lines above", nil,
        "Keys that belong together begin in the same column; what belongs to a key stands two spaces further in."
      )
    case .listOnKeyLine:
      (
        "List begins on the line of its key", "begin a new line here",
        "A list begins on the line below its key, each item with `- `. A text that begins with a hyphen and a space stands in quotes."
      )
    case .afterBlockSign:
      (
        "Text follows '|' or '>' on the same line", nil,
        "The text begins on the next line, two spaces further in than its key. A text that itself begins with one of the two stands in quotes."
      )
    case .afterQuote:
      (
        "Text follows a closing quote", "the quotes before this end the value",
        "Put the whole value between quotes, and write a quote inside it twice ('') between single quotes, as \\\" between double ones. If "
          + "the quotes look right, one further up is not closed."
      )
    case .afterValue:
      (
        "Text follows the end of a value", nil,
        "A list in brackets ends with its bracket. If the text belongs to the value, put the whole value in quotes."
      )
    case .emptyItem:
      ("Comma stands where a value was expected", nil, "Two commas follow each other, or the bracket begins with one.")
    case .escape:
      (
        "Backslash is followed by something that YAML does not know", nil,
        "Between double quotes a backslash is written twice. Between single quotes it stands for itself."
      )
    case .cannotBegin(let character):
      ("Character \(Wording.quoted(character)) cannot begin a value", "put the value in quotes", nil)
    case .bracketOpensNowhere(let bracket):
      (
        "Bracket '\(bracket)' closes nothing", nil,
        "Take it away, or put the whole value in quotes if the bracket belongs to the text."
      )
    case .other(let problem):
      ("YAML cannot be read from here on", nil, "The reader says: \(problem).")
    }
  }
}
