import Diagnostics
import FrontMatter
import SourceText

/// The schemas of a project, compiled once.
package struct SchemaSet: Sendable {
  /// By kind: `cluster` for `cluster.schema.yaml`. Files that no kind needs (`common`) are here too.
  package let schemas: [String: Schema]

  package init(schemas: [String: Schema]) { self.schemas = schemas }

  package subscript(kind: String) -> Schema? { schemas[kind] }

  /// Compiles `Sheets/schemas/*.schema.yaml`. Mistakes in a schema are diagnostics at their line, of severity error; the caller ends the run with
  /// status 2. References lead to another of the files, relative to the file they stand in.
  package static func compile(_ files: [SourceFile]) -> (set: SchemaSet, diagnostics: [Diagnostic]) {
    fatalError("not written yet")
  }
}

/// One compiled schema.
package struct Schema: Sendable {
  /// The path of the file it was compiled from.
  package let path: String
  /// The mapping that it describes.
  package let root: Field

  /// Everything in a tree that the schema does not allow, each at the smallest wrong span; one cause, one diagnostic. `sheet` is the id that the
  /// diagnostics carry.
  package func validate(_ tree: Tree, path: String, sheet: String? = nil) -> [Diagnostic] {
    fatalError("not written yet")
  }
}
