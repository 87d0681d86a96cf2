import Diagnostics
import FrontMatter
import SourceText

package enum TooFewItems {
  package static let rule = Rule(
    id: "too-few-items", severity: .error,
    title: "A list has as many items as its field asks for",
    why: "A span of years has a first and a last one, a cluster at least one country. Where nothing is known, leave the key out.",
    bad: Example("Sheets/clusters/example.md", "---\naim: draft\nname: Example\nlocation: {countries: []}\n---\n"),
    good: Example("Sheets/clusters/example.md", "---\naim: draft\nname: Example\nlocation: {countries: [DK]}\n---\n"))

  static func report(_ subject: Subject, least: Int) -> Diagnostic {
    let count = subject.node.count
    return subject.report(
      rule, at: count == 0 ? subject.node : subject.node,
      count == 0
        ? "\(subject.title) is empty, it needs \(Wording.count(least, "item"))"
        : "\(subject.title) has \(Wording.count(count, "item")), it needs \(Wording.grouped(least))",
      label: "at least \(Wording.count(least, "item"))")
  }

  static func report(_ subject: Subject, leastKeys least: Int) -> Diagnostic {
    subject.report(
      rule, at: subject.sign,
      "\(subject.title) has \(Wording.count(subject.node.count, "key")), it needs \(Wording.grouped(least))")
  }

  static func report(_ subject: Subject, leastFitting least: Int) -> Diagnostic {
    subject.report(
      rule, at: subject.sign, "\(subject.title) needs \(Wording.count(least, "item")) of the kind that its description asks for",
      explanation: subject.description)
  }
}
