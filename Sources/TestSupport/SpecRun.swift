import CommandLineTool
import Diagnostics
import SourceText

/// The specs of a test target: one Markdown file a rule, `Tests/<Target>Tests/Specs/<rule-id>.md`.
package enum SpecRun {
  /// The rules that have a spec in a test target, in the order of the catalogue.
  package static func rules(of target: String) -> [String] {
    RuleCatalogue.all.map(\.id).filter { !spec($0, of: target).cases.isEmpty }
  }

  /// The spec of a rule.
  package static func spec(_ rule: String, of target: String) -> Spec {
    Spec(Repository.text("Tests/\(target)Tests/Specs/\(rule).md"))
  }

  /// Runs every case of a spec: what came out otherwise than it is written, and what the spec itself lacks; nothing when all is well.
  package static func failures(_ rule: String, of target: String) async -> [String] {
    let spec = spec(rule, of: target)
    let path = "Tests/\(target)Tests/Specs/\(rule).md"
    var failures: [String] = []
    if !spec.cases.contains(where: { $0.report.contains("[\(rule)]\n") }) { failures.append("\(path): no case reports the rule") }
    if !spec.cases.contains(where: \.report.isEmpty) { failures.append("\(path): no case passes") }
    for item in spec.cases {
      var project = await TestProject.with([])
      for path in item.without { project.remove(path) }
      for file in item.files { project.put(SourceFile(path: file.path, text: file.text)) }
      let found = await project.report()
      if found != item.report {
        failures.append("\(path):\(item.line): \(item.title)\nexpected:\n\(item.report)found:\n\(found)")
      }
    }
    return failures
  }
}
