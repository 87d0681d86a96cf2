import Diagnostics
import SourceText

package enum InvisibleCharacter {
  package static let rule = Rule(
    id: "invisible-character", severity: .error,
    title: "The text holds no control and no private-use characters",
    why: """
      Text copied from a PDF or a word processor can hold characters that no screen shows: control characters, or signs from the private area of \
      one typeface, which are boxes in any other. HTML forbids the first. They are left out of the page; delete them, or write what they stood for.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nTwo\u{0B}words.\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nTwo words.\n"))

  /// - Parameter count: how many there are in the text; the first is shown.
  static func report(at location: Location, in file: SourceFile, count: Int) -> Diagnostic {
    let start = location.span.start
    let lead = start < file.bytes.count ? file.bytes[start] : 0
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    let place = Location(path: file.path, span: Span(start, start + length).clamped(to: file.bytes.count))
    let code = file.text(place.span).unicodeScalars.first?.value ?? 0
    let digits = String(code, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      rule, at: place, "Character \(name) cannot be shown", label: count > 1 ? "the first of \(Wording.grouped(count))" : nil,
      fixes: [Fix("Put a space in its place", .needsReview, [TextEdit(place, " ")])])
  }
}
