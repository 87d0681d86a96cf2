import Diagnostics
import FrontMatter
import SheetModel
import SourceText

/// The file of known debts, read.
package struct Baseline: Sendable {
  package let file: SourceFile
  package let entries: [BaselineEntry]
  /// What is wrong with the file itself; with one of these the run ends with status 2.
  package let problems: [Diagnostic]
  /// Where the entries stand in the file.
  package let layout: BaselineLayout

  private static let keys = ["rule", "sheet", "path", "pointer", "message", "reason", "until", "count"]

  /// - Parameter rules: the ids of all rules.
  package static func read(_ file: SourceFile, rules: [String]) -> Baseline {
    if let bad = file.firstInvalidUTF8 {
      let problem = InvalidUTF8.report(at: Location(path: file.path, span: Span(bad, bad + 1)))
      return Baseline(file: file, entries: [], problems: [problem], layout: .none)
    }
    let (tree, diagnostics) = YAMLReader.read(file)
    guard let root = tree?.root else { return Baseline(file: file, entries: [], problems: diagnostics, layout: .none) }
    var reading = Reading(path: file.path, rules: Set(rules), allRules: rules, problems: diagnostics)
    // A file that holds comments only is an empty mapping to the reader.
    if !root.isBlank {
      if root.isSequence {
        for (i, item) in root.items.enumerated() { reading.read(item, index: i) }
      } else {
        reading.problems.append(
          BaselineFile.report(
            root, in: file.path, "Known debts are not a list", explanation: "Each entry begins with a hyphen: `- rule: …`."))
      }
    }
    return Baseline(
      file: file, entries: reading.entries, problems: reading.problems, layout: .of(file, root, reading.entries))
  }

  private struct Reading {
    let path: String
    let rules: Set<String>
    let allRules: [String]
    var entries: [BaselineEntry] = []
    var problems: [Diagnostic]

    mutating func read(_ item: Node, index: Int) {
      guard item.isMapping else {
        return report(
          item, "Entry is not made of keys and values", "For example `- {rule: unsourced-fact, sheet: hsinchu, reason: …}`.")
      }
      let count = problems.count
      for entry in item.entries {
        if !Baseline.keys.contains(entry.key.text) {
          problems.append(BaselineFile.report(unknown: entry.key, in: path, "Key", among: Baseline.keys))
        } else if !entry.value.isScalar {
          report(entry.value, "Value of '\(entry.key.text)' must be a text")
        }
      }
      guard let rule = item["rule"], !rule.isBlank else { return report(item, "Entry does not say which rule") }
      if !rules.contains(rule.text) { problems.append(BaselineFile.report(unknown: rule, in: path, "Rule", among: allRules)) }
      let target = target(item)
      let until = day(item["until"])
      let number = item["count"]
      if let number, (number.integer ?? 0) < 1 { report(number, "Count must be a whole number from 1") }
      guard problems.count == count, let target else { return }
      entries.append(
        BaselineEntry(
          index: index, rule: rule.text, ruleSpan: rule.span, target: target, pointer: text(item["pointer"]),
          message: text(item["message"]),
          reason: item["reason"].map { Located($0.isBlank ? "" : $0.text, $0.span) }, until: until, count: number?.integer,
          span: item.span))
    }

    private mutating func target(_ item: Node) -> BaselineEntry.Target? {
      switch (text(item["path"]), text(item["sheet"])) {
      case (let path?, nil): return .path(path)
      case (nil, let sheet?):
        let parts = sheet.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return .sheet(nil, sheet) }
        if let kind = SheetKind(rawValue: parts[0]) { return .sheet(kind, parts[1]) }
        report(
          item["sheet"] ?? item, "Kind '\(parts[0])' is not known",
          "Known here: \(Wording.list(SheetKind.allCases.map(\.rawValue))).")
      case (nil, nil):
        report(
          item["rule"] ?? item, "Entry does not say which sheet",
          "Write `sheet:` and its id, or `path:` and a file of the project.")
      case (_?, _?): report(item["path"] ?? item, "Entry names a sheet and a path", "One of them is enough.")
      }
      return nil
    }

    private mutating func day(_ node: Node?) -> Located<CalendarDate>? {
      guard let node, !node.isBlank else { return nil }
      if let day = CalendarDate(node.text) { return Located(day, node.span) }
      report(node, "Day \(Wording.quoted(node.text)) does not exist", "Write it like 2027-03-31.")
      return nil
    }

    private func text(_ node: Node?) -> String? {
      guard let node, node.isScalar, !node.isBlank else { return nil }
      return node.text
    }

    private mutating func report(_ node: Node, _ message: String, _ explanation: String? = nil) {
      problems.append(BaselineFile.report(node, in: path, message, explanation: explanation))
    }
  }
}
