import Diagnostics
import FrontMatter
import SourceText

/// Reads the keys of `site.yaml`, one method a form of value.
struct SiteConfigurationReading {
  let path: String
  let rules: [Rule]
  var configuration = SiteConfiguration()
  var diagnostics: [Diagnostic]

  private static let keys = [
    "title", "subtitle", "base_url", "language", "repository", "publisher", "licence", "contact", "review", "print", "severities",
    "limits",
    "navigation",
  ]

  init(path: String, rules: [Rule], diagnostics: [Diagnostic]) {
    self.path = path
    self.rules = rules
    self.diagnostics = diagnostics
  }

  mutating func read(_ root: Node) {
    guard root.isMapping else { return report(root, "Site configuration is not a list of keys and values") }
    for entry in root.entries {
      let value = entry.value
      switch entry.key.text {
      case "title": configuration.title = text(value, "title") ?? configuration.title
      case "subtitle": configuration.subtitle = text(value, "subtitle")
      case "base_url": configuration.baseURL = address(value, "base_url")
      case "language": language(value)
      case "repository": configuration.repository = address(value, "repository")
      case "publisher": configuration.publisher = text(value, "publisher")
      case "licence": configuration.licence = text(value, "licence")
      case "contact": configuration.contact = text(value, "contact")
      case "review": configuration.review = flag(value, "review") ?? configuration.review
      case "print": configuration.print = flag(value, "print") ?? configuration.print
      case "severities": severities(value)
      case "limits": limits(value)
      case "navigation": navigation(value)
      default: unknown(entry.key, among: Self.keys, "Key")
      }
    }
    // A title under a misspelt key is one mistake.
    if root["title"] == nil, !root.entries.contains(where: { NearestWords.of($0.key.text, among: Self.keys).contains("title") }) {
      report(
        root.entries.first { _ in true }?.key ?? root, "Title is missing",
        explanation: "Write `title: …`: it stands at the head of every page.")
    }
  }

  private mutating func report(
    _ node: Node, _ message: String, label: String? = nil, explanation: String? = nil, fixes: [Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(
        SiteConfigurationRule.rule, at: Location(path: path, span: node.span), message, label: label, explanation: explanation,
        pointer: node.pointer, fixes: fixes))
  }

  private mutating func unknown(_ key: Node, among known: [String], _ what: String) {
    let near = NearestWords.of(key.text, among: known)
    report(
      key, "\(what) \(Wording.quoted(key.text)) is not known", label: Wording.didYouMean(near),
      explanation: near.isEmpty ? "Known here: \(Wording.list(known))." : nil,
      fixes: near.prefix(1).map { .replace(Location(path: path, span: key.span), with: $0) })
  }

  private mutating func text(_ node: Node, _ name: String) -> String? {
    guard node.isScalar, !node.isBlank else {
      report(node, "Value of '\(name)' must be a text")
      return nil
    }
    return node.text
  }

  private mutating func flag(_ node: Node, _ name: String) -> Bool? {
    if case .bool(let value) = node.core { return value }
    report(node, "Value of '\(name)' must be true or false")
    return nil
  }

  private mutating func address(_ node: Node, _ name: String) -> String? {
    guard let text = text(node, name) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"),
      !text.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "<" })
    else {
      report(node, "Value of '\(name)' must be an address that begins with https://")
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  private mutating func language(_ node: Node) {
    guard let text = text(node, "language") else { return }
    guard text.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D }), text.utf8.count >= 2 else {
      return report(node, "Language must be a code such as en or fr")
    }
    configuration.language = text
  }

  private mutating func severities(_ node: Node) {
    guard node.isMapping else { return report(node, "Value of 'severities' must be lines of `rule: level`") }
    for entry in node.entries {
      guard rules.contains(where: { entry.key.textEquals($0.id) }) else {
        unknown(entry.key, among: rules.map(\.id), "Rule")
        continue
      }
      if let severity = Severity(rawValue: entry.value.text) {
        configuration.severities[entry.key.text] = .some(severity)
      } else if entry.value.textEquals("off") {
        configuration.severities[entry.key.text] = .some(nil)
      } else {
        unknown(entry.value, among: ["error", "warning", "note", "off"], "Level")
      }
    }
  }

  private mutating func limits(_ node: Node) {
    guard node.isMapping else { return report(node, "Value of 'limits' must be lines of `limit: number`") }
    for entry in node.entries {
      switch entry.key.text {
      case "file_bytes":
        configuration.limits.fileBytes = number(entry.value, 1_000...(16 << 20)) ?? configuration.limits.fileBytes
      case "review_months": configuration.limits.reviewMonths = number(entry.value, 1...1200) ?? configuration.limits.reviewMonths
      default: unknown(entry.key, among: ["file_bytes", "review_months"], "Limit")
      }
    }
  }

  private mutating func number(_ node: Node, _ range: ClosedRange<Int>) -> Int? {
    guard let number = node.integer, range.contains(number) else {
      report(
        node, "Limit must be a whole number from \(Wording.grouped(range.lowerBound)) to \(Wording.grouped(range.upperBound))")
      return nil
    }
    return number
  }

  private mutating func navigation(_ node: Node) {
    guard node.isSequence else { return report(node, "Value of 'navigation' must be a list") }
    for item in node.items {
      for entry in item.entries where !["label", "page"].contains(entry.key.text) {
        unknown(entry.key, among: ["label", "page"], "Key")
      }
      guard let label = item["label"], label.isScalar, let page = item["page"], page.isScalar else {
        report(
          item, "Item of 'navigation' must have a label and a page",
          explanation: "For example `- {label: Themes, page: themes/index.html}`.")
        continue
      }
      configuration.navigation.append(.init(label: label.text, page: Located(page.text, page.span)))
    }
  }
}
