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

  /// - Parameters:
  ///   - near: the keys that may have been meant, best first.
  ///   - isSynonym: the schema names the key as another word for the first of `near`.
  ///   - allowed: the keys that may still be added.
  ///   - home: the key of the mapping beside it in which the key would be known.
  static func report(_ key: Node, _ subject: Subject, near: [String], isSynonym: Bool, allowed: [String], home: String?)
    -> Diagnostic
  {
    let name = key.text
    let list = allowed.isEmpty || allowed.count > 12 ? nil : "Keys that may stand here: " + Wording.list(allowed) + "."
    var fixes: [Fix] = []
    if let first = near.first {
      fixes = [subject.replacing(key, with: first, isSynonym || Subject.isCertain(near, for: name) ? .safe : .needsReview)]
    }
    return subject.reportAlways(
      rule, at: key, "Key \(Wording.quoted(name)) is unknown\(subject.inPlace)",
      label: isSynonym ? "write '\(near[0])'" : Wording.didYouMean(near) ?? home.map { "it belongs in '\($0)'" },
      explanation: near.isEmpty ? list : nil, fixes: fixes)
  }

  static func report(badName key: Node, _ subject: Subject) -> Diagnostic {
    subject.report(rule, at: key, "Key \(Wording.quoted(key.text)) does not have the form that keys have here")
  }
}
