import Diagnostics
import SourceText

package enum ByteOrderMark {
  package static let rule = Rule(
    id: "byte-order-mark", severity: .warning,
    title: "A file does not begin with a byte order mark",
    why:
      "Some editors put three invisible bytes before the text. They are read over here, but other tools then miss the front matter.",
    bad: Example("Sheets/concepts/example.md", "\u{FEFF}---\naim: draft\nname: Example\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "File begins with a byte order mark", label: "three invisible bytes",
      fixes: [Fix("Delete the byte order mark", .safe, [TextEdit(location, "")])])
  }
}
