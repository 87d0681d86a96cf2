import Diagnostics
import SourceText

package enum JSONDuplicateKey {
  package static let rule = Rule(
    id: "json-duplicate-key", severity: .error,
    title: "A key stands once in its JSON object",
    why: """
      Of two equal keys, as in `{"name": "One", "name": "Two"}`, most programs keep the last one, some the first, and some stop. So what the \
      file says depends on who reads it. Merge the two, or take one away.
      """,
    bad: Example(files: []), good: Example(files: []))

  static func report(_ key: String, at location: Location, first: Location) -> Diagnostic {
    Diagnostic(rule, at: location, "Key \(Wording.quoted(key)) is used twice", notes: [Note(at: first, "first used here")])
  }
}
