import ArgumentParser
import Diagnostics

/// `clusterbook explain RULE`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Say what a rule wants and why, with a bad and a good example.")

  @Argument(help: "The rule's id, as it stands in brackets behind a message.")
  var rule: String

  func run() throws {
    guard let found = RuleCatalogue.rule(rule) else {
      let nearest = Wording.didYouMean(NearestRules.of(rule)).map { "; \($0)" } ?? ""
      Console.log("error: there is no rule '\(rule)'\(nearest)\nAll of them: clusterbook rules")
      throw Exit(status: .setup)
    }
    Console.out(RuleText.explain(found))
  }
}

/// `clusterbook rules`.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List all rules with their severities.")

  func run() {
    let width = RuleCatalogue.all.map(\.id.count).max() ?? 0
    for rule in RuleCatalogue.all {
      let severity = rule.severity.rawValue.padded(to: 8)
      Console.out("\(rule.id.padded(to: width + 2))\(severity)\(rule.title)")
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
