import Diagnostics
import SourceText

package enum EmptyLink {
  package static let rule = Rule(
    id: "empty-link", severity: .warning,
    title: "Links have a text and lead somewhere",
    why: """
      A link without text cannot be seen, nor read aloud; a link without an address leads back to its own page. Write both: `[text](address)`. \
      For a link whose text is its address, the address alone will do: `https://example.org`.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee the [register]().\n"),
    good: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee the [register](https://example.org/register).\n"))

  static func report(withoutText location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Link has no text", label: "expected '[text](address)'",
      explanation: "The page shows the address in its place.")
  }

  static func report(withoutTarget location: Location, isImage: Bool) -> Diagnostic {
    isImage
      ? Diagnostic(rule, at: location, "Picture has no file", label: "expected '![what it shows](file)'")
      : Diagnostic(rule, at: location, "Link has no address", label: "expected '[text](address)'")
  }
}
