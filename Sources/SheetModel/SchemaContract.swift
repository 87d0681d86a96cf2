import Diagnostics
import EcosystemSchema
import SourceText

/// What the compiler itself needs of the schemas: where it finds names, places, themes, sources and figures. All else is the observatory's own business.
package enum SchemaContract {
  package static let rule = Rule(
    id: "schema-contract", severity: .error,
    title: "The schemas keep the fields that the program itself works with",
    why: """
      A schema may gain any field, value or component. A few fields are read by the program: names, aims, themes, places, identifications, sources, \
      figures, gaps. Without them there would be no lists, no maps and no checks of facts, so a schema that lacks one ends the run with status 2.
      """,
    bad: Example(files: []), good: Example(files: []))

  private static let everywhere = ["name", "sources.id", "sources.title", "gaps.field", "gaps.reason"]
  private static let cluster = [
    "aim", "theme", "location.countries", "location.seat.city", "location.seat.lat", "location.seat.lon",
    "identified_by.initiative",
    "figures.id", "figures.indicator", "figures.value", "figures.year", "figures.scope", "players", "resources",
  ]

  /// The kinds without a schema, and the fields that a schema lacks.
  package static func check(_ schemas: SchemaSet) -> [Diagnostic] {
    SheetKind.allCases.flatMap { kind -> [Diagnostic] in
      guard let schema = schemas[kind.rawValue] else {
        let path = "Sheets/schemas/\(kind.rawValue).schema.yaml"
        return [
          Diagnostic(
            rule, at: Location(path: path, span: Span.at(0)), "Schema of kind '\(kind.rawValue)' is missing",
            explanation: "Every kind of sheet has its schema: \(path).")
        ]
      }
      let wanted = everywhere + (kind == .cluster ? cluster : kind == .theme ? ["order", "shape"] : ["aim"])
      return wanted.filter { schema.root.at($0) == nil }.map { field in
        Diagnostic(
          rule, at: Location(path: schema.path, span: Span.at(0)),
          "Field '\(field)' is missing in the schema of kind '\(kind.rawValue)'",
          explanation: "The program itself works with this field.")
      }
    }
  }
}
