import Diagnostics
import FrontMatter
import SourceText

package enum SchemaValue {
  package static let rule = Rule(
    id: "schema-value", severity: .error,
    title: "A keyword of a schema has a value that it understands",
    why: """
      `maxLength` wants a number, `required` a list of keys, `enum` a list of values. A keyword with another value would check nothing, or \
      something else than was meant.
      """,
    bad: Example(
      "Sheets/schemas/example.schema.yaml", "title: Example\ntype: object\nproperties:\n  name: {type: string, maxLength: long}\n"
    ),
    good: Example(
      "Sheets/schemas/example.schema.yaml", "title: Example\ntype: object\nproperties:\n  name: {type: string, maxLength: 60}\n"))

  /// - Parameter wanted: what the keyword understands: `a whole number from 0 up`.
  static func report(_ keyword: String, wanted: String, found: Node, at location: Location, candidates: [String]) -> Diagnostic {
    let near = found.isScalar ? NearestWords.of(found.text, among: candidates) : []
    return Diagnostic(
      rule, at: location, "Keyword '\(keyword)' wants \(wanted)", label: Wording.didYouMean(near),
      fixes: near.count == 1 ? [.replace(location, with: near[0], .needsReview)] : [])
  }

  static func report(notASchema location: Location) -> Diagnostic {
    Diagnostic(rule, at: location, "Schema must be keywords with their values, or true or false")
  }

  static func report(unknownFormat format: String, at location: Location) -> Diagnostic {
    let names = Format.allCases.map(\.rawValue)
    return Diagnostic(
      rule, at: location, "Format \(Wording.quoted(format)) is unknown",
      label: Wording.didYouMean(NearestWords.of(format, among: names)),
      explanation: "Formats: " + Wording.list(names) + ".")
  }

  static func report(twice word: String, in keyword: String, at location: Location) -> Diagnostic {
    Diagnostic(rule, at: location, "Value \(Wording.quoted(word)) stands twice in '\(keyword)'")
  }

  static func report(anchorTwice name: String, at location: Location) -> Diagnostic {
    Diagnostic(rule, at: location, "Anchor \(Wording.quoted(name)) is used twice in one file")
  }

  static func report(addressTwice address: String, at location: Location) -> Diagnostic {
    Diagnostic(rule, at: location, "Address \(Wording.quoted(address)) is used by two schemas")
  }

  static func report(otherDraft address: String, at location: Location) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule, at: location, "Draft \(Wording.quoted(address)) is read as draft 2020-12",
      explanation: "Understood are draft 2020-12, draft 2019-09, draft-07, draft-06 and draft-04.")
    diagnostic.severity = .warning
    return diagnostic
  }

  static func report(unknownVocabulary address: String, at location: Location) -> Diagnostic {
    Diagnostic(rule, at: location, "Vocabulary \(Wording.quoted(address)) is unknown, and this schema needs it")
  }

  static func report(notAValue word: String, of keyword: String, values: [String], at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Word \(Wording.quoted(word)) in '\(keyword)' is not one of the values",
      label: Wording.didYouMean(NearestWords.of(word, among: values)),
      explanation: values.count <= 12 ? "Values: " + Wording.list(values) + "." : nil)
  }
}
