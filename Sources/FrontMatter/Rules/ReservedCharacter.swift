import Diagnostics
import SourceText

package enum ReservedCharacter {
  package static let rule = Rule(
    id: "yaml-reserved-character", severity: .error,
    title: "A text that begins with a character that YAML keeps for itself stands in quotes",
    why: """
      YAML keeps `@`, the back-tick and `%` for itself, so that no value may begin with them, and a text that begins with `*`, `&` or `!` is read as \
      something else. `clusterbook fix` puts the quotes.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: @Example\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: \"@Example\"\n---\n"))

  static func report(_ character: String, at location: Location, value: PlainValue?) -> Diagnostic {
    Diagnostic(
      rule, at: value?.location ?? location, "Value begins with \(Wording.quoted(character)), which YAML keeps for itself",
      label: "put it in quotes", fixes: value.map { [$0.quoting] } ?? [])
  }
}
