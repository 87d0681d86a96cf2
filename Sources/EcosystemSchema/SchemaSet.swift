import Diagnostics
import FrontMatter
import SourceText

/// How the plain scalars of a file are read.
package enum ScalarReading: Sendable {
  /// As in sheets: a scalar is a text where the schema allows no other scalar. `NO` is Norway, `1.10` a version, `1997` a name.
  case asSheet
  /// As the YAML 1.2 core schema and JSON have it: what looks like a number is one.
  case asWritten
}

/// The schemas of a project, compiled once.
package struct SchemaSet: Sendable {
  /// By kind: `cluster` for `cluster.schema.yaml`. Files that no kind needs (`common`) are here too.
  package let schemas: [String: Schema]

  /// The files as they were read, by path: what `SchemaBundle` copies.
  let documents: [String: Tree]

  package init(schemas: [String: Schema]) { self.init(schemas: schemas, documents: [:]) }

  init(schemas: [String: Schema], documents: [String: Tree]) {
    self.schemas = schemas
    self.documents = documents
  }

  package subscript(kind: String) -> Schema? { schemas[kind] }

  /// Compiles `Sheets/schemas/*.schema.yaml`. Mistakes in a schema are diagnostics at their line, of severity error; the caller ends the run with
  /// status 2. References lead to another of the files, relative to the file they stand in.
  package static func compile(
    _ files: [SourceFile], reading: ScalarReading = .asSheet
  ) -> (set: SchemaSet, diagnostics: [Diagnostic]) {
    SchemaCompiler.compile(files, options: .project(reading))
  }

  /// Compiles one schema, YAML or JSON, and what it refers to. nil where it cannot be read; the diagnostics say why, at their lines.
  package static func compile(_ file: SourceFile, options: SchemaOptions) -> (schema: Schema?, diagnostics: [Diagnostic]) {
    let (set, diagnostics) = SchemaCompiler.compile([file], options: options)
    return (set.schemas.values.first, diagnostics)
  }
}

/// One compiled schema.
package struct Schema: Sendable {
  /// The path of the file it was compiled from.
  package let path: String
  /// The mapping that it describes; of a schema that is not a project's, an empty one.
  package let root: Field

  let program: Program
  let entry: Int

  init(path: String, program: Program, entry: Int, isDocumented: Bool) {
    self.path = path
    self.program = program
    self.entry = entry
    root = isDocumented ? FieldBuilder.field(for: entry, in: program) : Field(key: "", title: "", description: "", types: [])
  }

  /// Whether the schema allows the tree, without saying what it does not: the quickest question.
  package func accepts(_ tree: Tree) -> Bool {
    Acceptor(program).accepts(entry, tree.root)
  }

  /// Everything in a tree that the schema does not allow, each at the smallest wrong span, in the order of the file; one cause, one diagnostic. `sheet`
  /// is the id that the diagnostics carry.
  package func validate(_ tree: Tree, path: String, sheet: String? = nil) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    if !accepts(tree) {
      errors = explainAnyway(tree, path: path, sheet: sheet)
      // A wrong file must not pass because nobody has words for it.
      if errors.isEmpty { errors = [NotAllowed.report(unexplained: tree.root, path: path, sheet: sheet)] }
    }
    guard program.hasDeprecated else { return errors }
    return (errors + Deprecations.find(program, path: path, sheet: sheet, from: entry, tree.root)).sorted(
      by: Diagnostic.inReportOrder)
  }

  /// The same without asking first: tests compare the two ways.
  func explainAnyway(_ tree: Tree, path: String = "", sheet: String? = nil) -> [Diagnostic] {
    Explainer(program, path: path, sheet: sheet).explain(entry, tree.root)
  }
}
