import Diagnostics
import FrontMatter
import SourceText

package enum SchemaPattern {
  package static let rule = Rule(
    id: "schema-pattern", severity: .error,
    title: "A pattern in a schema is a regular expression that can be used",
    why: """
      `pattern` and the keys of `patternProperties` are regular expressions as in JavaScript with the `u` flag. References to groups (`\\1`) are not \
      supported; in exchange no text can make a pattern slow.
      """,
    bad: Example(
      "Sheets/schemas/example.schema.yaml",
      "title: Example\ntype: object\nproperties:\n  code: {type: string, pattern: \"^(a\"}\n"),
    good: Example(
      "Sheets/schemas/example.schema.yaml",
      "title: Example\ntype: object\nproperties:\n  code: {type: string, pattern: \"^(a)\"}\n"))

  static func report(_ problem: PatternProblem, in node: Node, source: String, path: String) -> Diagnostic {
    // Without escapes a place in the pattern is a place in the file.
    let quotes = node.form == .plain ? 0 : 1
    let isVerbatim = node.span.length == source.utf8.count + 2 * quotes
    let start = node.span.start + quotes + problem.offset
    let span = isVerbatim && problem.offset < source.utf8.count ? Span(start, node.span.end - quotes) : node.span
    return Diagnostic(
      rule, at: Location(path: path, span: span), "Pattern cannot be used: \(problem.message)",
      label: problem.isUnsupported ? "not supported" : nil)
  }
}
