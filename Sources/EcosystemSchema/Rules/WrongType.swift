import Diagnostics
import FrontMatter
import SourceText

package enum WrongType {
  package static let rule = Rule(
    id: "wrong-type", severity: .error,
    title: "A value is of the kind that its field wants",
    why: """
      A year is a whole number, a name a text, a set of players a list. The page, the maps and the exports rely on it. Numbers are written without \
      thousands separators and without quotes, a list with `- ` on each line or as `[one, two]`.
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nauthors: Alfred Marshall\n---\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nauthors: [Alfred Marshall]\n---\n"))

  /// - Parameter takesAsItem: a list of this one value would be right.
  static func report(_ subject: Subject, wanted: TypeSet, takesAsItem: Bool) -> Diagnostic {
    let found = Instance(subject.node, reading: .asWritten).type
    let words = wanted.words
    let headline =
      words.isEmpty
      ? "\(subject.title) can have no value"
      : "\(subject.title) must be \(Wording.list(words, last: "or")), not \(Self.name(found, subject.node))"
    return subject.report(
      rule, headline, label: "this is \(name(found, subject.node))",
      explanation: subject.message == nil ? subject.description : nil,
      fixes: fixes(subject, wanted, found, takesAsItem: takesAsItem))
  }

  private static func name(_ type: TypeSet, _ node: Node) -> String {
    switch type {
    case .boolean: "the switch '\(node.text)'"
    case .fraction: "a number with a fraction"
    default: type.words.first ?? "nothing"
    }
  }

  private static func fixes(_ subject: Subject, _ wanted: TypeSet, _ found: TypeSet, takesAsItem: Bool) -> [Fix] {
    let node = subject.node
    let place = subject.location(node)
    if takesAsItem, node.form != .literal, node.form != .folded {
      let isSafe = node.form != .plain || !node.text.contains { ",[]{}".contains($0) }
      let text = node.form == .plain ? YAMLText.scalar(node.text) : nil
      let edits =
        text.map { [TextEdit(place, "[\($0)]")] }
        ?? [
          TextEdit(Location(path: place.path, span: Span.at(place.span.start)), "["),
          TextEdit(Location(path: place.path, span: Span.at(place.span.end)), "]"),
        ]
      return [Fix("Make it a list of one", isSafe ? .safe : .needsReview, edits)]
    }
    guard found == .string else { return [] }
    let text = node.text
    if !wanted.isDisjoint(with: .number) {
      let digits = text.filter { !" ,'_\u{A0}\u{202F}\u{2009}".contains($0) }
      guard let value = Double(digits), value.isFinite,
        digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }),
        wanted.contains(.fraction) || value == value.rounded()
      else { return [] }
      return [subject.replacing(node, with: digits, digits == text ? .safe : .needsReview)]
    }
    if wanted.contains(.boolean), let flag = ["yes": "true", "on": "true", "no": "false", "off": "false"][text.lowercased()] {
      return [subject.replacing(node, with: flag, .safe)]
    }
    return []
  }
}
