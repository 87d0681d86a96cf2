import Markup
import SourceText

/// The rules that a SARIF file describes: those that report something, by id.
struct SARIFRules {
  private let ids: [String]
  private let places: [String: Int]
  private let known: [String: Rule]

  init(reportedBy report: Report, known rules: [Rule]) {
    ids = Set(report.diagnostics.map(\.rule)).sorted()
    places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    known = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
  }

  func index(of rule: String) -> Int? { places[rule] }

  func write(into json: inout JSONWriter) {
    json.array {
      for id in ids {
        $0.lineBreak()
        $0.object {
          $0.member("id", id)
          if let rule = known[id] { describe(rule, into: &$0) }
        }
      }
      if !ids.isEmpty { $0.lineBreak(closing: true) }
    }
  }

  private func describe(_ rule: Rule, into json: inout JSONWriter) {
    text("shortDescription", rule.title, into: &json)
    text("fullDescription", rule.why, into: &json)
    json.key("help")
    json.object {
      $0.member("text", help(rule, markdown: false))
      $0.member("markdown", help(rule, markdown: true))
    }
    json.key("defaultConfiguration")
    json.object { $0.member("level", rule.severity.rawValue) }
  }

  private func text(_ name: String, _ text: String, into json: inout JSONWriter) {
    json.key(name)
    json.object { $0.member("text", text) }
  }

  /// Why, and the examples: what `clusterbook explain` says.
  private func help(_ rule: Rule, markdown: Bool) -> String {
    var text = rule.why
    for (head, example) in [("This is reported:", rule.bad), ("This is not:", rule.good)] where !example.files.isEmpty {
      text += "\n\n\(head)"
      for (path, content) in example.files { text += "\n\n" + block(path, content, markdown: markdown) }
    }
    if !markdown { text += "\n\nMore: clusterbook explain \(rule.id)" }
    return text
  }

  private func block(_ path: String, _ content: String, markdown: Bool) -> String {
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false).dropLast(content.hasSuffix("\n") ? 1 : 0)
      .prefix(30).map { TerminalText.prefix(TerminalText.printable(String($0)), width: 160) }
    guard markdown else { return "\(path)\n" + lines.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n") }
    // A fence that no line of the example can close.
    let fence = String(repeating: "`", count: max(3, 1 + (lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0)))
    return "`\(path)`\n\n\(fence)\n\(lines.joined(separator: "\n"))\n\(fence)"
  }
}
