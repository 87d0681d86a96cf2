import Diagnostics

/// A rule as `explain` prints it.
package enum RuleText {
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
      text += "\n  \(path)\(example.encoding == .latin1 ? " (saved as ISO 8859-1)" : "")\n"
      for line in content.split(separator: "\n", omittingEmptySubsequences: false).dropLast(content.hasSuffix("\n") ? 1 : 0)
        .prefix(30)
      {
        // What would move the cursor is shown as a mark; a line made long on purpose is cut.
        let shown = String(line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0xFEFF ? "\u{FFFD}" : Character($0) })
        text += "    | " + (shown.count > 100 ? shown.prefix(99) + "…" : shown) + "\n"
      }
    }
    return text
  }
}
