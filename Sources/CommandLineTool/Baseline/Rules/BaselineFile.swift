import Diagnostics
import FrontMatter
import SourceText

package enum BaselineFile {
  package static let rule = Rule(
    id: "baseline-file", severity: .error,
    title: "The file of known debts holds only what the program knows",
    why: """
      `--baseline FILE` names a YAML file that lists known debts: problems that are not reported, each with its reason. An entry is written \
      `- {rule: unsourced-fact, sheet: hsinchu, pointer: /founded, reason: archive closed until March, until: 2027-03-31}`; instead of `sheet` it may name \
      a `path`. A misspelt key would make an entry hide nothing, or too much, so a mistake here ends the run with status 2.
      """,
    bad: Example(files: []), good: Example(files: []))

  static func report(
    _ node: Node, in path: String, _ message: String, label: String? = nil, explanation: String? = nil, fixes: [Fix] = []
  )
    -> Diagnostic
  {
    Diagnostic(
      rule, at: Location(path: path, span: node.span), message, label: label, explanation: explanation, pointer: node.pointer,
      fixes: fixes)
  }

  static func report(unknown node: Node, in path: String, _ what: String, among known: [String]) -> Diagnostic {
    let near = NearestWords.of(node.text, among: known)
    return report(
      node, in: path, "\(what) \(Wording.quoted(node.text)) is not known", label: Wording.didYouMean(near),
      explanation: near.isEmpty && known.count < 12 ? "Known here: \(Wording.list(known))." : nil,
      fixes: near.prefix(1).map { .replace(Location(path: path, span: node.span), with: $0) })
  }
}
