import Diagnostics
import SourceText

package enum MarkdownLimit {
  package static let rule = Rule(
    id: "markdown-limit", severity: .error,
    title: "The text of a sheet keeps to sizes that a person writes",
    why: """
      Lists in lists in lists a hundred times, or a table with a thousand columns, are a slip (text pasted from a program, a key that stuck) or an \
      attack on the reader, whose time grows with the square of such things. So a text is not read at all that has more than 100 columns in a \
      row, 50 containers in each other, 100 open brackets in a paragraph, 100 kilobytes in a line, or the like.
      """,
    bad: Example(
      "Sheets/concepts/example.md",
      "---\naim: draft\nname: Example\n---\n\n" + String(repeating: "| a ", count: 120) + "|\n"
        + String(repeating: "|---", count: 120) + "|\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"))

  static func report(_ breach: InputLimits.Breach, in path: String) -> Diagnostic {
    let limit = Wording.grouped(breach.limit)
    let (message, label): (String, String?) =
      switch breach.kind {
      case .lineLength: ("Line is longer than \(limit) bytes", nil)
      case .columns: ("Line has more than \(limit) bars", "a table has at most \(limit) columns")
      case .cells: ("Tables have more than \(limit) cells", nil)
      case .containers: ("Lists and quotations lie more than \(limit) deep in each other", nil)
      case .brackets:
        ("Brackets are opened more than \(limit) times and not closed", "a '[' that is meant as itself is written '\\['")
      case .emphasis: ("Paragraph has more than \(limit) signs of emphasis", nil)
      case .delimiterRows: ("Paragraph has too many lines that look like the line below a table's head", nil)
      case .instructions: ("Text has more than \(limit) tags that begin with '<?' or '<!['", nil)
      case .definitions: ("Definition of a link is too long for the brackets that may use it", nil)
      case .depth: ("Text is nested more than \(limit) deep", nil)
      case .references: ("Text has more than \(limit) references", nil)
      }
    return Diagnostic(
      rule, at: Location(path: path, span: breach.span), message, label: label,
      explanation: "The text of this sheet was not read.")
  }
}
