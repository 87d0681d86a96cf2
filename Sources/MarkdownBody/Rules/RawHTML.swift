import Diagnostics
import SourceText

package enum RawHTML {
  package static let rule = Rule(
    id: "raw-html", severity: .error,
    title: "The text of a sheet is Markdown, without HTML tags",
    why: """
      A sheet appears on the site, in print, in data files and in feeds; a tag that looks right in one of them breaks another, and a page must not \
      run what somebody pasted into a sheet. So tags and comments do not reach the page. Markdown has a sign for what they are mostly used for: \
      `**bold**`, `*italic*`, `[text](address)`, `![what the picture shows](file)`. A `<` that is meant as itself is written `\\<`.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nA <b>bold</b> word.\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nA **bold** word.\n"))

  /// What a piece of HTML is, as far as its message needs it.
  struct Tag {
    /// In lower case; empty where it is none.
    let name: String
    let isClosing: Bool
    let isComment: Bool
    /// As it stands there, cut short.
    let shown: String
  }

  static func tag(_ html: ArraySlice<UInt8>) -> Tag {
    let inner = html.dropFirst()
    let isComment = inner.starts(with: Array("!--".utf8))
    let isClosing = inner.first == .ascii("/")
    let name = (isClosing ? inner.dropFirst() : inner).prefix { $0.isLetterOrDigit || $0 == .ascii("-") }
    let line = html.prefix { !$0.isLineEnd }
    let end = line.firstIndex(of: .ascii(">")).map { $0 + 1 } ?? line.endIndex
    return Tag(
      name: String(decoding: name, as: UTF8.self).lowercased(), isClosing: isClosing, isComment: isComment,
      shown: String(decoding: line[..<end].prefix(200), as: UTF8.self))
  }

  static func report(_ tag: Tag, at location: Location) -> Diagnostic {
    if tag.isComment {
      return Diagnostic(
        rule, at: location, "Comment in the text is not allowed", label: "this does not reach the page",
        explanation: """
          Everybody can read the source of a sheet, and a comment in it is easily forgotten. Notes for other authors belong into `gaps`, into a `note`, \
          or behind a `#` in the front matter.
          """)
    }
    let what = tag.name.isEmpty ? "HTML" : "HTML tag"
    return Diagnostic(
      rule, at: location, "\(what) \(Wording.quoted(tag.shown)) is not allowed in the text",
      label: "this does not reach the page",
      explanation: advice[tag.name]
        ?? "Write it in Markdown, or leave it out. A '<' that is meant as itself is written '\\<', or stands in back-ticks.")
  }

  private static let advice: [String: String] = [
    "br": "A new line begins behind a backslash at the end of a line; a new paragraph behind an empty line.",
    "p": "Paragraphs are set apart by an empty line.",
    "div": "Paragraphs are set apart by an empty line; how they look is the stylesheet's matter.",
    "span": "How words look is the stylesheet's matter; leave the tag out.",
    "b": "Write **bold** between two asterisks on each side.", "strong": "Write **bold** between two asterisks on each side.",
    "i": "Write *italic* between asterisks.", "em": "Write *italic* between asterisks.",
    "u": "Underlined words look like links; write *italic* between asterisks instead.",
    "s": "Write ~~struck out~~ between two tildes on each side.", "del": "Write ~~struck out~~ between two tildes on each side.",
    "sup": "Use the character itself, as in m² or 10⁶; for a note write [^1] and below '[^1]: the note'.",
    "sub": "Use the character itself, as in CO₂.",
    "a": "Write [text](address); to another sheet [[id]] or [[id|text]].",
    "img": "Write ![what the picture shows](file.jpg).",
    "code": "Write code between back-ticks.", "pre": "Indent the lines by four spaces, or put ``` above and below them.",
    "table": "Write the table with bars: a row '| a | b |', below the head a row '|---|---|'.",
    "ul": "Begin each item on a line of its own with '- '.", "ol": "Begin each item on a line of its own with '1. '.",
    "li": "Begin each item on a line of its own with '- '.", "hr": "Write '---' on a line of its own.",
    "blockquote": "Begin each line of a quotation with '> '.",
    "script": "Pages of the site run no scripts but their own.",
    "iframe": "Pages load nothing from other sites; write a link to it.",
    "h1": "Begin the line of a heading with '##'.", "h2": "Begin the line of a heading with '##'.",
    "h3": "Begin the line of a heading with '###'.",
  ]
}
