import Diagnostics
import SourceText

package enum MergeKey {
  package static let rule = Rule(
    id: "yaml-merge-key", severity: .error,
    title: "Keys are written out, not merged with `<<`",
    why: """
      `<<: *other` asks the reader to copy the keys of another mapping into this one. It belongs to an older YAML, programs disagree about it, and a \
      reviewer who looks at the sheet does not see what it says. Write the keys out.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-a: &a {b: 1}\nx-c:\n  <<: *a\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-a: {b: 1}\nx-c: {b: 1}\n---\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(rule, at: location, "Merge key '<<' is not followed", label: "write the keys out")
  }
}
