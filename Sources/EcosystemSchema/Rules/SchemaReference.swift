import Diagnostics
import SourceText

package enum SchemaReference {
  package static let rule = Rule(
    id: "schema-reference", severity: .error,
    title: "A reference in a schema leads to a schema",
    why: """
      `$ref` names a definition: `#/$defs/year` in the same file, `common.schema.yaml#/$defs/year` in another one beside it, or `#name` for an `$anchor`. \
      Where it leads nowhere, the field would not be checked at all.
      """,
    bad: Example(
      "Sheets/schemas/example.schema.yaml",
      "title: Example\ntype: object\nproperties:\n  year: {$ref: \"#/$defs/yaer\"}\n$defs:\n  year: {type: integer}\n"),
    good: Example(
      "Sheets/schemas/example.schema.yaml",
      "title: Example\ntype: object\nproperties:\n  year: {$ref: \"#/$defs/year\"}\n$defs:\n  year: {type: integer}\n"))

  static func report(_ reference: String, candidates: [String], at location: Location) -> Diagnostic {
    report(reference, nearest: NearestWords.of(reference, among: candidates), at: location)
  }

  static func report(_ reference: String, nearest: [String], at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Reference \(Wording.quoted(reference)) leads nowhere", label: Wording.didYouMean(nearest),
      fixes: nearest.count == 1
        ? [Fix("Replace with '\(nearest[0])'", .needsReview, [TextEdit(location, YAMLText.scalar(nearest[0]))])] : [])
  }

  static func report(remote address: String, at location: Location) -> Diagnostic {
    Diagnostic(
      rule, at: location, "Schema \(Wording.quoted(address, limit: 120)) is not here, and nothing is fetched from the network",
      explanation: "Save it as a file and name that: `clusterbook validate --ref \(address)=FILE`.")
  }

  static func report(noFile file: String, names: [String], rest: String, at location: Location) -> Diagnostic {
    let near = NearestWords.of(file, among: names)
    return Diagnostic(
      rule, at: location, "File \(Wording.quoted(file)) is not among the schemas", label: Wording.didYouMean(near),
      explanation: "Schemas here: " + Wording.list(names) + ".",
      fixes: near.count == 1
        ? [Fix("Replace with '\(near[0])'", .needsReview, [TextEdit(location, YAMLText.scalar(near[0] + rest))])] : [])
  }
}
