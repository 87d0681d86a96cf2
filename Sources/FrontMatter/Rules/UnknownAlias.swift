import Diagnostics
import SourceText

package enum UnknownAlias {
  package static let rule = Rule(
    id: "yaml-unknown-alias", severity: .error,
    title: "An alias names an anchor that stands before it",
    why:
      "`*name` repeats the value that was marked `&name` further up. A text that simply begins with an asterisk stands in quotes.",
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-note: *important\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nx-note: \"*important\"\n---\n"))

  /// - Parameter text: the whole value that begins with the asterisk; nil where its end is not certain.
  static func report(_ name: String, at location: Location, known: [String], text: (place: Location, written: String)?)
    -> Diagnostic
  {
    Diagnostic(
      rule, at: location, "Alias \(Wording.quoted("*" + name)) has no anchor before it",
      label: Wording.didYouMean(NearestWords.of(name, among: known).map { "*" + $0 }),
      explanation: "If the text begins with an asterisk, put it in quotes.",
      fixes: known.isEmpty
        ? text.map { [Fix("Put the text in quotes", .safe, [TextEdit($0.place, QuotedText.double($0.written))])] } ?? [] : [])
  }
}
