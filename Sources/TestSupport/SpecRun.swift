import Diagnostics
import SourceText

/// The specs of a test target: one Markdown file a rule, `Tests/<Target>Tests/Specs/<rule-id>.md`.
package enum SpecRun {
  /// The rules that have a spec in a test target, in order: the stems of its files.
  package static func rules(of target: String) -> [String] {
    Repository.files(in: "Tests/\(target)Tests/Specs").filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
  }

  /// The spec of a rule.
  package static func spec(_ rule: String, of target: String) -> Spec {
    Spec(Repository.text("Tests/\(target)Tests/Specs/\(rule).md"))
  }

  /// Runs every case of a spec: what came out otherwise than it is written, and what the spec itself lacks; nothing when all is well.
  ///
  /// - Parameter rules: every rule there is.
  package static func failures(_ rule: String, of target: String, rules: [Rule]) async -> [String] {
    let spec = spec(rule, of: target)
    let path = "Tests/\(target)Tests/Specs/\(rule).md"
    var failures: [String] = []
    if !rules.contains(where: { $0.id == rule }) { failures.append("\(path): no rule is called '\(rule)'") }
    if !spec.cases.contains(where: { $0.report.contains("[\(rule)]\n") }) { failures.append("\(path): no case reports the rule") }
    if !spec.cases.contains(where: \.report.isEmpty) { failures.append("\(path): no case passes") }
    for item in spec.cases {
      let found = await TestProject.with(item.files).report()
      if found != item.report {
        failures.append("\(path):\(item.line): \(item.title)\nexpected:\n\(item.report)found:\n\(found)")
      }
    }
    return failures
  }
}
