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

  /// - Parameters:
  ///   - takesAsItem: a list of this one value would be right.
  ///   - onlyItem: the one item of the list, where it would be right by itself.
  static func report(_ subject: Subject, wanted: TypeSet, takesAsItem: Bool, onlyItem: Node?) -> Diagnostic {
    let found = Instance(subject.node, reading: .asWritten).type
    let words = wanted.words
    let headline =
      words.isEmpty
      ? "\(subject.title) can have no value"
      : "\(subject.title) must be \(Wording.list(words, last: "or")), not \(Self.name(found, subject.node))"
    return subject.report(
      rule, headline, label: label(found, subject.node, wanted),
      explanation: subject.message == nil ? subject.description : nil,
      fixes: onlyItem.map { [unwrapping($0, subject)] } ?? fixes(subject, wanted, found, takesAsItem: takesAsItem))
  }

  private static func label(_ found: TypeSet, _ node: Node, _ wanted: TypeSet) -> String {
    let isQuotedNumber =
      !wanted.isDisjoint(with: .number) && (node.form == .singleQuoted || node.form == .doubleQuoted) && Double(node.text) != nil
    return isQuotedNumber ? "in quotes it is text" : "this is \(name(found, node))"
  }

  private static func unwrapping(_ item: Node, _ subject: Subject) -> Fix {
    let list = subject.node.span
    let before = Location(path: subject.path, span: Span(list.start, item.span.start))
    let behind = Location(path: subject.path, span: Span(item.span.end, list.end))
    return Fix("Take the brackets away", .safe, [TextEdit(before, ""), TextEdit(behind, "")])
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
    if wanted.contains(.string), node.isScalar, found != .string {
      return [Fix("Put it in quotes", .safe, [TextEdit(place, YAMLText.quoted(node.text))])]
    }
    guard found == .string else { return [] }
    let text = node.text
    if !wanted.isDisjoint(with: .number) {
      let digits = text.filter { !" ,'_\u{A0}\u{202F}\u{2009}".contains($0) }
      guard let value = Double(digits), value.isFinite,
        digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }),
        wanted.contains(.fraction) || value == value.rounded()
      else { return [] }
      return [subject.replacing(with: digits, digits == text ? .safe : .needsReview)]
    }
    if wanted.contains(.boolean), let flag = ["yes": "true", "on": "true", "no": "false", "off": "false"][text.lowercased()] {
      return [subject.replacing(with: flag, .safe)]
    }
    return []
  }
}
