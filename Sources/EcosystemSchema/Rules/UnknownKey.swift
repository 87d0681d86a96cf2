import Diagnostics
import FrontMatter
import SourceText

package enum UnknownKey {
  package static let rule = Rule(
    id: "unknown-key", severity: .error,
    title: "Every key is one that the schema knows",
    why: """
      A key with a slip in it would be passed over, and what stands behind it would be missing on the page without a word. So a key that the \
      schema does not know is an error, with the nearest key that it does know. Keys that begin with `x-` are free: they are for your own notes.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nsumary: A concept.\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nsummary: A concept.\n---\n"))

  /// - Parameter allowed: the keys that may still be added.
  static func report(_ key: Node, _ subject: Subject, guess: KeyGuess, allowed: [String]) -> Diagnostic {
    let name = key.text
    var fixes: [Fix] = []
    if let first = guess.near.first {
      let isCertain = guess.isSynonym || Subject.isCertain(guess.near, for: name)
      fixes = [subject.replacing(key, with: first, isCertain ? .safe : .needsReview)]
    }
    let list = allowed.isEmpty || allowed.count > 12 || !guess.near.isEmpty
    return subject.reportAlways(
      rule, at: key, "Key \(Wording.quoted(name)) is unknown\(subject.inPlace)", label: label(guess),
      explanation: list ? nil : "Keys that may stand here: " + Wording.list(allowed) + ".", fixes: fixes)
  }

  private static func label(_ guess: KeyGuess) -> String? {
    if guess.isSynonym, let key = guess.near.first { return "write '\(key)'" }
    if let twin = guess.twin { return "'\(twin)' is here already" }
    if let home = guess.home {
      return home.isEmpty ? "it belongs to the top of the file, not indented" : "it belongs in '\(home)'"
    }
    return Wording.didYouMean(guess.near)
  }

  static func report(badName key: Node, _ subject: Subject) -> Diagnostic {
    subject.report(rule, at: key, "Key \(Wording.quoted(key.text)) does not have the form that keys have here")
  }
}
