import Diagnostics

/// A rule as `explain` prints it.
package enum RuleText {
  /// How many lines of an example are shown, and how many characters of one.
  private static let mostLines = 30
  private static let longestLine = 160

  package static func explain(_ rule: Rule) -> String {
    var text = "\(rule.title)\n\n  rule      \(rule.id)\n  severity  \(rule.severity.rawValue)\n\n"
    text += TextFormat.paragraphs(rule.why, width: 90) + "\n"
    text += example("This is reported:", rule.bad)
    text += example("This is not:", rule.good)
    return text
  }

  private static func example(_ head: String, _ example: Example) -> String {
    guard !example.files.isEmpty else { return "" }
    var text = "\n\(head)\n"
    for (path, content) in example.files {
      text += "\n  \(cut(path))\(example.encoding == .latin1 ? " (saved as ISO 8859-1)" : "")\n"
      text += content.allSatisfy(\.isNewline) ? "    (an empty file)\n" : lines(content).map { "    " + $0 + "\n" }.joined()
    }
    return text
  }

  /// A line that comes again and again is shown once, with how often.
  private static func lines(_ content: String) -> [String] {
    // By scalars, because a carriage return and a line feed are one character.
    var rest = content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }[...]
    if rest.last?.isEmpty ?? false { rest.removeLast() }
    var shown: [String] = []
    while let line = rest.first, shown.count < mostLines {
      let same = rest.prefix { $0 == line }.count
      shown += Array(repeating: "| " + cut(visible(line)), count: same > 3 ? 1 : same)
      if same > 3 { shown.append("… the same line \(Wording.count(same - 1, "more time"))") }
      rest = rest.dropFirst(same)
    }
    return shown
  }

  private static func cut(_ line: String) -> String { line.count > longestLine ? line.prefix(longestLine - 1) + "…" : line }

  /// A line in which signs that nobody can see, or that would move the cursor, stand by their names.
  private static func visible(_ line: String) -> String {
    line.unicodeScalars.map { scalar in
      switch scalar {
      case "\t": return "⟨tab⟩"
      case "\r": return "⟨CR⟩"
      case "\u{FEFF}": return "⟨byte order mark⟩"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .nonspacingMark, .lineSeparator, .paragraphSeparator:
          let digits = String(scalar.value, radix: 16, uppercase: true)
          return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
        default: return String(scalar)
        }
      }
    }
    .joined()
  }
}
