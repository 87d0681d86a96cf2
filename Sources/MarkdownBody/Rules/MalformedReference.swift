import Diagnostics
import SourceText

package enum MalformedReference {
  package static let rule = Rule(
    id: "malformed-reference", severity: .error,
    title: "References to sheets and sources can be read",
    why: """
      `[[medicon-valley]]` is a link to a sheet, `[[medicon-valley|the Øresund cluster]]` one with its own words, and `[[policy:bioregio]]` says of \
      what kind the sheet is where two have the same id. `[@s4]` cites a source of the sheet, `[@s4, p. 34]` a place in it, `[@s4; @s7]` two. \
      Ids hold small letters, digits and hyphens. Brackets that are meant as themselves stand in back-ticks or behind a backslash: `\\[[`.
      """,
    bad: Example(files: [
      ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee [[Other Concept]].\n"),
      ("Sheets/concepts/other-concept.md", "---\naim: draft\nname: Other concept\n---\n"),
    ]),
    good: Example(files: [
      ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee [[other-concept]].\n"),
      ("Sheets/concepts/other-concept.md", "---\naim: draft\nname: Other concept\n---\n"),
    ]))

  enum Problem {
    /// What opens and what should close.
    case unclosed(String, String)
    case empty
    case emptyText
    case brokenLine(String, Span)
    /// The word before the colon, and where it stands.
    case unknownKind(String, Span)
    /// What should be an id, and where it stands.
    case badID(String, Span)
    case noSource
    case badSource(String)
    case emptyPlace
    case insideLink
  }

  static func report(_ problem: Problem, at location: Location, in file: SourceFile) -> Diagnostic {
    func at(_ span: Span) -> Location { Location(path: file.path, span: span) }
    switch problem {
    case .unclosed(let opening, let closing):
      return Diagnostic(
        rule, at: at(Span(location.span.start, location.span.start + 2)), "Reference '\(opening)' is not closed",
        label: "expected '\(closing)' in this paragraph",
        explanation: """
          Between the brackets stand no other brackets and no back-ticks. Brackets that are meant as themselves are written '\\\(opening)'.
          """)
    case .empty:
      return Diagnostic(rule, at: location, "Reference names no sheet", label: "expected '[[id]]'")
    case .emptyText:
      return Diagnostic(
        rule, at: location, "Reference has a bar but no text behind it", label: "write the text, or leave out the bar")
    case .brokenLine(let id, let span):
      return Diagnostic(
        rule, at: at(span), "Id \(Wording.quoted(id)) is broken over two lines", label: "an id stands on one line")
    case .unknownKind(let word, let span):
      let near = NearestWords.of(word, among: ReferenceSyntax.kinds)
      return Diagnostic(
        rule, at: at(span), "Kind \(Wording.quoted(word)) does not exist", label: Wording.didYouMean(near),
        explanation: "Before the colon stands one of \(Wording.alternatives(ReferenceSyntax.kinds)).",
        fixes: near.prefix(1).map { .replace(at(span), with: $0, .needsReview) })
    case .badID(let id, let span):
      let slug = suggestion(id)
      return Diagnostic(
        rule, at: at(span), "Reference \(Wording.quoted(id)) is not an id", label: slug.map { "did you mean '\($0)'?" },
        explanation: "An id is the name of a sheet's file without '.md': small letters, digits and single hyphens.",
        fixes: slug.map { [.replace(at(span), with: $0, .needsReview)] } ?? [])
    case .noSource:
      return Diagnostic(rule, at: location, "Citation names no source", label: "expected '[@id]' or '[@id, p. 34]'")
    case .badSource(let text):
      return Diagnostic(
        rule, at: location, "Citation \(Wording.quoted(text)) cannot be read", label: "expected '[@id]' or '[@id, p. 34]'",
        explanation: "Behind the id of the source stands a comma with the place, or a semicolon with the next '@id'.")
    case .emptyPlace:
      return Diagnostic(rule, at: location, "Citation has a comma but no place behind it", label: "expected '[@id, p. 34]'")
    case .insideLink:
      return Diagnostic(
        rule, at: location, "Reference stands inside the text of a link or picture", label: "a link cannot hold another one",
        explanation: "Put it behind the link.")
    }
  }

  /// The id that somebody meant who wrote a name, where its letters allow that.
  private static func suggestion(_ text: String) -> String? {
    var slug: [UInt8] = []
    for byte in text.utf8 {
      if byte.isLetterOrDigit {
        slug.append(byte.isLetter ? byte | 0x20 : byte)
      } else if byte == 0x20 || byte == .ascii("-") || byte == .ascii("_") {
        if let last = slug.last, last != .ascii("-") { slug.append(.ascii("-")) }
      } else {
        return nil
      }
    }
    while slug.last == .ascii("-") { slug.removeLast() }
    let result = String(decoding: slug, as: UTF8.self)
    return result.isEmpty || result == text ? nil : result
  }
}
